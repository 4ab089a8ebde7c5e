package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads files of environment variables: {@code .env}, {@code .env.local}, {@code prod.env}, Docker's {@code env.list}.
 * Samples that nobody loads ({@code .env.example}) are left out. References in values stay as written.
 */
public final class DotenvReader implements Reader {
    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("#"), true);
    private static final Pattern SAMPLE = Pattern.compile(".*[._-](example|sample|template|tmpl|dist)");

    @Override
    public boolean reads(SourceFile file) {
        return isDotenv(file.name());
    }

    static boolean isDotenv(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean dotenv = lower.equals(".env")
                || lower.startsWith(".env.")
                || lower.endsWith(".env")
                || lower.endsWith("env.list");
        return dotenv && !SAMPLE.matcher(lower).matches();
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.DOTENV, content, Entries.MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private static ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        new DotenvScan(text, entries).run();
        return entries.facts(ConfigFacts.Format.DOTENV, IGNORES.in(text));
    }
}
