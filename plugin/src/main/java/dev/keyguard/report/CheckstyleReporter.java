package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checkstyle's XML, which every CI server reads. */
final class CheckstyleReporter implements Reporter {
    @Override
    public String name() {
        return "checkstyle";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard-checkstyle.xml");
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Map<String, List<Finding>> files = FindingText.open(report).stream()
                .collect(Collectors.groupingBy(f -> f.place().file(), TreeMap::new, Collectors.toList()));
        Xml xml = new Xml(out).open("checkstyle", "version", "10.0");
        for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
            xml.open("file", "name", file.getKey());
            for (Finding finding : file.getValue()) {
                xml.empty(
                        "error",
                        "line",
                        String.valueOf(finding.place().line()),
                        "column",
                        String.valueOf(finding.place().column()),
                        "severity",
                        finding.severity().label(),
                        "message",
                        FindingText.lines(finding),
                        "source",
                        "keyguard." + finding.rule());
            }
            xml.close("file");
        }
        xml.close("checkstyle");
    }
}
