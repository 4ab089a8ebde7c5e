package dev.keyguard.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** The model works today, and its shutdown is announced. */
final class ModelShuttingDown implements Rule {
    @Override
    public String id() {
        return "model-shutting-down";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A model whose shutdown is announced; an error within failWithin days, a warning before.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Replacements replacements = new Replacements(context);
        LocalDate today = context.today();
        return Case.all(context)
                .filter(c -> c.kind() == Case.Kind.AVAILABLE || c.kind() == Case.Kind.UNKNOWN)
                .filter(c -> c.shutdown().filter(day -> day.isAfter(today)).isPresent())
                .map(c -> {
                    LocalDate day = c.shutdown().orElseThrow();
                    boolean near = !day.isAfter(today.plusDays(context.failWithin()));
                    return Draft.about(this, c.reference())
                            .severity(near ? c.grave() : Severity.WARNING)
                            .message(c.model() + " works until " + day.minusDays(1) + " and is shut down on " + day
                                    + ", "
                                    + days(ChronoUnit.DAYS.between(today, day)) + ": then " + c.request()
                                    + " will be refused.")
                            .fix(early(replacements.forRefused(c), near, ChronoUnit.DAYS.between(today, day)))
                            .finding();
                });
    }

    /** What still works is edited only where the user says how far ahead to look. */
    private static Remedy early(Remedy remedy, boolean near, long days) {
        boolean edits = remedy.command().filter(Remedy.FIX::equals).isPresent();
        return near || !edits
                ? remedy
                : new Remedy(
                        remedy.text(),
                        remedy.replacement(),
                        Optional.of(Remedy.FIX + " -Dkeyguard.failWithin=" + days));
    }

    private static String days(long days) {
        return days == 1 ? "tomorrow" : "in " + days + " days";
    }
}
