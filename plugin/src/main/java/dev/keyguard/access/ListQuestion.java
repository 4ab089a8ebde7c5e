package dev.keyguard.access;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked, of whom, with what.
 *
 * @param key          absent where the endpoint wants none
 * @param url          base URL; the profile's paths go behind it
 * @param organization sent along as the application sends it
 * @param project      likewise
 * @param proxy        to go through; absent: as the JVM is set up
 * @param timeout      for everything together: connecting, repeating, reading
 */
record ListQuestion(
        Optional<SecretKey> key,
        BaseUrl url,
        ProviderProfile profile,
        Optional<String> organization,
        Optional<String> project,
        Optional<ProxyServer> proxy,
        Duration timeout) {
    /** The same question with less patience. */
    ListQuestion within(Duration time) {
        return new ListQuestion(key, url, profile, organization, project, proxy, time);
    }

    /** The same with an organisation and a project sent along. */
    ListQuestion with(Optional<String> otherOrganization, Optional<String> otherProject) {
        return new ListQuestion(key, url, profile, otherOrganization, otherProject, proxy, timeout);
    }

    /** The same endpoint asked with another key, which needs nothing sent along. */
    ListQuestion as(SecretKey other) {
        return new ListQuestion(Optional.of(other), url, profile, Optional.empty(), Optional.empty(), proxy, timeout);
    }

    Scrubber scrubber() {
        return new Scrubber(key.stream().toArray(SecretKey[]::new));
    }
}
