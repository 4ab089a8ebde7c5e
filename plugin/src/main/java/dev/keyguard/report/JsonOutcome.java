package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.rule.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The parts {@code access}, {@code findings} and {@code summary} of the JSON report. */
final class JsonOutcome {
    private final JsonGenerator json;

    JsonOutcome(JsonGenerator json) {
        this.json = json;
    }

    void access(Optional<AccessBook> access) throws IOException {
        json.writeArrayFieldStart("access");
        for (AccessAnswer answer : access.map(AccessBook::answers).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("key", answer.key());
            json.writeStringField("service", answer.service());
            json.writeStringField("baseUrl", answer.baseUrl());
            json.writeStringField("source", answer.source().label());
            optional("checkedAt", answer.checkedAt().map(Object::toString));
            json.writeNumberField("models", answer.models().size());
            json.writeStringField("state", answer.state().label());
            json.writeStringField("detail", answer.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void findings(List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            finding(finding);
        }
        json.writeEndArray();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("message", finding.message());
        json.writeStringField("file", finding.place().file());
        json.writeNumberField("line", finding.place().line());
        json.writeNumberField("column", finding.place().column());
        optional("reference", finding.reference());
        json.writeObjectFieldStart("fix");
        json.writeStringField("text", finding.fix().text());
        optional("replacement", finding.fix().replacement());
        optional("command", finding.fix().command());
        json.writeEndObject();
        if (finding.suppressed().isPresent()) {
            Finding.Suppressed suppressed = finding.suppressed().get();
            json.writeObjectFieldStart("suppressed");
            json.writeStringField("by", suppressed.by());
            json.writeStringField("reason", suppressed.reason());
            optional("until", suppressed.until().map(Object::toString));
            json.writeEndObject();
        } else {
            json.writeNullField("suppressed");
        }
        json.writeEndObject();
    }

    void summary(Report.Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeStringField("verdict", summary.verdict().label());
        json.writeNumberField("errors", summary.errors());
        json.writeNumberField("warnings", summary.warnings());
        json.writeNumberField("infos", summary.infos());
        json.writeNumberField("references", summary.references());
        json.writeNumberField("dynamic", summary.dynamic());
        json.writeNumberField("filesSeen", summary.filesSeen());
        json.writeNumberField("filesParsed", summary.filesParsed());
        json.writeNumberField("seconds", summary.seconds());
        json.writeEndObject();
    }

    private void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
