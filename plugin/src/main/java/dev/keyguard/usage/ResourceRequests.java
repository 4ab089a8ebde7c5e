package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Program;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests that lie in JSON files and are posted as they are: batch input, templates. An object counts that has
 * {@code model} beside a key that only requests have; answers recorded for tests have other keys.
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
            if (file.format() == ConfigFacts.Format.JSON
                    && program.moduleOf(file.path()).directory().equals(module.directory())) {
                file.entries().stream()
                        .filter(entry -> isModel(entry.key()) && !entry.value().isBlank())
                        .filter(entry -> isRequest(prefix(entry.key()), entry.document(), file))
                        .forEach(entry -> drafts.add(draft(entry, file, module, binder)));
            }
        }
        return drafts;
    }

    private static boolean isModel(String key) {
        return key.equals(MODEL) || key.endsWith("." + MODEL);
    }

    private static String prefix(String key) {
        return key.substring(0, key.length() - MODEL.length());
    }

    private boolean isRequest(String prefix, int document, ConfigFacts file) {
        Set<String> keys = file.entries().stream()
                .filter(entry -> entry.document() == document && entry.key().startsWith(prefix))
                .map(entry -> entry.key().substring(prefix.length()).split("[.\\[]", 2)[0])
                .collect(Collectors.toSet());
        return vocabulary.isRequest(keys);
    }

    private ModelDraft draft(ConfigEntry entry, ConfigFacts file, Module module, Binder binder) {
        Optional<String> operation = file.entries().stream()
                .filter(other -> other.document() == entry.document())
                .flatMap(other -> vocabulary.operationOf(other.value()).stream())
                .findFirst();
        Binder.Binding binding = binder.onlyClientOf(module);
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
