package dev.keyguard.rule;

import dev.keyguard.rule.Fingerprints.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The findings that were accepted on one day, so that only new ones count. Each entry accepts one finding. */
public final class Baseline {
    private final List<Fingerprint> accepted;

    Baseline(List<Fingerprint> accepted) {
        this.accepted = accepted.stream().sorted().toList();
    }

    /** A baseline that accepts these findings; suppressed ones need none. */
    public static Baseline accepting(List<Finding> findings, Fingerprints fingerprints) {
        return new Baseline(findings.stream()
                .filter(f -> f.suppressed().isEmpty() || byBaseline(f))
                .map(fingerprints::of)
                .toList());
    }

    /** Number of accepted findings. */
    public int size() {
        return accepted.size();
    }

    List<Fingerprint> entries() {
        return accepted;
    }

    private static boolean byBaseline(Finding finding) {
        return finding.suppressed().filter(s -> s.by().equals("baseline")).isPresent();
    }

    /**
     * Marks what is accepted. First what is the same in all parts; then, for what is left, what was only re-wrapped or
     * only moved to another file.
     */
    RuleRunner.Outcome apply(List<Finding> findings, Fingerprints fingerprints) {
        List<Fingerprint> prints = findings.stream().map(fingerprints::of).toList();
        List<Fingerprint> left = new ArrayList<>(accepted);
        boolean[] known = new boolean[findings.size()];
        for (UnaryOperator<Fingerprint> view : List.<UnaryOperator<Fingerprint>>of(
                UnaryOperator.identity(), Fingerprint::withoutText, Fingerprint::withoutFile)) {
            match(findings, prints, left, known, view);
        }
        List<Finding> marked = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            marked.add(
                    known[i]
                            ? finding.suppressedBy(new Finding.Suppressed(
                                    "baseline", "accepted by " + BaselineFile.NAME, Optional.empty()))
                            : finding);
        }
        return new RuleRunner.Outcome(List.copyOf(marked), left.size());
    }

    private static void match(
            List<Finding> findings,
            List<Fingerprint> prints,
            List<Fingerprint> left,
            boolean[] known,
            UnaryOperator<Fingerprint> view) {
        Map<Fingerprint, List<Fingerprint>> open = new HashMap<>();
        left.forEach(print ->
                open.computeIfAbsent(view.apply(print), p -> new ArrayList<>()).add(print));
        for (int i = 0; i < known.length; i++) {
            List<Fingerprint> same = open.getOrDefault(view.apply(prints.get(i)), List.of());
            if (!known[i] && findings.get(i).suppressed().isEmpty() && !same.isEmpty()) {
                left.remove(same.remove(same.size() - 1));
                known[i] = true;
            }
        }
    }
}
