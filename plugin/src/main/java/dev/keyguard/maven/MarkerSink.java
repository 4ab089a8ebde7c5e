package dev.keyguard.maven;

import dev.keyguard.rule.Severity;
import java.nio.file.Path;

/** Where an IDE's problem markers go. */
interface MarkerSink {
    /** Whether the build looks only at what changed. */
    boolean incremental();

    /** Whether that file changed since the last build. */
    boolean changed(Path file);

    /** Removes the markers of a file that is looked at; without this they stay for ever. */
    void clear(Path file);

    /** Adds a marker; line and column count from 1. */
    void add(Path file, int line, int column, Severity severity, String text);
}
