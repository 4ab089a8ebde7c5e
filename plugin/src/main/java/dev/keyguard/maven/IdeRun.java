package dev.keyguard.maven;

import dev.keyguard.report.Report;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code verify} inside an IDE, on every save: markers instead of reports and failure, lock file and cache instead of the
 * network, and nothing at all when no file of the module changed.
 */
final class IdeRun {
    private final Job job;
    private final Gate gate;
    private final MarkerSink markers;

    IdeRun(Job job, Gate gate, MarkerSink markers) {
        this.job = job;
        this.gate = gate;
        this.markers = markers;
    }

    void run() {
        List<Path> files = job.workspace().modules().stream()
                .flatMap(module -> module.files().stream())
                .map(SourceFile::absolute)
                .toList();
        Stream<Path> inputs =
                Stream.of(files.stream(), roots(), gate.files().stream()).flatMap(Function.identity());
        if (markers.incremental() && inputs.noneMatch(markers::changed)) {
            return;
        }
        Report report = gate.judge();
        files.forEach(markers::clear);
        report.findings().stream()
                .filter(finding -> finding.suppressed().isEmpty() && finding.severity() != Severity.INFO)
                .forEach(this::mark);
    }

    /** A folder changes when a file in it is deleted, too. */
    private Stream<Path> roots() {
        return job.context().realProject().stream()
                .flatMap(project -> project.getCompileSourceRoots().stream())
                .map(Path::of);
    }

    private void mark(Finding finding) {
        Path file = job.root().resolve(finding.place().file());
        String text =
                finding.rule() + " " + finding.message() + " " + finding.fix().text();
        markers.add(file, finding.place().line(), finding.place().column(), finding.severity(), text.strip());
    }
}
