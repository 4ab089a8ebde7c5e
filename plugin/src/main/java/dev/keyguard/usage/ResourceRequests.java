package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Program;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests that lie in JSON files and are posted as they are: batch input, templates. An object counts that has
 * {@code model} beside a key that only requests have; answers recorded for tests have other keys. YAML is more often
 * something else: there only a whole document counts, of a file that code names.
 */
final class ResourceRequests {
    private static final String MODEL = "model";

    private final Program program;
    private final HttpVocabulary vocabulary;

    ResourceRequests(Program program, HttpVocabulary vocabulary) {
        this.program = program;
        this.vocabulary = vocabulary;
    }

    List<ModelDraft> of(Module module, Binder binder) {
        List<ModelDraft> drafts = new ArrayList<>();
        for (ConfigFacts file : program.configuration(module)) {
            boolean json = file.format() == ConfigFacts.Format.JSON;
            if ((json || file.format() == ConfigFacts.Format.YAML)
                    && program.moduleOf(file.path()).directory().equals(module.directory())) {
                List<ConfigEntry> named = file.entries().stream()
                        .filter(entry ->
                                json ? isModel(entry.key()) : entry.key().equals(MODEL))
                        .filter(entry -> !entry.value().isBlank())
                        .toList();
                if (!named.isEmpty() && (json || !mentioning(file).isEmpty())) {
                    Map<ObjectAt, Set<String>> members = members(named, file);
                    named.stream()
                            .filter(entry -> vocabulary.isRequest(members.get(ObjectAt.of(entry))))
                            .forEach(entry -> drafts.add(draft(entry, file, module, binder)));
                }
            }
        }
        return drafts;
    }

    /** Code that names the file: it is what posts it. */
    private Set<String> mentioning(ConfigFacts file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        Set<String> words = Arrays.stream(name.split("[^A-Za-z0-9_]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        return program.mentioning(words).stream().map(CodeFacts::path).collect(Collectors.toSet());
    }

    private static boolean isModel(String key) {
        return key.equals(MODEL) || key.endsWith("." + MODEL);
    }

    /** An object of a file; {@code prefix} is its key with a dot behind it, or empty for the outermost. */
    private record ObjectAt(int document, String prefix) {
        static ObjectAt of(ConfigEntry model) {
            return new ObjectAt(
                    model.document(), model.key().substring(0, model.key().length() - MODEL.length()));
        }
    }

    /** The names of the members of each object that has a model; one pass over the file. */
    private static Map<ObjectAt, Set<String>> members(List<ConfigEntry> models, ConfigFacts file) {
        Map<ObjectAt, Set<String>> members = new HashMap<>();
        models.forEach(model -> members.put(ObjectAt.of(model), new HashSet<>()));
        BitSet lengths =
                new BitSet(); // of prefixes: nearly all entries of a large file have none of these objects above
        members.keySet().forEach(object -> lengths.set(object.prefix().length()));
        for (ConfigEntry entry : file.entries()) {
            String key = entry.key();
            int start = 0;
            do {
                Set<String> of = lengths.get(start)
                        ? members.get(new ObjectAt(entry.document(), key.substring(0, start)))
                        : null;
                if (of != null) {
                    of.add(key.substring(start).split("[.\\[]", 2)[0]);
                }
                start = key.indexOf('.', start) + 1;
            } while (start > 0);
        }
        return members;
    }

    private ModelDraft draft(ConfigEntry entry, ConfigFacts file, Module module, Binder binder) {
        Optional<String> operation = file.entries().stream()
                .filter(other -> other.document() == entry.document())
                .flatMap(other -> vocabulary.operationOf(other.value()).stream())
                .findFirst();
        Binder.Binding binding = binder.onlyClientOf(module, mentioning(file));
        return new ModelDraft(
                new Value.Known(entry.value(), Origin.JSON, Trail.written(entry.place())),
                entry.place(),
                RawRequests.CLIENT,
                operation.orElse("unknown"),
                binding.endpoint(),
                binding.key(),
                ConfiguredModels.scope(module, entry.place()),
                module,
                Optional.empty());
    }
}
