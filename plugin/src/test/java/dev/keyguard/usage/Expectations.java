package dev.keyguard.usage;

import dev.keyguard.source.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the comments of a fixture expect of the line after them, in any file and any kind of comment:
 *
 * <pre>
 * EXPECT gpt-4o | env key=OPENAI_API_KEY    models that are written or used there: ids, env, config, dynamic, none, nothing
 * EXPECT-SOURCES …  EXPECT-JARS …           the same, only without or with class path
 * EXPECT-KEY OPENAI_API_KEY via=env         a key that is looked up, written or implied there
 * EXPECT-DEAD                               a property nothing reads
 * </pre>
 */
final class Expectations {
    private static final Pattern MARK =
            Pattern.compile("EXPECT(-SOURCES|-JARS|-KEY|-DEAD)?(\\+\\d+)?(?:\\s+(.*?))?\\s*(?:-->)?\\s*$");

    private final Path root;
    private final List<Expectation> all = new ArrayList<>();

    /** One comment. */
    record Expectation(String kind, String file, int line, Set<String> values, Map<String, String> attributes) {
        boolean at(Place place) {
            return place.file().equals(file) && place.line() == line;
        }
    }

    Expectations(Path root) {
        this.root = root;
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return all.size();
    }

    private void read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = MARK.matcher(lines.get(i));
                if (mark.find()) {
                    int next = i + 1;
                    while (next < lines.size() && MARK.matcher(lines.get(next)).find()) {
                        next++;
                    }
                    add(mark, root.relativize(file).toString().replace('\\', '/'), next + offset(mark));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code EXPECT+3} is about the third line after it. */
    private static int offset(Matcher mark) {
        return mark.group(2) == null ? 1 : Integer.parseInt(mark.group(2).substring(1));
    }

    private void add(Matcher mark, String file, int line) {
        Set<String> values = new TreeSet<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String token : (mark.group(3) == null ? "" : mark.group(3)).split("\\s+")) {
            int equals = token.indexOf('=');
            if (equals > 0) {
                attributes.put(token.substring(0, equals), token.substring(equals + 1));
            } else if (!token.equals("|") && !token.isEmpty()) {
                values.add(token);
            }
        }
        all.add(new Expectation(mark.group(1) == null ? "" : mark.group(1), file, line, values, attributes));
    }

    /** What is not as expected, one line each. */
    List<String> unmet(Inventory found, boolean jars) {
        List<String> wrong = new ArrayList<>();
        Set<Reference> covered = new HashSet<>();
        for (Expectation each : all) {
            switch (each.kind()) {
                case "-KEY" -> key(each, found, wrong);
                case "-DEAD" -> dead(each, found, wrong);
                case "-JARS", "-SOURCES" -> {
                    if (jars == each.kind().equals("-JARS")) {
                        models(each, found, covered, wrong);
                    }
                }
                default -> models(each, found, covered, wrong);
            }
        }
        found.references().stream()
                .filter(reference -> !covered.contains(reference))
                .map(reference -> "not expected: " + reference.place() + " " + text(reference) + " used "
                        + reference.uses() + " " + reference.endpoint().service())
                .forEach(wrong::add);
        return wrong;
    }

    private static void models(Expectation expected, Inventory found, Set<Reference> covered, List<String> wrong) {
        List<Reference> here = found.references().stream()
                .filter(reference -> Stream.of(
                                Stream.of(reference.place()), reference.uses().stream(), reference.lookups().stream())
                        .flatMap(places -> places)
                        .anyMatch(expected::at))
                .toList();
        covered.addAll(here);
        Set<String> models = here.stream().map(Expectations::text).collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = expected.values().equals(Set.of("nothing")) ? Set.of() : expected.values();
        if (!models.equals(wanted)) {
            wrong.add(expected.file() + ":" + expected.line() + " expected " + wanted + " but was " + models
                    + here.stream().map(r -> r.reason().orElse("")).distinct().toList());
        }
        expected.attributes()
                .forEach((name, value) -> here.forEach(reference -> {
                    String actual = attribute(name, reference);
                    if (!actual.equals(value)) {
                        wrong.add(expected.file() + ":" + expected.line() + " expected " + name + "=" + value
                                + " but was " + actual + " of " + text(reference));
                    }
                }));
    }

    private static String text(Reference reference) {
        return reference.model().orElseGet(() -> switch (reference.origin()) {
            case ENVIRONMENT -> "env";
            case CONFIG -> "config";
            case LIBRARY_DEFAULT -> "none";
            default -> "dynamic";
        });
    }

    private static String attribute(String name, Reference reference) {
        return switch (name) {
            case "service" -> reference.endpoint().service();
            case "key" -> reference.key().name().orElse("none");
            case "keyAssumed" -> String.valueOf(reference.key().assumed());
            case "organization" -> reference.endpoint().organization().orElse("none");
            case "project" -> reference.endpoint().project().orElse("none");
            case "operation" -> reference.operation();
            case "origin" -> reference.origin().label();
            case "client" -> reference.client();
            case "implicit" -> String.valueOf(reference.implicit());
            case "reason" -> reference.reason().orElse("none").replace(' ', '_');
            default -> throw new IllegalArgumentException("no attribute " + name);
        };
    }

    private static void key(Expectation expected, Inventory found, List<String> wrong) {
        List<KeyUse> here = found.keys().stream()
                .filter(key -> Stream.of(Stream.of(key.place()), key.uses().stream(), key.lookups().stream())
                        .flatMap(places -> places)
                        .anyMatch(expected::at))
                .toList();
        boolean met = here.stream()
                .anyMatch(key -> expected.values().contains(key.name())
                        && key.via()
                                .label()
                                .equals(expected.attributes()
                                        .getOrDefault("via", key.via().label()))
                        && key.service().equals(expected.attributes().getOrDefault("service", key.service())));
        if (!met && !(expected.values().contains("nothing") && here.isEmpty())) {
            wrong.add(expected.file() + ":" + expected.line() + " expected the key " + expected.values()
                    + expected.attributes() + " but was "
                    + here.stream()
                            .map(k -> k.name() + " " + k.via().label() + " " + k.service())
                            .toList());
        }
    }

    private static void dead(Expectation expected, Inventory found, List<String> wrong) {
        if (found.notes().stream()
                .noneMatch(note -> note.kind() == ConfigurationNote.Kind.DEAD && expected.at(note.place()))) {
            wrong.add(expected.file() + ":" + expected.line() + " expected a dead property");
        }
    }
}
