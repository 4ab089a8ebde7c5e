package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The providers of {@code providers.json}. Immutable; safe to share between threads. */
final class ProviderProfiles {
    private final Map<String, ProviderProfile> byId = new LinkedHashMap<>();

    private ProviderProfiles(BundledData data) {
        data.objects("providers").forEach(row -> byId.put(row.path("id").asText(), profile(row, data)));
    }

    static ProviderProfiles load() {
        return new ProviderProfiles(new BundledData("providers.json"));
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

    private static ProviderProfile profile(JsonNode row, BundledData data) {
        JsonNode auth = row.path("auth");
        Map<String, String> extra = new LinkedHashMap<>();
        auth.path("extra")
                .properties()
                .forEach(e -> extra.put(e.getKey(), e.getValue().asText()));
        JsonNode paging = row.path("paging");
        List<Pattern> shapes = data.strings(row.path("keyShapes")).stream()
                .map(Pattern::compile)
                .toList();
        return new ProviderProfile(
                row.path("id").asText(),
                row.path("service").asText(),
                row.path("name").asText(),
                data.strings(row.path("hosts")),
                text(row.path("baseUrl")),
                data.strings(row.path("keyNames")),
                shapes,
                row.path("list").asText(),
                text(row.path("retrieve")),
                new ProviderProfile.Auth(
                        auth.path("header").asText(), auth.path("prefix").asText(), extra),
                paging.isObject() ? Optional.of(paging(paging)) : Optional.empty(),
                row.path("listed").asText().equals("usable"),
                row.path("notListed").asText().equals("refused"),
                data.strings(row.path("idPrefixes")),
                row.path("keyless").asBoolean(),
                text(row.path("probeLimit")),
                row.path("modelNames").asText().equals("deployments"));
    }

    private static ProviderProfile.Paging paging(JsonNode row) {
        return new ProviderProfile.Paging(
                row.path("first").asText(),
                row.path("next").asText(),
                row.path("last").asText(),
                row.path("more").asText());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
