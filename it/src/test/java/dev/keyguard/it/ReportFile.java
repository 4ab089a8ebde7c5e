package dev.keyguard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A {@code keyguard.json} as a test asks for it. */
record ReportFile(JsonNode json) {
    static ReportFile in(Path folder) throws IOException {
        return new ReportFile(new ObjectMapper()
                .readTree(folder.resolve("target/keyguard/keyguard.json").toFile()));
    }

    String verdict() {
        return json.path("summary").path("verdict").asText();
    }

    /** {@code rule file:line:column} of each finding of that severity. */
    List<String> findings(String severity) {
        return StreamSupport.stream(json.path("findings").spliterator(), false)
                .filter(finding -> finding.path("severity").asText().equals(severity))
                .map(finding -> finding.path("rule").asText() + " " + place(finding))
                .toList();
    }

    /** The file of each finding of that rule. */
    List<String> places(String rule) {
        return StreamSupport.stream(json.path("findings").spliterator(), false)
                .filter(finding -> finding.path("rule").asText().equals(rule))
                .map(finding -> finding.path("file").asText())
                .toList();
    }

    /** {@code model file:line:column} of each reference. */
    List<String> references() {
        return StreamSupport.stream(json.path("references").spliterator(), false)
                .map(reference -> reference.path("model").asText() + " " + place(reference))
                .toList();
    }

    private static String place(JsonNode node) {
        return node.path("file").asText() + ":" + node.path("line").asInt() + ":"
                + node.path("column").asInt();
    }
}
