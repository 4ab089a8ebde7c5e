package dev.keyguard.rule;

import dev.keyguard.access.ModelFacts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The model's shutdown day is past. */
final class ModelShutDown implements Rule {
    @Override
    public String id() {
        return "model-shut-down";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A model that the provider has shut down.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Replacements replacements = new Replacements(context);
        return Stream.concat(atAzure(context), decided(context, replacements));
    }

    /** Azure retires models on days of its own and calls deployments as it likes: worth knowing, no more. */
    private Stream<Finding> atAzure(RuleContext context) {
        return Case.all(context)
                .filter(c -> c.kind() == Case.Kind.UNKNOWN
                        && c.reference().endpoint().service().equals("azure")
                        && shutAtOpenAi(c)
                                .filter(day -> !day.isAfter(context.today()))
                                .isPresent())
                .map(c -> Draft.about(this, c.reference())
                        .severity(Severity.INFO)
                        .message("OpenAI shut " + c.model() + " down on "
                                + shutAtOpenAi(c).orElseThrow()
                                + "; Azure keeps days of its own, and the name may only be a deployment's.")
                        .fix("See which model the Azure deployment has and when Azure retires it.")
                        .finding());
    }

    private static Optional<LocalDate> shutAtOpenAi(Case c) {
        return c.facts().flatMap(ModelFacts::shutdown);
    }

    private Stream<Finding> decided(RuleContext context, Replacements replacements) {
        return Stream.concat(
                Case.all(context)
                        .filter(c -> c.kind() == Case.Kind.SHUT_DOWN)
                        .map(c -> Draft.about(this, c.reference())
                                .severity(c.grave())
                                .message(c.model() + " is shut down" + since(c) + ": " + c.request()
                                        + " will be refused (" + evidence(c, context) + ").")
                                .fix(replacements.forRefused(c))
                                .finding()),
                Case.all(context)
                        .filter(c -> c.kind() == Case.Kind.AVAILABLE && pastInTable(c, context.today()))
                        .map(c -> Draft.about(this, c.reference())
                                .severity(Severity.WARNING)
                                .message(c.model() + " is still in the list of the key" + space(c.with())
                                        + ", but its announced shutdown of "
                                        + c.facts().orElseThrow().shutdown().orElseThrow()
                                        + " is past: it can stop answering any day.")
                                .fix(replacements.forRefused(c))
                                .finding()));
    }

    private static boolean pastInTable(Case c, LocalDate today) {
        boolean liveDate = c.access() instanceof dev.keyguard.access.Access.Available a
                && a.until().isPresent();
        return !liveDate && c.shutdown().filter(day -> !day.isAfter(today)).isPresent();
    }

    /** Where nobody was asked, what stands in the way is the summary's to tell, once. */
    private static String evidence(Case c, RuleContext context) {
        boolean table = !c.asked() && c.facts().flatMap(ModelFacts::shutdown).isPresent();
        return table ? "OpenAI's announcements as of " + context.models().date() : c.evidence();
    }

    private static String since(Case c) {
        return c.shutdown().map(day -> " since " + day).orElse("");
    }

    private static String space(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
