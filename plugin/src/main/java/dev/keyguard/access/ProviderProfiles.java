package dev.keyguard.access;

import dev.keyguard.sdk.JsonData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The providers of {@code providers.json}. Immutable; safe to share between threads. */
final class ProviderProfiles {
    private final Map<String, ProviderProfile> byId = new LinkedHashMap<>();

    private ProviderProfiles(JsonData data) {
        data.objects("providers").forEach(row -> byId.put(row.text("id"), profile(row)));
    }

    static ProviderProfiles load() {
        return new ProviderProfiles(JsonData.resource(ProviderProfiles.class, "providers.json"));
    }

    /** The profile of that id, as users name it. */
    Optional<ProviderProfile> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids, sorted. */
    SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    /** The provider whose own host that is. */
    Optional<ProviderProfile> owning(String host) {
        return byId.values().stream().filter(profile -> profile.owns(host)).findFirst();
    }

    /** The provider of a service as {@link dev.keyguard.usage.Endpoint} spells it. */
    Optional<ProviderProfile> ofService(String service) {
        return byId.values().stream()
                .filter(profile -> profile.service().equals(service))
                .findFirst();
    }

    ProviderProfile openAi() {
        return byId.get(ProviderProfile.OPENAI);
    }

    ProviderProfile compatible() {
        return byId.get(ProviderProfile.COMPATIBLE);
    }

    private static ProviderProfile profile(JsonData row) {
        JsonData auth = row.object("auth");
        return new ProviderProfile(
                row.text("id"),
                row.text("service"),
                row.text("name"),
                row.texts("hosts"),
                row.optionalText("baseUrl"),
                row.texts("keyNames"),
                row.texts("keyShapes").stream().map(Pattern::compile).toList(),
                row.text("list"),
                row.optionalText("retrieve"),
                new ProviderProfile.Auth(
                        auth.text("header"), auth.optionalText("prefix").orElse(""), auth.textMap("extra")),
                row.optionalObject("paging").map(ProviderProfiles::paging),
                is(row, "listed", "usable"),
                is(row, "notListed", "refused"),
                row.texts("idPrefixes"),
                row.flag("keyless"),
                row.optionalText("probeLimit"),
                is(row, "modelNames", "deployments"));
    }

    private static ProviderProfile.Paging paging(JsonData row) {
        return new ProviderProfile.Paging(
                row.optionalText("first").orElse(""),
                row.optionalText("next").orElse(""),
                row.optionalText("last").orElse(""),
                row.optionalText("more").orElse(""));
    }

    private static boolean is(JsonData row, String name, String text) {
        return row.optionalText(name).filter(text::equals).isPresent();
    }
}
