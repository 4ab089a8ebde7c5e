package dev.keyguard.maven;

import dev.keyguard.rule.Severity;
import java.nio.file.Path;
import org.codehaus.plexus.build.BuildContext;

/** Markers through m2e. Used in an IDE only: Maven's own build context would log every message a second time. */
final class BuildContextMarkers implements MarkerSink {
    private final BuildContext context;

    BuildContextMarkers(BuildContext context) {
        this.context = context;
    }

    @Override
    public boolean incremental() {
        return context.isIncremental();
    }

    @Override
    public boolean changed(Path file) {
        return context.hasDelta(file.toFile());
    }

    @Override
    public void clear(Path file) {
        context.removeMessages(file.toFile());
    }

    @Override
    public void add(Path file, int line, int column, Severity severity, String text) {
        int level = severity == Severity.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        context.addMessage(file.toFile(), line, column, text, level, null);
    }
}
