package dev.keyguard.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a key's value may leave this machine, and to whom. All of it is here:
 *
 * <ol>
 *   <li>An endpoint may be sent a key if it is OpenAI's own host over TLS, or if the user named it: in {@code services},
 *       or through {@code OPENAI_BASE_URL} of the process environment (for the key that openai-java pairs with it).
 *   <li>A key may be sent to such an endpoint if (a) its name is conventional there, or (b) the code binds it to the
 *       endpoint and its value has the shape of the provider's keys, or (c) the user named it. At OpenAI itself the shape
 *       must fit in any case.
 *   <li>Placeholders and values that no header can carry are never sent.
 * </ol>
 *
 * Nothing that was read from scanned files has a say in the first.
 */
final class Trust {
    private static final String BASE_URL_VARIABLE = "OPENAI_BASE_URL";
    private static final Set<String> PAIRED = Set.of("OPENAI_API_KEY", "openai.apiKey");

    private final ProviderProfiles profiles;
    private final Placeholders placeholders;
    private final List<ServiceEntry> services;
    private final KeyRing ring;
    private final Surroundings surroundings;

    Trust(
            ProviderProfiles profiles,
            Placeholders placeholders,
            List<ServiceEntry> services,
            KeyRing ring,
            Surroundings surroundings) {
        this.profiles = profiles;
        this.placeholders = placeholders;
        this.services = services;
        this.ring = ring;
        this.surroundings = surroundings;
    }

    /**
     * An endpoint that may be sent a key.
     *
     * @param byUser   whether the user named it
     * @param keys     names of keys that the user named it for, if for any
     */
    record Endpoint(ProviderProfile profile, boolean byUser, Set<String> keys) {}

    /** What speaks against sending a key. */
    enum Objection {
        PLACEHOLDER,
        MALFORMED,
        /** At OpenAI: not the shape of its keys. */
        FOREIGN_SHAPE,
        /** Neither conventional nor bound nor named. */
        NOT_COVERED
    }

    /** The endpoint behind that URL, if a key of that name may go there. */
    Optional<Endpoint> endpoint(BaseUrl url, List<String> keyNames) {
        Optional<Endpoint> named = services.stream()
                .filter(entry -> BaseUrl.parse(entry.url()).filter(url::within).isPresent())
                .filter(entry -> entry.key().map(keyNames::contains).orElse(true))
                .findFirst()
                .map(entry -> new Endpoint(
                        profile(entry, url), true, entry.key().map(Set::of).orElse(Set.of())));
        if (named.isPresent()) {
            return named;
        }
        ProviderProfile openAi = profiles.openAi();
        if (url.secure() && openAi.owns(url.host())) {
            return Optional.of(new Endpoint(openAi, false, Set.of()));
        }
        return pairedUrl(keyNames).filter(url::within).map(paired -> new Endpoint(byHost(url), true, PAIRED));
    }

    /**
     * Where the user wants keys of these names to go when the code names no base URL: an entry of {@code services} made
     * for the key, or {@code OPENAI_BASE_URL}.
     */
    Optional<BaseUrl> assumedUrl(List<String> keyNames) {
        return services.stream()
                .filter(entry -> entry.key().filter(keyNames::contains).isPresent())
                .findFirst()
                .flatMap(entry -> BaseUrl.parse(entry.url()))
                .or(() -> pairedUrl(keyNames));
    }

    /**
     * What speaks against sending that key there; empty if it may be sent.
     *
     * @param bound whether the code itself ties the key to the endpoint
     */
    Optional<Objection> objection(FoundKey key, Endpoint endpoint, boolean bound) {
        SecretKey value = key.value().trimmed();
        if (placeholders.covers(value)) {
            return Optional.of(Objection.PLACEHOLDER);
        }
        if (value.defect().isPresent()) {
            return Optional.of(Objection.MALFORMED);
        }
        ProviderProfile profile = endpoint.profile();
        boolean fits = profile.fits(value);
        boolean byUser = endpoint.keys().contains(key.asked()) || key.mapped() || ring.named(key.asked());
        // the name of a property that refers to a variable says nothing about what else the variable is for
        boolean conventional = profile.conventional(key.asked());
        boolean shaped = bound && fits && !profile.keyShapes().isEmpty();
        if (!byUser && !conventional && !shaped) {
            return Optional.of(Objection.NOT_COVERED);
        }
        return endpoint.byUser() || fits ? Optional.empty() : Optional.of(Objection.FOREIGN_SHAPE);
    }

    /**
     * Whether an admin key may be sent there: to OpenAI itself, or where the user named the endpoint for this very key.
     * Its power is over the whole organisation, so an endpoint that may have any key does not get this one.
     */
    boolean admin(BaseUrl url, FoundKey key) {
        SecretKey value = key.value().trimmed();
        if (placeholders.covers(value) || value.defect().isPresent()) {
            return false;
        }
        boolean openAi = url.secure() && profiles.openAi().owns(url.host());
        return openAi
                ? profiles.openAi().fits(value)
                : endpoint(url, List.of(Permissions.ADMIN_KEY))
                        .filter(endpoint -> endpoint.keys().contains(Permissions.ADMIN_KEY))
                        .isPresent();
    }

    private ProviderProfile profile(ServiceEntry entry, BaseUrl url) {
        return entry.profile().flatMap(profiles::named).orElseGet(() -> byHost(url));
    }

    private ProviderProfile byHost(BaseUrl url) {
        return profiles.owning(url.host()).orElseGet(profiles::compatible);
    }

    private Optional<BaseUrl> pairedUrl(List<String> keyNames) {
        return keyNames.stream().anyMatch(PAIRED::contains)
                ? surroundings.environment().apply(BASE_URL_VARIABLE).flatMap(BaseUrl::parse)
                : Optional.empty();
    }
}
