package dev.keyguard.source.code;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import java.util.List;

/**
 * What one source file of a JVM language declares and does.
 *
 * @param packageName empty for the default package
 * @param types       top-level types; Kotlin's top-level functions and properties stand in a type named like the file
 *                    with {@code Kt}, all static
 * @param suppressions {@code keyguard:ignore} comments
 */
public record CodeFacts(
        String path,
        String packageName,
        List<ImportFact> imports,
        List<TypeFacts> types,
        List<SuppressionComment> suppressions,
        List<Problem> problems)
        implements FileFacts {
    /** {@code import [static] name[.*]}. */
    public record ImportFact(String name, boolean isStatic, boolean wildcard) {}
}
