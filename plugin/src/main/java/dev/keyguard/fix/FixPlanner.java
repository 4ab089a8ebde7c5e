package dev.keyguard.fix;

import dev.keyguard.fix.FixPlan.Manual;
import dev.keyguard.fix.Spelling.ImportChange;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns findings that have a replacement into edits at the place where the id is written. What is not clear is listed. */
public final class FixPlanner {
    private static final Set<String> REFUSED = Set.of("model-not-accessible", "model-shut-down", "model-unknown");

    private final Path root;
    private final Catalogue catalogue;
    private final Function<String, List<Path>> classPath;

    /**
     * @param root      the scanned root
     * @param catalogue for constants
     * @param classPath the jars of the module that a file belongs to, to see which constants its libraries have; may be
     *                  empty
     */
    public FixPlanner(Path root, Catalogue catalogue, Function<String, List<Path>> classPath) {
        this.root = root;
        this.catalogue = catalogue;
        this.classPath = classPath;
    }

    /** A finding may speak for several references: what it says holds for all with the same key and service. */
    private record Said(Place place, Optional<String> model, Optional<String> key, String service) {
        static Said of(Reference r) {
            return new Said(r.place(), r.model(), r.key().name(), r.endpoint().service());
        }
    }

    /** The plan for all findings that would be refused; announced shutdowns only where they are errors. */
    public FixPlan plan(Inventory inventory, List<Finding> findings) {
        Map<String, Reference> references =
                inventory.references().stream().collect(Collectors.toMap(Reference::id, r -> r, (a, b) -> a));
        List<Finding> wanted = findings.stream()
                .filter(FixPlanner::wanted)
                .filter(finding -> references.containsKey(finding.reference().orElseThrow()))
                .toList();
        Map<Place, Set<String>> replacements = wanted.stream()
                .collect(Collectors.groupingBy(
                        Finding::place,
                        TreeMap::new,
                        Collectors.mapping(
                                f -> f.fix().replacement().orElseThrow(), Collectors.toCollection(TreeSet::new))));
        Set<Said> refused = wanted.stream()
                .map(finding -> Said.of(references.get(finding.reference().orElseThrow())))
                .collect(Collectors.toSet());
        Map<Place, List<Reference>> others = inventory.references().stream()
                .filter(r -> replacements.containsKey(r.place()) && !refused.contains(Said.of(r)))
                .collect(Collectors.groupingBy(Reference::place));
        Speller speller = new Speller(root, catalogue, classPath);
        Set<Edit> edits = new TreeSet<>();
        Map<String, Set<ImportChange>> imports = new TreeMap<>();
        Set<Manual> manual = new java.util.LinkedHashSet<>();
        for (Finding finding : wanted) {
            Reference reference = references.get(finding.reference().orElseThrow());
            Spelling spelling = clash(finding, reference, replacements, others)
                    .map(why -> (Spelling) new Spelling.ByHand(why))
                    .orElseGet(() -> speller.spell(finding, reference));
            if (spelling instanceof Spelling.Edits written && fits(written.edits(), edits)) {
                edits.addAll(written.edits());
                written.imports()
                        .ifPresent(change -> imports.computeIfAbsent(
                                        finding.place().file(), f -> new HashSet<>())
                                .add(change));
            } else if (spelling instanceof Spelling.ByHand hand) {
                manual.add(manual(finding, hand.why()));
            } else {
                manual.add(manual(finding, "another change touches the same text"));
            }
        }
        edits.addAll(imports(speller, edits, imports));
        boolean unverified = wanted.stream().anyMatch(f -> f.fix().text().contains("unverified"));
        return new FixPlan(List.copyOf(edits), List.copyOf(manual), unverified);
    }

    private static List<Edit> imports(Speller speller, Set<Edit> edits, Map<String, Set<ImportChange>> changes) {
        List<Edit> found = new ArrayList<>();
        changes.forEach((path, of) -> {
            try {
                List<Edit> own =
                        edits.stream().filter(edit -> edit.file().equals(path)).toList();
                found.addAll(new Imports(speller.read(path), path, own).edits(of));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return found;
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
