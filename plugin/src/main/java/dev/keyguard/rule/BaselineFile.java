package dev.keyguard.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyguard.rule.Fingerprints.Fingerprint;
import dev.keyguard.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes {@code keyguard-baseline.json}: sorted and without line numbers, so that it makes small diffs. */
public final class BaselineFile {
    /** The file's usual name. */
    public static final String NAME = "keyguard-baseline.json";

    private static final int SCHEMA_VERSION = 1;
    private static final long MAX_BYTES = 32L << 20;

    private final Path path;

    public BaselineFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it.
     *
     * @throws BadSettingException if it is damaged, with the command that makes a new one
     * @throws IOException if it cannot be read at all
     */
    public Baseline read() throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw damaged("it is larger than 32 MB", null);
        }
        byte[] content = Files.readAllBytes(path);
        try {
            JsonNode root = new ObjectMapper().readTree(content);
            if (root == null || root.path("schemaVersion").asInt(-1) != SCHEMA_VERSION) {
                throw damaged("its schemaVersion is not " + SCHEMA_VERSION, null);
            }
            List<Fingerprint> entries = new ArrayList<>();
            for (JsonNode entry : root.path("findings")) {
                entries.add(new Fingerprint(
                        text(entry, "rule"),
                        text(entry, "file"),
                        text(entry, "model"),
                        text(entry, "key"),
                        text(entry, "text")));
            }
            return new Baseline(entries);
        } catch (JsonProcessingException notJson) {
            throw damaged("it is no JSON: " + notJson.getOriginalMessage(), notJson);
        } catch (IOException notText) {
            throw damaged("it is no text: " + notText.getMessage(), notText);
        }
    }

    private String text(JsonNode entry, String name) {
        JsonNode value = entry.get(name);
        if (value == null || !value.isTextual()) {
            throw damaged("an entry has no " + name, null);
        }
        return value.textValue();
    }

    private BadSettingException damaged(String why, Exception cause) {
        return new BadSettingException(
                "The baseline " + path + " cannot be used: " + why
                        + ". Restore it from version control, or accept today's findings anew: mvn keyguard:baseline",
                cause);
    }

    /** Writes it, all or nothing. */
    public void write(Baseline baseline) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        ArrayNode findings = root.putArray("findings");
        for (Fingerprint entry : baseline.entries()) {
            findings.addObject()
                    .put("rule", entry.rule())
                    .put("file", entry.file())
                    .put("model", entry.model())
                    .put("key", entry.key())
                    .put("text", entry.text());
        }
        // the mapper writes the system's line ends
        String json = mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        new WholeFile(path).write(out -> out.write(json));
    }
}
