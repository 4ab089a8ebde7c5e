package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One page a goal; what stands below the mark is generated from the plugin's descriptor. Run with {@code
 * -Dkeyguard.recreate=true} to write it anew.
 */
final class GoalPagesTest {
    private static final String MARK = "<!-- below: generated from the plugin's descriptor -->\n";
    private static final Path PAGES = Path.of("../docs/goals");

    @TestFactory
    Stream<DynamicTest> every_page_tells_the_parameters_of_its_goal() throws Exception {
        return goals().entrySet().stream()
                .map(goal -> DynamicTest.dynamicTest(goal.getKey(), () -> {
                    Path page = PAGES.resolve(goal.getKey() + ".md");
                    assertThat(page).exists();
                    String text = Files.readString(page);
                    assertThat(text)
                            .as("a hand-written part")
                            .startsWith("# keyguard:" + goal.getKey() + "\n")
                            .contains(MARK);
                    String expected = text.substring(0, text.indexOf(MARK)) + MARK + goal.getValue();
                    if (Boolean.getBoolean("keyguard.recreate")) {
                        Files.writeString(page, expected);
                    } else {
                        assertThat(text).isEqualTo(expected);
                    }
                }));
    }

    @Test
    void there_is_no_page_for_a_goal_that_is_gone() throws Exception {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(goals().keySet());
        }
    }

    private static Map<String, String> goals() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile())
                .getDocumentElement();
        Map<String, String> goals = new TreeMap<>();
        for (Element mojo : children(plugin, "mojo")) {
            goals.put(text(mojo, "goal"), table(mojo));
        }
        return goals;
    }

    private static String table(Element mojo) {
        StringBuilder table = new StringBuilder("\n| parameter | property | default | |\n| --- | --- | --- | --- |\n");
        Map<String, Element> defaults = new TreeMap<>();
        NodeList configuration = mojo.getElementsByTagName("configuration");
        if (configuration.getLength() > 0) {
            NodeList entries = configuration.item(0).getChildNodes();
            for (int i = 0; i < entries.getLength(); i++) {
                if (entries.item(i) instanceof Element entry) {
                    defaults.put(entry.getTagName(), entry);
                }
            }
        }
        for (Element parameter : children(mojo, "parameter")) {
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                Element entry = defaults.get(name);
                String property = entry == null ? "" : entry.getTextContent().replaceAll("^\\$\\{|}$", "");
                table.append("| `%s` | %s | %s | %s |%n"
                        .formatted(
                                name,
                                property.isEmpty() ? "" : "`" + property + "`",
                                entry == null
                                                || entry.getAttribute("default-value")
                                                        .isEmpty()
                                        ? ""
                                        : "`" + entry.getAttribute("default-value") + "`",
                                markdown(text(parameter, "description"))));
            }
        }
        return table.toString();
    }

    private static String markdown(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .strip();
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    /** Elements of that name, at whatever depth, but for those that belong to another mojo. */
    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }
}
