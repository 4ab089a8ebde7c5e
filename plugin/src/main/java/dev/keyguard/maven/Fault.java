package dev.keyguard.maven;

import dev.keyguard.access.LockFileException;
import dev.keyguard.rule.BadSettingException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.MojoExecutionException;

/** Turns what kept keyguard from working into Maven's exception: people's mistakes without a stack trace. */
final class Fault {
    private Fault() {}

    static MojoExecutionException of(RuntimeException failure) {
        if (failure instanceof BadParameterException
                || failure instanceof BadSettingException
                || failure instanceof LockFileException) {
            return new MojoExecutionException("keyguard: " + Shown.text(failure.getMessage()));
        }
        if (failure instanceof IllegalArgumentException && failure.getMessage() != null) {
            return new MojoExecutionException("keyguard: " + Shown.text(failure.getMessage()));
        }
        if (failure instanceof UncheckedIOException) {
            return new MojoExecutionException("keyguard could not read or write a file: "
                    + Shown.text(String.valueOf(failure.getCause().getMessage())) + " ("
                    + failure.getCause().getClass().getSimpleName() + ")");
        }
        return new MojoExecutionException(
                "keyguard failed by a mistake of its own (" + failure.getClass().getSimpleName()
                        + "). Run again with -e and report what it prints; -Dkeyguard.skip goes on without it.",
                failure);
    }
}
