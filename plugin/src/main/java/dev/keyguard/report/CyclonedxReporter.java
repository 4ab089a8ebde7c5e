package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** CycloneDX 1.6: which models and services the project uses. Test scope is left out: it does not ship. */
final class CyclonedxReporter implements Reporter {
    @Override
    public String name() {
        return "cyclonedx";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard-cyclonedx.json");
    }

    /** A model as one service offers it. */
    private record Model(String service, String id) implements Comparable<Model> {
        String ref() {
            return "model:" + service + "/" + Inert.of(id);
        }

        @Override
        public int compareTo(Model other) {
            return ref().compareTo(other.ref());
        }
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<Reference> shipped = report.inventory().references().stream()
                .filter(r -> r.scope() == dev.keyguard.source.Scope.MAIN)
                .toList();
        Map<Model, List<Reference>> models = shipped.stream()
                .filter(r -> r.model().isPresent())
                .collect(Collectors.groupingBy(
                        r -> new Model(r.endpoint().service(), r.model().orElseThrow()),
                        TreeMap::new,
                        Collectors.toList()));
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("bomFormat", "CycloneDX");
            json.writeStringField("specVersion", "1.6");
            json.writeNumberField("version", 1);
            metadata(json, report.toolVersion());
            json.writeArrayFieldStart("components");
            for (Map.Entry<Model, List<Reference>> model : models.entrySet()) {
                component(json, model.getKey(), model.getValue(), report);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("services");
            Map<String, List<Reference>> services = shipped.stream()
                    .collect(Collectors.groupingBy(r -> r.endpoint().service(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Reference>> service : services.entrySet()) {
                service(json, service.getKey(), service.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void metadata(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeObjectFieldStart("tools");
        json.writeArrayFieldStart("components");
        json.writeStartObject();
        json.writeStringField("type", "application");
        json.writeStringField("name", "keyguard");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void component(JsonGenerator json, Model model, List<Reference> references, Report report)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "machine-learning-model");
        json.writeStringField("bom-ref", model.ref());
        json.writeStringField("group", model.service());
        json.writeStringField("name", Inert.of(model.id()));
        json.writeObjectFieldStart("evidence");
        json.writeArrayFieldStart("occurrences");
        TreeSet<Place> places =
                references.stream().map(Reference::place).collect(Collectors.toCollection(TreeSet::new));
        for (Place place : places) {
            json.writeStartObject();
            json.writeStringField("location", place.file());
            json.writeNumberField("line", place.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("properties");
        property(json, "keyguard:implicit", String.valueOf(references.stream().allMatch(Reference::implicit)));
        for (String operation :
                new TreeSet<>(references.stream().map(Reference::operation).toList())) {
            property(json, "keyguard:operation", operation);
        }
        for (String client :
                new TreeSet<>(references.stream().map(Reference::client).toList())) {
            property(json, "keyguard:client", client);
        }
        if (report.access().isPresent()) {
            for (String state : new TreeSet<>(references.stream()
                    .map(r -> AccessText.state(report.access().get().accessOf(r)))
                    .toList())) {
                property(json, "keyguard:access", state);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void service(JsonGenerator json, String name, List<Reference> references) throws IOException {
        json.writeStartObject();
        json.writeStringField("bom-ref", "service:" + name);
        json.writeStringField("name", name);
        TreeSet<String> urls = references.stream()
                .map(Reference::endpoint)
                .map(Endpoint::baseUrl)
                .flatMap(Optional::stream)
                .filter(url -> url.matches("https?://[\\w.:-]+(/[\\w./~-]*)?"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!urls.isEmpty()) {
            json.writeArrayFieldStart("endpoints");
            for (String url : urls) {
                json.writeString(url);
            }
            json.writeEndArray();
        }
        json.writeBooleanField("authenticated", true);
        json.writeBooleanField("x-trust-boundary", true);
        json.writeArrayFieldStart("properties");
        for (String key : new TreeSet<>(references.stream()
                .flatMap(r -> r.key().name().stream())
                .map(Inert::of)
                .toList())) {
            property(json, "keyguard:key", key);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
