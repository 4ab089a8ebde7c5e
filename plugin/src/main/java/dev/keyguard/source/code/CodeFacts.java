package dev.keyguard.source.code;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.source.build.Dependency;
import java.util.List;
import java.util.Optional;

/**
 * What one source file of a JVM language declares and does.
 *
 * @param packageName empty for the default package
 * @param types       top-level types; Kotlin's top-level functions and properties stand in a type named like the file
 *                    with {@code Kt}, all static
 * @param suppressions {@code keyguard:ignore} comments
 * @param scriptDependencies libraries the file itself names: JBang's {@code //DEPS} lines, in their order
 */
public record CodeFacts(
        String path,
        String packageName,
        List<ImportFact> imports,
        List<TypeFacts> types,
        List<SuppressionComment> suppressions,
        List<Dependency> scriptDependencies,
        List<Problem> problems)
        implements FileFacts {
    /** Facts of a file that names no libraries itself. */
    public CodeFacts(
            String path,
            String packageName,
            List<ImportFact> imports,
            List<TypeFacts> types,
            List<SuppressionComment> suppressions,
            List<Problem> problems) {
        this(path, packageName, imports, types, suppressions, List.of(), problems);
    }

    /** By path: files are kept in sets, and a hash over all of a file's facts costs as much as reading it. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /**
     * {@code import [static] name[.*] [as alias]}.
     *
     * @param alias the name the file uses instead (Kotlin)
     */
    public record ImportFact(String name, boolean isStatic, boolean wildcard, Optional<String> alias) {
        /** An import under its own name. */
        public ImportFact(String name, boolean isStatic, boolean wildcard) {
            this(name, isStatic, wildcard, Optional.empty());
        }

        /** The name the file uses for what is imported; of a wildcard the package's or class's last name. */
        public String simpleName() {
            return alias.orElseGet(() -> name.substring(name.lastIndexOf('.') + 1));
        }
    }
}
