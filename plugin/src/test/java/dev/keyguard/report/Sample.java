package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.rule.RuleRunner;
import dev.keyguard.rule.RuleSettings;
import dev.keyguard.rule.Rules;
import dev.keyguard.rule.Run;
import dev.keyguard.rule.SourceText;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.ConfigurationNote;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.value.Hop;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports to write in tests. */
final class Sample {
    static final String CHAT = "src/main/java/demo/Chat.java";
    static final String YML = "src/main/resources/application.yml";

    static final SourceText TEXT = file -> switch (file) {
        case CHAT ->
            lines(Map.of(8, "    private String model;", 12, "        \"gpt-4o\",", 40, "        \"gpt4o-mini\","));
        case YML -> lines(Map.of(4, "  model:        gpt-4.1"));
        default -> List.of();
    };

    private Sample() {}

    private static List<String> lines(Map<Integer, String> given) {
        return IntStream.rangeClosed(1, 45)
                .mapToObj(i -> given.getOrDefault(i, "// line " + i))
                .toList();
    }

    /** A bit of everything: errors, warnings, notes, a trail, a suppressed finding. */
    static Run run() {
        return Run.usual()
                .usualKey()
                .model("gpt-4o", CHAT, 12)
                .model("gpt4o-mini", CHAT, 40)
                .model("gpt-3.5-turbo", "src/main/java/demo/Old.java", 7)
                .model(
                        "gpt-4.1",
                        r -> r.trail(
                                new Hop(Hop.Kind.WRITTEN, new Place(YML, 4, 16), Optional.of("demo.model")),
                                new Hop(Hop.Kind.LOOKED_UP, new Place(CHAT, 8, 5), Optional.of("model")),
                                new Hop(Hop.Kind.USED, new Place(CHAT, 33, 17), Optional.empty())))
                .model("gpt-5-mini", r -> r.scope(Scope.TEST))
                .model("gpt-5-mini", r -> r.service("other:proxy", "https://proxy.example.com/v1"))
                .key(new KeyUse(
                        "hard-coded",
                        KeyUse.Via.LITERAL,
                        new Place("src/test/java/demo/ChatTest.java", 20, 30),
                        List.of(),
                        List.of(),
                        "openai",
                        "openai-java",
                        Scope.TEST,
                        "demo",
                        false,
                        Optional.of("sk-…abcd")))
                .note(ConfigurationNote.Kind.DEAD, "spring.ai.openai.model", "Nothing reads it")
                .comment("src/main/java/demo/Old.java", 6, "model-not-accessible until the rewrite is done", true)
                .listed("gpt-4o-mini", "gpt-5-mini", "gpt-4.1@2027-01-14");
    }

    static Report report() {
        return report(run(), SourceText.NONE);
    }

    static Report report(Run run, SourceText text) {
        RuleRunner.Outcome outcome = new RuleRunner(Rules.all(), RuleSettings.NONE, text).run(run.context());
        return new Report(
                "1.0-test",
                run.inventory(),
                Optional.of(run.access()),
                outcome.findings(),
                new Summaries(FailOn.ERROR).of(run.inventory(), run.access(), outcome, Duration.ofMillis(1234)));
    }

    static Report scan() {
        Run run = run();
        List<Finding> none = List.of();
        return new Report(
                "1.0-test",
                run.inventory(),
                Optional.empty(),
                none,
                new Summaries(FailOn.ERROR).ofScan(run.inventory()));
    }

    /** Names that try to break out of every format. */
    static Report hostile() {
        String id = "gpt\u001b[31m\u202e</script><b>\"'&%,:\r\n::error::x]]>\u0007{{x}}";
        return report(
                Run.usual().usualKey().model(id, "src/a,b:c<d>&\"e'%.java", 3).listed("gpt-4o"), SourceText.NONE);
    }

    static String write(Reporter reporter, Report report) throws IOException {
        StringWriter out = new StringWriter();
        reporter.write(report, out);
        return out.toString();
    }

    static String json(Report report) throws IOException {
        return write(new JsonReporter(), report);
    }
}
