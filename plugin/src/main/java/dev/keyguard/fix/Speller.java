package dev.keyguard.fix;

import dev.keyguard.rule.Finding;
import dev.keyguard.sdk.Catalogue;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How a finding's replacement is written in the file where the old id stands. */
final class Speller {
    private static final Set<String> CODE = Set.of("java", "kt", "kts", "groovy", "scala");

    /** Ids come from providers' answers: nothing else may get into sources. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private final Path root;
    private final Catalogue catalogue;
    private final Function<String, List<Path>> classPath;
    private final Map<List<Path>, ConstantSpelling> constants = new HashMap<>();
    private final Map<String, TextFile> files = new HashMap<>();

    /** @param classPath of the module that a file belongs to */
    Speller(Path root, Catalogue catalogue, Function<String, List<Path>> classPath) {
        this.root = root;
        this.catalogue = catalogue;
        this.classPath = classPath;
    }

    Spelling spell(Finding finding, Reference reference) {
        if (reference.origin() == Origin.LIBRARY_DEFAULT) {
            return new Spelling.ByHand("the library chose it: name a model where the client is configured");
        }
        if (reference.origin() == Origin.ENVIRONMENT || reference.origin() == Origin.DYNAMIC) {
            return new Spelling.ByHand("the id is not written in the project: set it where it comes from");
        }
        String newId = finding.fix().replacement().orElseThrow();
        if (!PLAIN.matcher(newId).matches()) {
            return new Spelling.ByHand("the new id holds characters that do not belong in one");
        }
        String path = finding.place().file();
        try {
            return spell(read(path), path, finding, reference, newId);
        } catch (IOException unreadable) {
            return new Spelling.ByHand("the file cannot be read");
        }
    }

    private Spelling spell(TextFile file, String path, Finding finding, Reference reference, String newId) {
        OptionalInt at = file.offset(finding.place().line(), finding.place().column());
        if (at.isEmpty()) {
            return new Spelling.ByHand("the file has changed since it was read");
        }
        if (reference.origin() == Origin.LIBRARY_CONSTANT
                && reference.constant().isPresent()) {
            ConstantSpelling spelling = constants.computeIfAbsent(
                    classPath.apply(path),
                    jars -> new ConstantSpelling(new ConstantNames(catalogue, new JarClasses(jars))));
            return spelling.in(file, path, at.getAsInt(), reference.constant().get(), reference.uses(), newId);
        }
        boolean code = CODE.contains(path.substring(path.lastIndexOf('.') + 1));
        return LiteralSpelling.in(file, path, at.getAsInt(), reference.model().orElseThrow(), newId, code);
    }

    /** The file, read once. */
    TextFile read(String path) throws IOException {
        TextFile file = files.get(path);
        if (file == null) {
            file = TextFile.of(Files.readAllBytes(root.resolve(path)));
            files.put(path, file);
        }
        return file;
    }
}
