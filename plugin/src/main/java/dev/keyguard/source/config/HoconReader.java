package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;

/**
 * Reads {@code .conf} files as far as they look like HOCON: keys, blocks, lists, quoted and bare values. Includes and
 * merging are not followed. Files in other notations use the same ending, so nothing in them is a problem.
 */
public final class HoconReader implements Reader {
    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("#", "//"), true);

    @Override
    public boolean reads(SourceFile file) {
        return file.extension().equals("conf");
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.HOCON, content, Entries.MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private static ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        new HoconScan(text.chars(), entries).run();
        return entries.facts(ConfigFacts.Format.HOCON, IGNORES.in(text));
    }
}
