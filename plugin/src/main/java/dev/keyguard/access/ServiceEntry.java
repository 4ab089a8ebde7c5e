package dev.keyguard.access;

import java.util.Optional;

/**
 * An endpoint that the user allows to be sent a key.
 *
 * @param url     base URL
 * @param profile id of a provider profile; absent: the host's own, else an OpenAI-compatible gateway
 * @param key     the only key it may be sent, as the code calls it; absent: any that trust allows
 */
public record ServiceEntry(String url, Optional<String> profile, Optional<String> key) {
    /**
     * This entry, if keyguard can use it.
     *
     * @throws IllegalArgumentException if the URL is none or the profile is unknown; the message says what to write
     */
    public ServiceEntry checked() {
        if (BaseUrl.parse(url).isEmpty()) {
            throw new IllegalArgumentException("services: «" + url + "» is no base URL. Write it like"
                    + " https://gateway.example.com/v1, without user, query or fragment.");
        }
        ProviderProfiles profiles = ProviderProfiles.load();
        if (profile.isPresent() && profiles.named(profile.get()).isEmpty()) {
            throw new IllegalArgumentException("services: there is no profile «" + profile.get() + "». Known: "
                    + String.join(", ", profiles.ids()) + ".");
        }
        return this;
    }
}
