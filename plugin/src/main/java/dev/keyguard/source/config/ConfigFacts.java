package dev.keyguard.source.config;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import java.util.List;

/**
 * A configuration file as a flat list of entries in file order.
 *
 * @param format  what it was read as
 * @param entries every scalar with its full key
 * @param suppressions {@code # keyguard:ignore} comments
 */
public record ConfigFacts(
        String path,
        Format format,
        List<ConfigEntry> entries,
        List<SuppressionComment> suppressions,
        List<Problem> problems)
        implements FileFacts {
    /** Facts of one workspace differ by their path; hashing every entry would cost as much as reading them. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The syntax of a configuration file. */
    public enum Format {
        PROPERTIES,
        YAML,
        JSON,
        DOTENV,
        XML,
        HOCON
    }
}
