package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Rule;
import dev.keyguard.rule.RulePage;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code keyguard:explain} says, line by line. */
public final class Explanation {
    private static final int PLACES = 10;

    private final Report report;
    private final ModelTable table;

    /** @param report of a run of {@code verify} over the same project */
    public Explanation(Report report, ModelTable table) {
        this.report = report;
        this.table = table;
    }

    /** A model: what it is, where it is used, how its value got there, what the keys may do, what to do. */
    public List<String> model(String id) {
        List<String> lines = new ArrayList<>();
        lines.add(Inert.of(id));
        Optional<ModelFacts> facts = table.find(id);
        facts.ifPresentOrElse(
                f -> facts(f, lines), () -> lines.add("  not in OpenAI's model table of " + table.date()));
        List<Reference> uses = report.inventory().references().stream()
                .filter(r -> r.model().filter(id::equals).isPresent())
                .toList();
        if (uses.isEmpty()) {
            lines.add("  The code does not use it, as far as can be told.");
            others(id, lines);
        }
        uses.stream().limit(PLACES).forEach(r -> use(r, lines));
        if (uses.size() > PLACES) {
            lines.add("  … and " + (uses.size() - PLACES) + " more references");
        }
        keys(id, lines);
        advice(id, lines);
        return lines.stream().map(Inert::of).toList();
    }

    private static void facts(ModelFacts facts, List<String> lines) {
        lines.add("  kind: " + facts.kind());
        facts.shutdown()
                .ifPresent(day -> lines.add("  shutdown: " + day
                        + facts.announced().map(a -> ", announced on " + a).orElse("")));
        if (!facts.replacements().isEmpty()) {
            lines.add("  its provider names as successor: " + String.join(", ", facts.replacements()));
        }
    }

    private void use(Reference reference, List<String> lines) {
        String key = reference
                .key()
                .name()
                .map(name -> name.equals(KeyName.HARD_CODED) ? "a hard-coded key" : name)
                .orElse("a key that could not be told");
        lines.add("");
        lines.add("  " + reference.client() + " asks for it (" + reference.operation() + ") with " + key + " at "
                + reference.endpoint().baseUrl().orElse(reference.endpoint().service())
                + (reference.implicit()
                        ? "; nobody wrote it: " + reference.reason().orElse("a default")
                        : ""));
        reference.trail().hops().forEach(hop -> lines.add("    " + TrailText.step(hop)));
        if (reference.key().names().size() > 1) {
            lines.add("    key: " + String.join(" ← ", reference.key().names()));
        }
        reference.endpoint().trail().ifPresent(t -> lines.add("    base URL written in " + t.origin()));
        report.access().map(book -> book.accessOf(reference)).ifPresent(a -> lines.add("    " + access(a)));
    }

    private static String access(Access access) {
        String until = AccessText.until(access).map(day -> " until " + day).orElse("");
        return AccessText.state(access) + until + ": " + access.reason();
    }

    /** What each key that was asked may do with it, whether the code uses them together or not. */
    private void keys(String id, List<String> lines) {
        List<AccessAnswer> answers = report.access().map(AccessBook::answers).orElse(List.of());
        if (!answers.isEmpty()) {
            lines.add("");
        }
        for (AccessAnswer answer : answers) {
            String may = answer.state() != AccessAnswer.State.LISTED
                    ? "not known: " + answer.detail()
                    : answer.models().containsKey(id)
                            ? "in its list"
                            : "not in its list of " + answer.models().size();
            lines.add("  " + answer.key() + " at " + answer.baseUrl() + ": " + may);
        }
    }

    private void advice(String id, List<String> lines) {
        List<Finding> findings = report.findings().stream()
                .filter(f -> f.model().filter(id::equals).isPresent())
                .toList();
        List<String> fixes = findings.stream()
                .filter(f -> f.suppressed().isEmpty())
                .map(f -> "  " + f.rule() + ": " + FindingText.fix(f))
                .distinct()
                .toList();
        if (!fixes.isEmpty()) {
            lines.add("");
            lines.add("What to do:");
            lines.addAll(fixes);
        }
    }

    private void others(String id, List<String> lines) {
        String used = report.inventory().references().stream()
                .flatMap(r -> r.model().stream())
                .distinct()
                .sorted()
                .limit(PLACES)
                .collect(Collectors.joining(", "));
        if (!used.isEmpty()) {
            lines.add("  It uses " + used);
        }
    }

    /** A rule: its page, and where it strikes in this project. */
    public List<String> rule(Rule rule) {
        List<String> lines = new ArrayList<>(RulePage.of(rule).plain().lines().toList());
        List<Finding> findings = report.findings().stream()
                .filter(f -> f.rule().equals(rule.id()))
                .toList();
        lines.add("");
        lines.add(findings.isEmpty() ? "It finds nothing in this project." : "In this project:");
        for (Finding finding : findings.subList(0, Math.min(PLACES, findings.size()))) {
            String off = finding.suppressed()
                    .map(s -> " (suppressed: " + s.reason() + ")")
                    .orElse("");
            lines.add("  " + finding.severity().label() + " " + finding.place() + off);
            FindingText.lines(finding).lines().map(line -> "    " + line).forEach(lines::add);
        }
        if (findings.size() > PLACES) {
            lines.add("  … and " + (findings.size() - PLACES) + " more");
        }
        return lines.stream().map(Inert::of).toList();
    }
}
