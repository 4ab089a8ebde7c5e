package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JUnit XML: each model with its key is a test; it fails if a request would be refused, unknown ones are skipped. */
final class JunitReporter implements Reporter {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard-junit.xml");
    }

    /** A test of the suite. {@code skipped} is the reason, if nobody could tell. */
    private record Test(String group, String name, List<Finding> failures, Optional<String> skipped) {}

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<Test> tests = new ArrayList<>(models(report));
        FindingText.open(report).stream()
                .filter(f -> f.reference().isEmpty() && f.severity() != Severity.INFO)
                .map(f ->
                        new Test("keyguard." + f.rule(), f.place().toString(), failures(List.of(f)), Optional.empty()))
                .forEach(tests::add);
        long failed = tests.stream().filter(t -> !t.failures().isEmpty()).count();
        long skipped = tests.stream()
                .filter(t -> t.failures().isEmpty() && t.skipped().isPresent())
                .count();
        String time = String.format(Locale.ROOT, "%.3f", report.summary().seconds());
        Xml xml = new Xml(out)
                .open(
                        "testsuite",
                        "name",
                        "keyguard",
                        "tests",
                        String.valueOf(tests.size()),
                        "failures",
                        String.valueOf(failed),
                        "errors",
                        "0",
                        "skipped",
                        String.valueOf(skipped),
                        "time",
                        time);
        for (Test test : tests) {
            write(test, xml);
        }
        xml.close("testsuite");
    }

    private static void write(Test test, Xml xml) throws IOException {
        String[] attributes = {"name", test.name(), "classname", test.group(), "time", "0"};
        if (test.failures().isEmpty() && test.skipped().isEmpty()) {
            xml.empty("testcase", attributes);
            return;
        }
        xml.open("testcase", attributes);
        if (test.failures().isEmpty()) {
            xml.empty("skipped", "message", test.skipped().orElseThrow());
        } else {
            String text = test.failures().stream()
                    .map(f -> f.place() + " " + f.rule() + "\n" + FindingText.lines(f))
                    .collect(Collectors.joining("\n\n"));
            Finding first = test.failures().get(0);
            xml.text("failure", text, "message", first.message(), "type", first.rule());
        }
        xml.close("testcase");
    }

    private static List<Test> models(Report report) {
        Map<String, List<Reference>> pairs = report.inventory().references().stream()
                .filter(r -> r.model().isPresent())
                .collect(Collectors.groupingBy(JunitReporter::name, TreeMap::new, Collectors.toList()));
        Map<String, List<Finding>> findings = FindingText.open(report).stream()
                .filter(f -> f.reference().isPresent())
                .collect(Collectors.groupingBy(f -> f.reference().orElseThrow()));
        List<Test> tests = new ArrayList<>();
        pairs.forEach((name, references) -> {
            List<Finding> failures = references.stream()
                    .flatMap(r -> findings.getOrDefault(r.id(), List.of()).stream())
                    .toList();
            Optional<String> skipped = report.access()
                    .map(book -> book.accessOf(references.get(0)))
                    .filter(Access.Unknown.class::isInstance)
                    .map(Access::reason);
            tests.add(new Test(
                    "keyguard." + references.get(0).endpoint().service().replace(':', '.'),
                    name,
                    failures(failures),
                    report.access().isPresent() ? skipped : Optional.of("only scanned")));
        });
        return tests;
    }

    private static List<Finding> failures(List<Finding> findings) {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    private static String name(Reference reference) {
        String where = reference.endpoint().isOpenAi()
                ? ""
                : " at " + reference.endpoint().service();
        return reference.model().orElseThrow() + " with "
                + reference.key().name().orElse("an unknown key") + where;
    }
}
