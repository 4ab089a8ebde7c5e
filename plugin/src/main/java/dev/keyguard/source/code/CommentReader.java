package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.source.build.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comments tell: {@code keyguard:ignore} and JBang's {@code //DEPS group:artifact:version}. A reader reports each
 * comment of its file in order; the syntax around them is the reader's business.
 */
public final class CommentReader {
    private static final String IGNORE = "keyguard:ignore";
    private static final String DEPS = "//DEPS ";

    private final SourceText source;
    private final List<SuppressionComment> suppressions = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    /** The first occurrence that is not yet passed, or -1. */
    private int next;

    /** For one file. */
    public CommentReader(SourceText source) {
        this.source = source;
        this.next = source.text().indexOf(IGNORE);
    }

    /** Whether the text can hold anything for this class at all. */
    public static boolean wanted(String text) {
        return text.contains(IGNORE) || text.contains(DEPS);
    }

    /**
     * Takes one comment.
     *
     * @param start offset of its first character ({@code /})
     * @param end   offset behind it, the line break of a line comment not included
     */
    public void comment(int start, int end) {
        String text = source.text();
        if (text.startsWith(DEPS, start)) {
            dependencies(start + DEPS.length(), end);
        }
        if (next >= 0 && next < start) {
            next = text.indexOf(IGNORE, start);
        }
        while (next >= 0 && next < end) {
            int stop = endOfLine(text, next, end);
            suppressions.add(suppression(next, stop, start, end));
            next = text.indexOf(IGNORE, stop);
        }
    }

    /** The suppressions so far. */
    public List<SuppressionComment> suppressions() {
        return List.copyOf(suppressions);
    }

    /** The script's libraries so far. */
    public List<Dependency> dependencies() {
        return List.copyOf(dependencies);
    }

    /** In a comment of several lines the last line counts as its place: that is the one before the code it is about. */
    private SuppressionComment suppression(int at, int stop, int start, int end) {
        String text = source.text();
        String rest = text.substring(at + IGNORE.length(), stop);
        if (rest.endsWith("*/")) {
            rest = rest.substring(0, rest.length() - 2);
        }
        boolean alone =
                blank(text, startOfLine(text, start), start) && blank(text, end, endOfLine(text, end, text.length()));
        Place first = source.placeAt(at);
        Place last = source.placeAt(Math.max(at, end - 2));
        return new SuppressionComment(last.line() > first.line() ? last : first, rest.strip(), alone);
    }

    private void dependencies(int from, int end) {
        int at = from;
        for (String word : source.text().substring(from, end).split("\\s+", -1)) {
            int offset = source.text().indexOf(word, at);
            at = offset + word.length();
            String[] parts = word.split("@", 2)[0].split(":", -1);
            if (parts.length >= 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
                Optional<String> version = parts.length > 2 && !parts[parts.length - 1].isEmpty()
                        ? Optional.of(parts[parts.length - 1])
                        : Optional.empty();
                dependencies.add(
                        new Dependency(parts[0], parts[1], version, "compile", Optional.of(source.placeAt(offset))));
            }
        }
    }

    private static int startOfLine(String text, int at) {
        int i = at;
        while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
            i--;
        }
        return i;
    }

    private static int endOfLine(String text, int at, int limit) {
        int i = at;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static boolean blank(String text, int from, int to) {
        return text.substring(from, to).isBlank();
    }
}
