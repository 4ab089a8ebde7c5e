package dev.keyguard.source.build;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Gradle's version catalogues ({@code gradle/libs.versions.toml}), as much TOML as they use. The libraries become
 * managed dependencies; the properties map every reference ({@code libs.openai.java}, {@code libs.bundles.ai}) to its
 * coordinates, several separated by commas.
 */
public final class CatalogueReader implements Reader {
    /** Bytes. */
    private static final int MAX_SIZE = 2 << 20;

    private static final Pattern SECTION = Pattern.compile("\\s*+\\[([\\w.-]+)]\\s*+(#.*)?");
    private static final Pattern ENTRY = Pattern.compile("\\s*+[\"']?([\\w.-]+)[\"']?\\s*+=\\s*+(.*)");
    private static final Pattern STRING = Pattern.compile("[\"']([^\"']*+)[\"']");
    private static final Pattern FIELD = Pattern.compile("\\b([\\w.]++)\\s*+=\\s*+\\{?+[^\"'=]*+[\"']([^\"']*+)[\"']");

    @Override
    public boolean reads(SourceFile file) {
        return file.name().endsWith(".versions.toml");
    }

    @Override
    public BuildFacts read(String path, byte[] content) {
        Scan scan = new Scan(Text.decode(path, content.length > MAX_SIZE ? new byte[0] : content));
        scan.run();
        return new BuildFacts(
                path,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Collections.unmodifiableMap(scan.references),
                List.of(),
                List.copyOf(scan.libraries),
                List.of(),
                List.of());
    }

    private static final class Scan {
        private final Text text;
        private final Map<String, String> versions = new LinkedHashMap<>();
        private final List<Dependency> libraries = new ArrayList<>();
        private final Map<String, String> references = new LinkedHashMap<>();
        private final Map<String, String> bundles = new LinkedHashMap<>();

        Scan(Text text) {
            this.text = text;
        }

        void run() {
            each("versions", (name, value, line) -> first(value).ifPresent(version -> versions.put(name, version)));
            each("libraries", this::library);
            each("bundles", (name, value, line) -> bundles.put(name, value));
            bundles.forEach((name, value) -> references.put("libs.bundles." + dotted(name), members(value)));
        }

        /** The entries of a section; a list that goes on over several lines counts as one. */
        private void each(String section, Entry action) {
            boolean inside = false;
            for (int line = 1; line <= text.lines(); line++) {
                String content = line(line);
                Matcher header = SECTION.matcher(content);
                Matcher entry = ENTRY.matcher(content);
                if (header.matches()) {
                    inside = header.group(1).equals(section);
                } else if (inside && entry.matches()) {
                    int first = line;
                    StringBuilder value = new StringBuilder(entry.group(2));
                    boolean open = value.indexOf("[") == 0 && value.indexOf("]") < 0;
                    while (open && line < text.lines()) {
                        line++;
                        open = line(line).indexOf(']') < 0;
                        value.append(line(line));
                    }
                    action.entry(entry.group(1), value.toString(), first);
                }
            }
        }

        private void library(String name, String value, int line) {
            Map<String, String> fields = new LinkedHashMap<>();
            if (value.startsWith("{")) {
                FIELD.matcher(value).results().forEach(field -> fields.put(field.group(1), field.group(2)));
            } else {
                first(value).ifPresent(coordinates -> fields.put("module", coordinates));
            }
            String[] module = fields.getOrDefault("module", fields.get("group") + ":" + fields.get("name"))
                    .split(":");
            if (module.length < 2 || module[0].equals("null")) {
                return;
            }
            Optional<String> version = module.length > 2
                    ? Optional.of(module[2])
                    : Optional.ofNullable(fields.get("version.ref"))
                            .or(() -> Optional.ofNullable(fields.get("ref")))
                            .map(versions::get)
                            .or(() -> Optional.ofNullable(fields.get("version")));
            String coordinates = module[0] + ":" + module[1]
                    + version.map(known -> ":" + known).orElse("");
            references.put("libs." + dotted(name), coordinates);
            libraries.add(new Dependency(
                    module[0], module[1], version, "compile", Optional.of(text.place(text.startOf(line)))));
        }

        private String members(String list) {
            List<String> members = new ArrayList<>();
            STRING.matcher(list)
                    .results()
                    .map(member -> references.get("libs." + dotted(member.group(1))))
                    .filter(member -> member != null)
                    .forEach(members::add);
            return String.join(",", members);
        }

        private String line(int line) {
            return text.chars().substring(text.startOf(line), text.endOf(line));
        }

        private static Optional<String> first(String value) {
            Matcher string = STRING.matcher(value);
            return string.find() ? Optional.of(string.group(1)) : Optional.empty();
        }

        private static String dotted(String alias) {
            return String.join(".", Arrays.asList(alias.split("[-_.]")));
        }
    }

    private interface Entry {
        void entry(String name, String value, int line);
    }
}
