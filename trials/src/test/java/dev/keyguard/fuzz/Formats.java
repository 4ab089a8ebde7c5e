package dev.keyguard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** Whether a report is what its consumers can read, and does nothing to who looks at it. */
public final class Formats {
    private static final JsonMapper JSON = new JsonMapper();

    private Formats() {}

    /** By the reporter's name. */
    public static void sound(String name, String text) {
        assertThat(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0)))
                .as(name + " has no control characters")
                .isTrue();
        try {
            switch (name) {
                case "json", "sarif", "gitlab", "cyclonedx" -> JSON.readTree(text);
                case "junit", "checkstyle" ->
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)));
                case "github" -> assertThat(text.lines()).allMatch(line -> line.matches("::(error|warning|notice) .*"));
                case "html" ->
                    assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script>alert");
                default -> {}
            }
        } catch (Exception e) {
            throw new AssertionError(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
