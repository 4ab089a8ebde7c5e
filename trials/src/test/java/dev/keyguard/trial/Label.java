package dev.keyguard.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that somebody who read the code says is written there. */
record Label(String id, String repository, String file, int line, String model, Optional<String> constant) {
    /** The labels of a field test's file whose model is known. */
    static List<Label> read(Path file) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode label = new JsonMapper().readTree(line);
            if (label.path("kind").asText().equals("model")
                    && label.path("value").isTextual()) {
                labels.add(new Label(
                        label.path("id").asText(),
                        label.path("repo").asText(),
                        label.path("file").asText(),
                        label.path("line").asInt(),
                        label.path("value").asText(),
                        Optional.ofNullable(label.path("constant").textValue())));
            }
        }
        return labels;
    }

    /** The folder of its checkout. */
    String folder() {
        return repository.replace('/', '+');
    }
}
