package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;

/**
 * Reads {@code .properties} files as {@link java.util.Properties} does, with positions; knows Spring's {@code #---}
 * sections and Quarkus' {@code %dev.} prefixes.
 */
public final class PropertiesReader implements Reader {
    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("#", "!"), false);

    @Override
    public boolean reads(SourceFile file) {
        return file.extension().equals("properties");
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.PROPERTIES, content, Entries.MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private static ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        new PropertiesScan(text.chars(), entries).run();
        return entries.facts(ConfigFacts.Format.PROPERTIES, IGNORES.in(text));
    }
}
