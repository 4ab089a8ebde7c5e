package dev.keyguard.source.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code .json} and, record by record, {@code .jsonl} files. Comments and trailing commas are tolerated, as many
 * tools do. Left out are files that only a package manager reads, and keyguard's own.
 */
public final class JsonReader implements Reader {
    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("//", "/*", "#"), true);
    private static final Set<String> NOT_CONFIGURATION =
            Set.of("package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.lock.json");

    private static final Set<String> ENDINGS = Set.of("json", "jsonl");
    private static final Pattern OURS_OR_TYPESCRIPT = Pattern.compile("keyguard[.-].*json|tsconfig.*");

    private static final int MAX_DEPTH = 100;

    /** Bytes; larger JSON is data, which is no problem and not read. */
    private static final int MAX_SIZE = 5 << 20;

    /** Field names are neither interned nor kept, because they come from strangers. */
    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Entries.MAX_SIZE)
                    .build())
            .build();

    @Override
    public boolean reads(SourceFile file) {
        return ENDINGS.contains(file.extension())
                && file.size() <= MAX_SIZE
                && !NOT_CONFIGURATION.contains(file.name())
                && !OURS_OR_TYPESCRIPT.matcher(file.name()).matches();
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.JSON, content, MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        if (text.path().endsWith(".jsonl")) {
            records(text, entries);
        } else {
            new JsonScan(json, text.chars(), 0, entries).run();
        }
        return entries.facts(ConfigFacts.Format.JSON, IGNORES.in(text));
    }

    private void records(Text text, Entries entries) {
        boolean room = true;
        for (int line = 1; room && line <= text.lines(); line++) {
            String content = text.chars().substring(text.startOf(line), text.endOf(line));
            if (!content.isBlank()) {
                room = new JsonScan(json, content, text.startOf(line), entries).run();
                entries.endDocument();
            }
        }
    }
}
