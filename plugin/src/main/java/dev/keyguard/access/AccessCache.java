package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists kept between builds, in a folder private to the user, each under a fingerprint from which the key cannot be told.
 * What cannot be read is as if it were not there, what cannot be written is not kept: a cache never fails a build.
 */
final class AccessCache {
    private static final int VERSION = 1;
    private static final long LARGEST = 10L * 1024 * 1024;

    private final PrivateFolder folder;

    AccessCache(Path folder) {
        this.folder = new PrivateFolder(folder);
    }

    /** The list got for that question, of whatever age. */
    Optional<KnownList> get(ListQuestion question) {
        return name("models", question).map(folder::file).flatMap(this::read).flatMap(root -> list(root, question));
    }

    /** Keeps a list. */
    void put(ListQuestion question, SortedMap<String, ModelEntry> models, Instant when) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", VERSION);
        root.put("baseUrl", question.url().text());
        root.put("checkedAt", when.toString());
        ObjectNode list = root.putObject("models");
        models.values()
                .forEach(entry -> list.put(
                        entry.id(), entry.shutdown().map(Object::toString).orElse(null)));
        write(name("models", question), root);
    }

    /** When a real request of that kind was last answered. */
    Optional<Instant> answered(ListQuestion question, Wanted wanted) {
        return name("probes", question)
                .map(folder::file)
                .flatMap(this::read)
                .map(root -> root.path("answered").path(wanted.text()).asText())
                .flatMap(AccessCache::instant);
    }

    /** Keeps that real requests were answered, beside what is kept of others. */
    void putAnswered(ListQuestion question, Collection<Wanted> wanted, Instant when) {
        Optional<String> name = name("probes", question);
        ObjectNode root = name.map(folder::file)
                .flatMap(this::read)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode all =
                root.path("answered").isObject() ? (ObjectNode) root.path("answered") : root.putObject("answered");
        wanted.forEach(each -> all.put(each.text(), when.toString()));
        write(name, root);
    }

    private void write(Optional<String> file, ObjectNode root) {
        file.ifPresent(name -> {
            try {
                folder.write(name, new JsonMapper().writeValueAsBytes(root));
            } catch (IOException e) {
                // the next build asks again
            }
        });
    }

    private Optional<String> name(String what, ListQuestion question) {
        return Fingerprints.in(folder).map(prints -> what + "-" + prints.of(question) + ".json");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return UntrustedJson.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<KnownList> list(JsonNode root, ListQuestion question) {
        if (root.path("schemaVersion").asInt() != VERSION
                || !root.path("baseUrl").asText().equals(question.url().text())) {
            return Optional.empty();
        }
        try {
            SortedMap<String, ModelEntry> models = new TreeMap<>();
            root.path("models").properties().forEach(entry -> models.put(entry.getKey(), LockText.entry(entry)));
            Instant when = Instant.parse(root.path("checkedAt").asText());
            return Optional.of(new KnownList(AccessAnswer.Source.CACHE, when, models, question.profile()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
