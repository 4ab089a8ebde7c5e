package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Place;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads just enough of Java, poms and properties for the tests here, and remembers what it read. */
public final class FakeReader implements Reader {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|interface) (\\w+)");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    public final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();

    @Override
    public boolean reads(SourceFile file) {
        return Set.of("java", "properties", "yml", "json", "env").contains(file.extension())
                || file.name().equals("pom.xml");
    }

    @Override
    public FileFacts read(String path, byte[] content) {
        read.add(path);
        String text = new String(content, StandardCharsets.UTF_8);
        if (path.endsWith("pom.xml")) {
            return build(path, text);
        }
        return path.endsWith(".java") ? code(path, text) : config(path, text);
    }

    private static BuildFacts build(String path, String text) {
        Matcher matcher = ARTIFACT.matcher(text);
        String artifact = matcher.find() ? matcher.group(1) : "";
        return new BuildFacts(
                path,
                Optional.of("com.acme"),
                artifact,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static CodeFacts code(String path, String text) {
        Matcher named = PACKAGE.matcher(text);
        String packageName = named.find() ? named.group(1) : "";
        List<TypeFacts> types = new ArrayList<>();
        Matcher matcher = TYPE.matcher(text);
        while (matcher.find()) {
            types.add(type(matcher.group(1), new Place(path, line(text, matcher.start(1)), 1)));
        }
        return new CodeFacts(path, packageName, List.of(), types, List.of(), List.of());
    }

    private static TypeFacts type(String name, Place place) {
        List<FieldFact> none = List.of();
        return new TypeFacts(
                name,
                TypeFacts.Kind.CLASS,
                List.of(),
                List.of(TypeRef.of("Object")),
                List.of(),
                none,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                place,
                place.line());
    }

    private static ConfigFacts config(String path, String text) {
        List<ConfigEntry> entries = new ArrayList<>();
        int line = 0;
        for (String row : text.split("\n")) {
            line++;
            int equals = row.indexOf('=');
            if (equals > 0) {
                Place place = new Place(path, line, equals + 2);
                entries.add(new ConfigEntry(
                        row.substring(0, equals),
                        row.substring(equals + 1),
                        place,
                        new Place(path, line, 1),
                        Optional.empty(),
                        0));
            }
        }
        return new ConfigFacts(path, ConfigFacts.Format.PROPERTIES, entries, List.of(), List.of());
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
