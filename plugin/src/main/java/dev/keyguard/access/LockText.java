package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The text of a lock file: sorted, one model a line, so that a diff shows what changed and nothing else. */
final class LockText {
    private static final int VERSION = 1;
    private static final String REMEDY = " Write it anew: mvn keyguard:lock";
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;

    /** {@code name} is the file's, for messages. */
    LockText(String name) {
        this.name = name;
    }

    String write(List<LockEntry> entries, String toolVersion) {
        StringBuilder text = new StringBuilder("{\n  \"schemaVersion\": ").append(VERSION);
        text.append(",\n  \"tool\": ").append(quoted("keyguard " + toolVersion)).append(",\n  \"keys\": [");
        String comma = "\n";
        for (LockEntry entry : entries.stream().sorted().toList()) {
            text.append(comma).append("    {\n");
            field(text, "key", entry.key());
            field(text, "service", entry.service());
            field(text, "baseUrl", entry.baseUrl());
            field(text, "profile", entry.profile());
            field(
                    text,
                    "checkedAt",
                    entry.checkedAt().truncatedTo(ChronoUnit.SECONDS).toString());
            text.append("      \"models\": {");
            String between = "\n";
            for (ModelEntry model : entry.models().values()) {
                text.append(between)
                        .append("        ")
                        .append(quoted(model.id()))
                        .append(": ");
                text.append(model.shutdown().map(day -> quoted(day.toString())).orElse("null"));
                between = ",\n";
            }
            text.append(entry.models().isEmpty() ? "}\n    }" : "\n      }\n    }");
            comma = ",\n";
        }
        return text.append(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
    }

    /**
     * Reads a lock file's text.
     *
     * @throws LockFileException if it is damaged or of a newer keyguard
     */
    List<LockEntry> read(String text) {
        JsonNode root = UntrustedJson.read(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> damaged("it is no JSON object (a merge conflict?)"));
        JsonNode version = root.path("schemaVersion");
        if (!version.isInt()) {
            throw damaged("it has no schemaVersion");
        }
        if (version.asInt() > VERSION) {
            throw new LockFileException(name + " was written by a newer keyguard ("
                    + printable(root.path("tool").asText("?"))
                    + ", format " + version.asInt() + "; this one reads up to " + VERSION + "). Update the plugin, or"
                    + " write it anew: mvn keyguard:lock");
        }
        if (!root.path("keys").isArray()) {
            throw damaged("it has no list of keys");
        }
        List<LockEntry> entries = new ArrayList<>();
        for (JsonNode row : root.path("keys")) {
            entries.add(entry(row));
        }
        return entries.stream().sorted().toList();
    }

    /** One {@code "id": day or null}. */
    static ModelEntry entry(Map.Entry<String, JsonNode> field) {
        Optional<LocalDate> day = field.getValue().isTextual()
                ? Optional.of(LocalDate.parse(field.getValue().asText()))
                : Optional.empty();
        return new ModelEntry(field.getKey(), day);
    }

    private LockEntry entry(JsonNode row) {
        if (!row.path("models").isObject()) {
            throw damaged("an entry has no models");
        }
        try {
            SortedMap<String, ModelEntry> models = new TreeMap<>();
            row.path("models").properties().forEach(field -> models.put(field.getKey(), entry(field)));
            return new LockEntry(
                    text(row, "key"),
                    text(row, "service"),
                    text(row, "baseUrl"),
                    text(row, "profile"),
                    Instant.parse(text(row, "checkedAt")),
                    models);
        } catch (DateTimeException e) {
            throw damaged("a date in it is none");
        }
    }

    private String text(JsonNode row, String field) {
        if (!row.path(field).isTextual()) {
            throw damaged("an entry has no " + field);
        }
        return row.path(field).asText();
    }

    private LockFileException damaged(String what) {
        return new LockFileException(name + " is damaged: " + what + "." + REMEDY);
    }

    private static String printable(String text) {
        return new Scrubber().scrub(text);
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append("      ")
                .append(quoted(name))
                .append(": ")
                .append(quoted(value))
                .append(",\n");
    }

    private static String quoted(String value) {
        return JSON.getNodeFactory().textNode(value).toString();
    }
}
