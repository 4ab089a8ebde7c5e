package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.rule.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** GitLab's code quality report. */
final class GitlabReporter implements Reporter {
    private final SourceText text;

    GitlabReporter(SourceText text) {
        this.text = text;
    }

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard-gitlab.json");
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<Finding> findings = FindingText.open(report);
        List<String> prints = Prints.of(report, findings, text);
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartArray();
            for (int i = 0; i < findings.size(); i++) {
                Finding finding = findings.get(i);
                json.writeStartObject();
                // type and categories: GitLab needs neither, other readers of Code Climate's format do
                json.writeStringField("type", "issue");
                json.writeArrayFieldStart("categories");
                json.writeString("Bug Risk");
                json.writeEndArray();
                json.writeStringField("description", Inert.of(finding.message()) + " " + FindingText.fix(finding));
                json.writeStringField("check_name", finding.rule());
                json.writeStringField("fingerprint", prints.get(i));
                json.writeStringField("severity", severity(finding.severity()));
                json.writeObjectFieldStart("location");
                json.writeStringField("path", finding.place().file());
                json.writeObjectFieldStart("lines");
                json.writeNumberField("begin", finding.place().line());
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
