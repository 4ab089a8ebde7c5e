package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what is followed names a fixture for each construct, and every fixture has its line there. */
final class FollowedPageTest {
    private static final Path PAGE = Path.of("../docs/what-is-followed.md");
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final Pattern NAME = Pattern.compile("`((?:followed|value)/[^`]+)`");

    /** Applications in which each file shows something of its own. */
    private static final Set<String> BY_FILE = Set.of("java", "http");

    @Test
    void everyConstructHasAFixture() throws IOException {
        List<String> without = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("## Followed"))
                .takeWhile(line -> !line.startsWith("## Not followed"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| construct") && !line.startsWith("| ---"))
                .filter(line -> !NAME.matcher(line).find())
                .toList();

        assertThat(without).isEmpty();
        assertThat(named())
                .allSatisfy(name -> assertThat(Stream.of("", ".java").anyMatch(end -> exists(name + end)))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyFixtureIsOnThePage() throws IOException {
        assertThat(named()).containsAll(applications());
    }

    private static boolean exists(String name) {
        Path direct = FIXTURES.resolve(name);
        if (Files.exists(direct)) {
            return true;
        }
        Path application = FIXTURES.resolve(name.substring(0, name.lastIndexOf('/')));
        try (Stream<Path> files = Files.walk(application)) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            return files.anyMatch(path -> path.getFileName().toString().equals(file));
        } catch (IOException none) {
            return false;
        }
    }

    private static Set<String> named() throws IOException {
        Matcher matcher = NAME.matcher(Files.readString(PAGE));
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> applications() throws IOException {
        Set<String> all = new TreeSet<>();
        Path followed = FIXTURES.resolve("followed");
        try (Stream<Path> files = Files.walk(followed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path path = followed.relativize(file);
                String application = path.getName(0).toString();
                String name = file.getFileName().toString();
                if (!BY_FILE.contains(application) && !application.equals("library")) {
                    all.add("followed/" + application);
                } else if (name.endsWith(".java")
                        && !path.toString().contains("other")
                        && BY_FILE.contains(application)) {
                    all.add("followed/" + application + "/" + name.replace(".java", ""));
                }
            }
        }
        return all;
    }
}
