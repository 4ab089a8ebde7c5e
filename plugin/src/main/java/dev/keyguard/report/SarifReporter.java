package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Rule;
import dev.keyguard.rule.RulePage;
import dev.keyguard.rule.Rules;
import dev.keyguard.rule.Severity;
import dev.keyguard.rule.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** SARIF 2.1.0, for code scanning services and IDEs. */
final class SarifReporter implements Reporter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final SourceText text;

    SarifReporter(SourceText text) {
        this.text = text;
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard.sarif.json");
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<Rule> rules = Rules.all();
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "keyguard");
            json.writeStringField("version", report.toolVersion());
            json.writeArrayFieldStart("rules");
            for (Rule rule : rules) {
                rule(json, rule);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(SarifResult.BASE);
            message(json, "description", "The scanned root.");
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField("id", "keyguard/");
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            List<String> ids = rules.stream().map(Rule::id).toList();
            List<String> prints = Prints.of(report, report.findings(), text);
            SarifResult result = new SarifResult(json, ids, text);
            for (int i = 0; i < prints.size(); i++) {
                result.write(report.findings().get(i), prints.get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        RulePage page = RulePage.of(rule);
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", pascal(rule.id()));
        message(json, "shortDescription", rule.summary());
        message(json, "fullDescription", page.section("Why it matters").orElse(rule.summary()));
        json.writeObjectFieldStart("help");
        json.writeStringField("text", page.plain());
        json.writeStringField("markdown", page.markdown());
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("llm");
        json.writeString(rule.id().startsWith("key-") ? "security" : "reliability");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** Whether a finding was silenced where it stands or elsewhere. */
    static String kind(Finding.Suppressed suppressed) {
        boolean inSource = suppressed.by().equals("comment") || suppressed.by().equals("annotation");
        return inSource ? "inSource" : "external";
    }

    private static String pascal(String id) {
        StringBuilder name = new StringBuilder();
        for (String part : id.split("-")) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        return name.toString();
    }
}
