package dev.keyguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documentation names is there: goals, parameters, links, messages. */
final class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PROPERTY = Pattern.compile("-Dkeyguard\\.(\\w+)|`keyguard\\.(\\w+)`");
    private static final Pattern GOAL = Pattern.compile("(?<![.\\w])keyguard:([a-z]+)\\b(?!-)");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{keyguard\\.(\\w+)}");
    private static final Pattern DECLARED_GOAL = Pattern.compile("<goal>(\\w+)</goal>");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^### `(.+)`$");
    /** How suppressions begin. */
    private static final Set<String> NO_GOALS = Set.of("ignore", "rule");

    /** Read from what is typed alone, so not in the descriptor; and names of files. */
    private static final Set<String> OTHER = Set.of("services", "keys", "severities", "recreate", "json", "html");

    @TestFactory
    Stream<DynamicTest> goals_and_parameters_exist() throws IOException {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        return pages().map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
            String text = Files.readString(page);
            assertThat(found(PROPERTY, text))
                    .filteredOn(name -> !OTHER.contains(name))
                    .isSubsetOf(found(PARAMETER, descriptor));
            assertThat(found(GOAL, text))
                    .filteredOn(goal -> !NO_GOALS.contains(goal))
                    .isSubsetOf(found(DECLARED_GOAL, descriptor));
        }));
    }

    @TestFactory
    Stream<DynamicTest> links_lead_somewhere() throws IOException {
        return pages().filter(page -> page.toString().endsWith(".md"))
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
                    for (String link : found(LINK, Files.readString(page))) {
                        if (!link.contains("://")) {
                            String[] parts = link.split("#", 2);
                            Path target = parts[0].isEmpty()
                                    ? page
                                    : page.resolveSibling(parts[0]).normalize();
                            assertThat(target).as(link).exists();
                            if (parts.length == 2) {
                                assertThat(anchors(target)).as(link).contains(parts[1]);
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> messages_of_the_troubleshooting_page_are_printed() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            sources = all.toString();
        }
        return found(MESSAGE, Files.readString(ROOT.resolve("docs/troubleshooting.md"))).stream()
                .filter(message -> !message.startsWith("No plugin found")) // Maven's own
                .map(message -> DynamicTest.dynamicTest(
                        message, () -> assertThat(sources.contains(message)).isTrue()));
    }

    @Test
    void every_rule_is_in_the_list() throws IOException {
        String list = Files.readString(ROOT.resolve("docs/rules/README.md"));
        try (Stream<Path> rules = Files.list(ROOT.resolve("docs/rules"))) {
            assertThat(rules.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    private static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("CHANGELOG.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(Files::isRegularFile).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocsTest::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
