package dev.keyguard.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a rule, {@code docs/rules/ID.md}, as it is bundled with the plugin. */
public final class RulePage {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]+\\)");

    private final String markdown;

    private RulePage(String markdown) {
        this.markdown = markdown;
    }

    /** The rule's page. Every rule has one; a test sees to it. */
    public static RulePage of(Rule rule) {
        try (InputStream page = RulePage.class.getResourceAsStream("pages/" + rule.id() + ".md")) {
            return new RulePage(
                    page == null ? rule.summary() : new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException damagedJar) {
            throw new UncheckedIOException(damagedJar);
        }
    }

    /** As written. */
    public String markdown() {
        return markdown;
    }

    /** Without marks, for a terminal. */
    public String plain() {
        String text = markdown.replace("\r\n", "\n");
        text = LINK.matcher(text).replaceAll("$1");
        return text.replaceAll("(?m)^#+ ", "")
                .replaceAll("(?m)^```\\w*\n", "")
                .replace("**", "")
                .replace("`", "")
                .strip();
    }

    /** The text below that heading. */
    public Optional<String> section(String title) {
        Matcher matcher = Pattern.compile(
                        "^## " + Pattern.quote(title) + "\\s*\n(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(markdown.replace("\r\n", "\n"));
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
