package dev.keyguard.maven;

import dev.keyguard.report.ConsoleReport;
import dev.keyguard.report.Report;
import dev.keyguard.report.Reporter;
import dev.keyguard.report.Reporters;
import dev.keyguard.rule.SourceText;
import dev.keyguard.source.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Writes reports: to the log, and to files that are whole or not there. */
final class Publishing {
    private static final String CONSOLE = "console";

    private final Path root;
    private final Log log;
    private final Map<String, Reporter> reporters = new TreeMap<>();

    Publishing(Path root, Log log, LocalDate today) {
        this.root = root;
        this.log = log;
        for (Reporter reporter : Reporters.all(SourceText.below(root), today)) {
            reporters.put(reporter.name(), reporter);
        }
    }

    /**
     * Writes the named reports.
     *
     * @throws BadParameterException for a name that is no report, before anything is written
     */
    void publish(Report report, Path folder, List<String> names) {
        check(names);
        if (names.contains(CONSOLE)) {
            console(report);
        }
        files(report, folder, names);
        output(report, names);
    }

    /** Only those that are files. */
    void files(Report report, Path folder, List<String> names) {
        for (String name : names) {
            Optional.ofNullable(reporters.get(name))
                    .ifPresent(reporter ->
                            reporter.fileName().ifPresent(file -> write(reporter, report, folder.resolve(file))));
        }
    }

    /** Commands that a CI server reads from standard output; behind the logger's prefix it would not see them. */
    private void output(Report report, List<String> names) {
        boolean onGitHub = "true".equals(System.getenv("GITHUB_ACTIONS"));
        for (Reporter reporter : reporters.values()) {
            boolean wanted = names.contains(reporter.name())
                    || onGitHub && reporter.name().equals("github");
            if (wanted && reporter.fileName().isEmpty()) {
                StringWriter text = new StringWriter();
                try {
                    reporter.write(report, text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                System.out.print(text);
            }
        }
    }

    void check(List<String> names) {
        for (String name : names) {
            if (!name.equals(CONSOLE) && !reporters.containsKey(name)) {
                throw new BadParameterException("keyguard.reports names \"" + name + "\"; there are: " + CONSOLE + ", "
                        + reporters.keySet().stream().collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    private void console(Report report) {
        for (ConsoleReport.Line line : new ConsoleReport(root, log.isDebugEnabled()).lines(report)) {
            switch (line.severity()) {
                case ERROR -> log.error(line.text());
                case WARNING -> log.warn(line.text());
                case INFO -> log.info(line.text());
            }
        }
    }

    private static void write(Reporter reporter, Report report, Path target) {
        try {
            new WholeFile(target).write(writer -> reporter.write(report, writer));
        } catch (IOException e) {
            throw new UncheckedIOException("the " + reporter.name() + " report", e);
        }
    }
}
