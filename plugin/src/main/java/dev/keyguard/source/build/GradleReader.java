package dev.keyguard.source.build;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code build.gradle} and {@code build.gradle.kts} by the notations people use for dependencies. Nothing is run:
 * what a script computes is a dependency without group, which says that the list is not the whole truth.
 */
public final class GradleReader implements Reader {
    /** Bytes. */
    private static final int MAX_SIZE = 2 << 20;

    @Override
    public boolean reads(SourceFile file) {
        return file.name().equals("build.gradle") || file.name().equals("build.gradle.kts");
    }

    @Override
    public BuildFacts read(String path, byte[] content) {
        Text text = Text.decode(path, content.length > MAX_SIZE ? new byte[0] : content);
        GradleScript script = new GradleScript(text);
        GradleDependencies dependencies = new GradleDependencies(text, script);
        return new BuildFacts(
                path,
                Optional.ofNullable(script.values().get("group")),
                folder(path),
                Optional.ofNullable(script.values().get("version")),
                Optional.empty(),
                script.values(),
                dependencies.direct(),
                dependencies.managed(),
                List.of(),
                List.of());
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
    }
}
