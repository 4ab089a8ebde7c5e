package dev.keyguard.usage;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Site;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The project's own classes that are sent to a provider, found where requests are sent, and the files that make objects of
 * them. Such a file need not hold anything else that speaks of a provider: {@code new SpeechRequest(VOICE_MODEL, text)}.
 */
final class OwnRequestClasses {
    private static final int MAX_CLASSES = 200;

    private final Map<String, RequestObjects.Shape> shapes = new LinkedHashMap<>();
    private final Set<String> interfaces = new LinkedHashSet<>();
    private final Program program;

    OwnRequestClasses(Program program, Linker linker, RequestObjects objects, Map<CodeFacts, HttpEvidence> evidence) {
        this.program = program;
        evidence.forEach((file, found) -> {
            if (found.isInterfaceOfPaths()) {
                file.types().forEach(type -> interfaces.add(type.name()));
            }
            List<Site> types = linker.occurrencesIn(file).types();
            if (found.maySpeakOfProvider() && !types.isEmpty()) {
                List<String> named = new TypeMentions(file, found.typeNames())
                        .all().stream()
                                .filter(OwnRequestClasses::isClassName)
                                .map(name -> linker.resolve(name, types.get(0)))
                                .filter(name -> objects.exists(name, types.get(0)))
                                .toList();
                if (!named.isEmpty() && found.speaksOfProvider()) { // which may take following what an address is
                    named.stream()
                            .filter(name -> shapes.size() < MAX_CLASSES)
                            .forEach(name ->
                                    objects.shape(name, types.get(0)).ifPresent(shape -> shapes.put(name, shape)));
                }
            }
        });
    }

    private static boolean isClassName(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** Qualified names of the top-level classes that are sent or hold what is sent. */
    Set<String> topLevelNames() {
        Set<String> names = new LinkedHashSet<>();
        shapes.values().forEach(shape -> {
            CodeFacts file = shape.site().file();
            String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
            names.add(prefix + shape.site().enclosing().get(0).name());
        });
        return names;
    }

    /** Files in which such a class is named, or the interface of the client that it is sent with. */
    Set<CodeFacts> files() {
        Set<CodeFacts> files = new LinkedHashSet<>();
        shapes.values().forEach(shape -> {
            files.add(shape.site().file());
            files.addAll(program.mentioning(Set.of(shape.type().name())));
        });
        interfaces.stream().limit(MAX_CLASSES).forEach(name -> files.addAll(program.mentioning(Set.of(name))));
        return files;
    }
}
