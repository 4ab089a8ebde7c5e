package dev.keyguard.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Writes a report in one format. One final class a format, registered in {@link Reporters}. */
public interface Reporter {
    /** The name in {@code keyguard.reports}: {@code json}, {@code sarif} … */
    String name();

    /** The file's name below {@code outputDirectory}; absent for what belongs on standard output. */
    Optional<String> fileName();

    /** Writes the report as text in UTF-8. Deterministic but for times. */
    void write(Report report, Writer out) throws IOException;
}
