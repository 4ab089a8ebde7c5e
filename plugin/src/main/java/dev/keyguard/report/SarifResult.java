package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.SourceText;
import dev.keyguard.source.Place;
import dev.keyguard.value.Hop;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** One result of a SARIF log. */
final class SarifResult {
    static final String BASE = "%SRCROOT%";

    private final JsonGenerator json;
    private final List<String> rules;
    private final SourceText text;

    SarifResult(JsonGenerator json, List<String> rules, SourceText text) {
        this.json = json;
        this.rules = rules;
        this.text = text;
    }

    void write(Finding finding, String print) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
        json.writeStringField("level", SarifReporter.level(finding.severity()));
        SarifReporter.message(json, "message", message(finding));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(finding.place(), 0);
        json.writeEndObject();
        json.writeEndArray();
        trail(finding);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("primaryLocationLineHash", print);
        json.writeEndObject();
        fix(finding);
        suppression(finding);
        json.writeEndObject();
    }

    /** Square brackets make links in SARIF messages. */
    private static String message(Finding finding) {
        String fix = finding.fix().text().isEmpty() ? "" : " " + FindingText.fix(finding);
        return (Inert.of(finding.message()) + fix)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }

    private void trail(Finding finding) throws IOException {
        List<Hop> hops = List.copyOf(new LinkedHashSet<>(finding.trail()));
        if (hops.stream().allMatch(hop -> hop.place().equals(finding.place()))) {
            return;
        }
        json.writeArrayFieldStart("relatedLocations");
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            physical(hop.place(), 0);
            String name = hop.name().map(n -> " (" + Inert.of(n) + ")").orElse("");
            SarifReporter.message(json, "message", TrailText.verb(hop.kind()).replace(" in", " here") + name);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void physical(Place place, int length) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        artifact(place);
        region("region", place, length);
        json.writeEndObject();
    }

    private void artifact(Place place) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(place.file()));
        json.writeStringField("uriBaseId", BASE);
        json.writeEndObject();
    }

    private void region(String name, Place place, int length) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("startLine", place.line());
        json.writeNumberField("startColumn", place.column());
        if (length > 0) {
            json.writeNumberField("endLine", place.line());
            json.writeNumberField("endColumn", place.column() + length);
        }
        json.writeEndObject();
    }

    /** Only where the id itself stands, as such, at the place: a constant's name is no text to replace blindly. */
    private void fix(Finding finding) throws IOException {
        Optional<Place> written = finding.model().flatMap(model -> written(finding.place(), model));
        if (finding.fix().replacement().isEmpty() || written.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        SarifReporter.message(json, "description", Inert.of(finding.fix().text()));
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        artifact(finding.place());
        json.writeArrayFieldStart("replacements");
        json.writeStartObject();
        region("deletedRegion", written.get(), finding.model().orElseThrow().length());
        SarifReporter.message(
                json, "insertedContent", finding.fix().replacement().orElseThrow());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private Optional<Place> written(Place place, String model) {
        String line = text.line(place.file(), place.line());
        int at = place.column() - 1;
        boolean quoted = at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'');
        int start = quoted ? at + 1 : at;
        return line.startsWith(model, start)
                ? Optional.of(new Place(place.file(), place.line(), start + 1))
                : Optional.empty();
    }

    private void suppression(Finding finding) throws IOException {
        json.writeArrayFieldStart("suppressions");
        if (finding.suppressed().isPresent()) {
            Finding.Suppressed suppressed = finding.suppressed().get();
            json.writeStartObject();
            json.writeStringField("kind", SarifReporter.kind(suppressed));
            json.writeStringField("status", "accepted");
            json.writeStringField("justification", Inert.of(suppressed.by() + ": " + suppressed.reason()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String uri(String path) {
        try {
            // a first segment with a colon would read as a scheme
            String raw = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
            int slash = raw.indexOf('/');
            String first = slash < 0 ? raw : raw.substring(0, slash);
            return first.replace(":", "%3A") + raw.substring(first.length());
        } catch (URISyntaxException strange) {
            return "unnameable";
        }
    }
}
