package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;

/**
 * Reads {@code .yml} and {@code .yaml} files into flat keys. Nodes are composed only: no tag is resolved and no type is
 * constructed. A document that breaks keeps what stands before the break, and costs the other documents nothing.
 */
public final class YamlReader implements Reader {
    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("#"), true);

    @Override
    public boolean reads(SourceFile file) {
        return file.extension().equals("yml") || file.extension().equals("yaml");
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.YAML, content, Entries.MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private static ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        boolean first = true;
        for (YamlSegment segment : YamlSegment.split(text, entries)) {
            if (!first) {
                entries.endDocument();
            }
            first = false;
            segment.read(entries);
        }
        return entries.facts(ConfigFacts.Format.YAML, IGNORES.in(text));
    }
}
