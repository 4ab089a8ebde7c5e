package dev.keyguard.fix;

import dev.keyguard.fix.FixPlan.Manual;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns findings that have a replacement into edits at the place where the id is written. What is not clear is listed. */
public final class FixPlanner {
    private static final Set<String> REFUSED = Set.of("model-not-accessible", "model-shut-down", "model-unknown");
    private static final Set<Origin> NOT_WRITTEN = Set.of(Origin.LIBRARY_DEFAULT, Origin.ENVIRONMENT, Origin.DYNAMIC);
    private static final Set<String> CODE = Set.of("java", "kt", "kts", "groovy", "scala");

    /** Ids come from providers' answers: nothing else may get into sources. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private final Path root;
    private final ConstantSpelling constants;

    /**
     * @param root      the scanned root
     * @param catalogue for constants
     * @param jars      the class path, to see which constants its libraries have; may be empty
     */
    public FixPlanner(Path root, Catalogue catalogue, List<Path> jars) {
        this.root = root;
        this.constants = new ConstantSpelling(new ConstantNames(catalogue, new JarClasses(jars)));
    }

    /** The plan for all findings that would be refused; announced shutdowns only where they are errors. */
    public FixPlan plan(Inventory inventory, List<Finding> findings) {
        Map<String, Reference> references =
                inventory.references().stream().collect(Collectors.toMap(Reference::id, r -> r, (a, b) -> a));
        List<Finding> wanted = findings.stream().filter(FixPlanner::wanted).toList();
        Map<Place, Set<String>> replacements = new TreeMap<>();
        Map<String, Finding> byReference = new HashMap<>();
        for (Finding finding : wanted) {
            byReference.put(finding.reference().orElseThrow(), finding);
            replacements
                    .computeIfAbsent(finding.place(), p -> new TreeSet<>())
                    .add(finding.fix().replacement().orElseThrow());
        }
        Map<Place, List<Reference>> others = inventory.references().stream()
                .filter(r -> replacements.containsKey(r.place()) && !byReference.containsKey(r.id()))
                .collect(Collectors.groupingBy(Reference::place));
        Map<String, TextFile> files = new HashMap<>();
        Set<Edit> edits = new TreeSet<>();
        List<Manual> manual = new ArrayList<>();
        for (Finding finding : wanted) {
            Reference reference = references.get(finding.reference().orElseThrow());
            if (reference == null) {
                continue;
            }
            Spelling spelling = clash(finding, reference, replacements, others)
                    .map(why -> (Spelling) new Spelling.ByHand(why))
                    .orElseGet(() -> spell(finding, reference, files));
            if (spelling instanceof Spelling.Edits written && fits(written.edits(), edits)) {
                edits.addAll(written.edits());
            } else if (spelling instanceof Spelling.ByHand hand) {
                manual.add(manual(finding, hand.why()));
            } else {
                manual.add(manual(finding, "another change touches the same text"));
            }
        }
        boolean unverified = wanted.stream().anyMatch(f -> f.fix().text().contains("unverified"));
        return new FixPlan(List.copyOf(edits), manual.stream().distinct().toList(), unverified);
    }

    private static boolean wanted(Finding finding) {
        return finding.suppressed().isEmpty()
                && finding.reference().isPresent()
                && finding.model().isPresent()
                && finding.fix().replacement().isPresent()
                && (finding.severity() == Severity.ERROR || REFUSED.contains(finding.rule()));
    }

    private static Optional<String> clash(
            Finding finding,
            Reference reference,
            Map<Place, Set<String>> replacements,
            Map<Place, List<Reference>> others) {
        Set<String> wanted = replacements.get(finding.place());
        if (wanted.size() > 1) {
            return Optional.of("its uses ask for different replacements: " + String.join(", ", wanted));
        }
        return others.getOrDefault(reference.place(), List.of()).stream()
                .filter(other -> other.model().equals(reference.model()))
                .findFirst()
                .map(other -> "the same text is also used with "
                        + other.key().name().orElse("another key") + " at "
                        + other.endpoint().service() + ", where nothing speaks against it");
    }

    private Spelling spell(Finding finding, Reference reference, Map<String, TextFile> files) {
        if (NOT_WRITTEN.contains(reference.origin())) {
            return new Spelling.ByHand("the id is not written in the project: set it where it comes from");
        }
        String path = finding.place().file();
        String newId = finding.fix().replacement().orElseThrow();
        if (!PLAIN.matcher(newId).matches()) {
            return new Spelling.ByHand("the new id holds characters that do not belong in one");
        }
        TextFile file;
        try {
            file = files.containsKey(path) ? files.get(path) : TextFile.of(Files.readAllBytes(root.resolve(path)));
        } catch (IOException unreadable) {
            return new Spelling.ByHand("the file cannot be read");
        }
        files.put(path, file);
        OptionalInt at = file.offset(finding.place().line(), finding.place().column());
        if (at.isEmpty()) {
            return new Spelling.ByHand("the file has changed since it was read");
        }
        if (reference.origin() == Origin.LIBRARY_CONSTANT
                && reference.constant().isPresent()) {
            return constants.in(file, path, at.getAsInt(), reference.constant().get(), newId);
        }
        boolean code = CODE.contains(path.substring(path.lastIndexOf('.') + 1));
        return LiteralSpelling.in(file, path, at.getAsInt(), reference.model().orElseThrow(), newId, code);
    }

    private static boolean fits(List<Edit> wanted, Set<Edit> edits) {
        return wanted.stream()
                .allMatch(edit -> edits.contains(edit) || edits.stream().noneMatch(edit::overlaps));
    }

    private static Manual manual(Finding finding, String why) {
        return new Manual(
                finding.place(),
                finding.model().orElseThrow(),
                finding.fix().replacement().orElseThrow(),
                why);
    }
}
