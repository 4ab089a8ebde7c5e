package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.Refusal;
import dev.keyguard.access.RefusalClassifier;
import dev.keyguard.report.Report.Summary;
import dev.keyguard.report.Report.Verdict;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.RuleRunner;
import dev.keyguard.rule.Severity;
import dev.keyguard.usage.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict and figures of a run. */
public final class Summaries {
    private final FailOn failOn;

    public Summaries(FailOn failOn) {
        this.failOn = failOn;
    }

    /** Of {@code verify}. */
    public Summary of(Inventory inventory, AccessBook access, RuleRunner.Outcome outcome, Duration time) {
        long errors = count(outcome.findings(), Severity.ERROR);
        long warnings = count(outcome.findings(), Severity.WARNING);
        List<String> notVerified = notVerified(inventory, access);
        boolean nothingAsked = !inventory.references().isEmpty()
                && access.answers().stream().noneMatch(Summaries::answered)
                && inventory.references().stream()
                        .noneMatch(reference -> access.accessOf(reference) instanceof Access.Available);
        Verdict verdict =
                failOn.fails(errors, warnings) ? Verdict.FAILED : nothingAsked ? Verdict.NOT_VERIFIED : Verdict.PASSED;
        long accepted = outcome.findings().stream()
                .flatMap(f -> f.suppressed().stream())
                .filter(s -> s.by().equals("baseline"))
                .count();
        return new Summary(
                verdict,
                (int) errors,
                (int) warnings,
                (int) count(outcome.findings(), Severity.INFO),
                inventory.references().size(),
                dynamic(inventory),
                inventory.filesSeen(),
                inventory.filesParsed(),
                time.toMillis() / 1000.0,
                (int) accepted,
                outcome.gone(),
                notVerified);
    }

    /** Of {@code scan}: nothing is asked, and nothing in it depends on the clock. */
    public Summary ofScan(Inventory inventory) {
        return new Summary(
                Verdict.NOT_VERIFIED,
                0,
                0,
                0,
                inventory.references().size(),
                dynamic(inventory),
                inventory.filesSeen(),
                inventory.filesParsed(),
                0,
                0,
                0,
                List.of("scan asks nobody"));
    }

    private static int dynamic(Inventory inventory) {
        return (int) inventory.references().stream()
                .filter(r -> r.model().isEmpty() && !r.implicit())
                .count();
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(f -> f.severity() == severity && f.suppressed().isEmpty())
                .count();
    }

    /** With a list, or with a refusal that says something; one that leaves everything open is no verification. */
    private static boolean answered(AccessAnswer answer) {
        return answer.state() == AccessAnswer.State.LISTED
                || answer.state() == AccessAnswer.State.REFUSED
                        && answer.refusal()
                                .filter(refusal -> refusal.meaning() != Refusal.Meaning.KEY_MISSING)
                                .flatMap(refusal -> RefusalClassifier.load().rule(refusal.meaning()))
                                .isPresent();
    }

    private static List<String> notVerified(Inventory inventory, AccessBook access) {
        List<String> reasons = new ArrayList<>();
        for (AccessAnswer answer : access.answers()) {
            if (answer.state() != AccessAnswer.State.LISTED) {
                reasons.add(answer.detail());
            }
        }
        long unasked = inventory.references().stream()
                .map(access::answerFor)
                .filter(Optional::isEmpty)
                .count();
        if (unasked > 0) {
            reasons.add(unasked + (unasked == 1 ? " reference goes" : " references go")
                    + " out with a key, or to an endpoint, that keyguard could not tell or may not ask");
        }
        return reasons.stream().filter(r -> !r.isBlank()).distinct().toList();
    }
}
