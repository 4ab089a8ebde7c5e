package dev.keyguard.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads the client beside the scan: it takes seconds, and the scan seldom does. Only where a question will probably have
 * to be asked: somebody may be asked, this build has a key with a usual or a named name, and no list of it is kept. Once
 * in a session, on a daemon thread, without a word to anybody.
 */
final class WarmUp {
    private static final String USUAL = "OPENAI_API_KEY";

    private final AccessSettings settings;
    private final KeyRing ring;
    private final Trust trust;
    private final ProviderProfiles profiles;
    private final KnownLists known;
    private final Asking asking;
    private final ProxyChooser proxies;
    private final Surroundings surroundings;

    WarmUp(
            AccessSettings settings,
            KeyRing ring,
            Trust trust,
            ProviderProfiles profiles,
            KnownLists known,
            Asking asking,
            ProxyChooser proxies,
            Surroundings surroundings) {
        this.settings = settings;
        this.ring = ring;
        this.trust = trust;
        this.profiles = profiles;
        this.known = known;
        this.asking = asking;
        this.proxies = proxies;
        this.surroundings = surroundings;
    }

    void begin() {
        if (settings.mayAsk() && names().stream().anyMatch(this::mustBeAsked)) {
            asking.warmUp();
        }
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(USUAL));
        settings.keys().forEach(entry -> names.add(entry.name()));
        settings.services().forEach(entry -> entry.key().ifPresent(names::add));
        return names;
    }

    private boolean mustBeAsked(String name) {
        Optional<FoundKey> key = ring.find(List.of(name), "", service -> true);
        Optional<BaseUrl> url = trust.assumedUrl(List.of(name))
                .or(() -> profiles.openAi().baseUrl().flatMap(BaseUrl::parse));
        Optional<Trust.Endpoint> endpoint = url.flatMap(where -> trust.endpoint(where, List.of(name)));
        return key.isPresent()
                && endpoint.isPresent()
                && trust.objection(key.get(), endpoint.get(), false).isEmpty()
                && questions(key.get(), url.get(), endpoint.get().profile()).stream()
                        .noneMatch(question -> known.fresh(question).isPresent());
    }

    /** The key alone, and with what {@code fromEnv()} sends along. */
    private List<ListQuestion> questions(FoundKey key, BaseUrl url, ProviderProfile profile) {
        Optional<String> organization = sent("openai.orgId", "OPENAI_ORG_ID");
        Optional<String> project = sent("openai.projectId", "OPENAI_PROJECT_ID");
        ListQuestion alone = new ListQuestion(
                Optional.of(key.value().trimmed()),
                url,
                profile,
                Optional.empty(),
                Optional.empty(),
                proxies.proxyFor(URI.create(url.text())),
                settings.timeout());
        List<ListQuestion> questions = new ArrayList<>(List.of(alone));
        if (organization.isPresent() || project.isPresent()) {
            questions.add(alone.with(organization, project));
        }
        return questions;
    }

    private Optional<String> sent(String property, String variable) {
        return surroundings
                .properties()
                .apply(property)
                .or(() -> surroundings.environment().apply(variable))
                .filter(value -> !value.isBlank());
    }
}
