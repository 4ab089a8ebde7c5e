package dev.keyguard.fix;

import dev.keyguard.fix.Spelling.ImportChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the edits of a file mean for its imports: those that the new names need, and none that nothing needs any more. */
final class Imports {
    private final TextFile file;
    private final String path;
    private final Collection<Edit> edits;

    /** @param edits those of that file */
    Imports(TextFile file, String path, Collection<Edit> edits) {
        this.file = file;
        this.path = path;
        this.edits = edits;
    }

    /** Whether that text imports the class by name. */
    static boolean has(String text, String className) {
        int dot = className.lastIndexOf('.');
        return importOf(className.substring(0, dot), className.substring(dot + 1))
                .matcher(text)
                .find();
    }

    /** The edits of imports. */
    List<Edit> edits(Collection<ImportChange> changes) {
        List<Edit> found = new ArrayList<>();
        record Old(String owner, String name) {}
        Set<String> wanted = new TreeSet<>();
        changes.stream()
                .map(change -> new Old(change.owner(), change.name()))
                .distinct()
                .forEach(old -> {
                    Matcher line = importOf(old.owner(), old.name()).matcher(file.text());
                    if (line.find()) {
                        List<String> others = changes.stream()
                                .filter(change -> change.owner().equals(old.owner())
                                        && change.name().equals(old.name()))
                                .flatMap(change -> change.other().stream())
                                .distinct()
                                .filter(name -> !importOf(old.owner(), name)
                                        .matcher(file.text())
                                        .find())
                                .filter(name -> wanted.add(old.owner() + "." + name))
                                .toList();
                        change(line.toMatchResult(), old.name(), others, found);
                    }
                });
        return found;
    }

    private void change(MatchResult line, String name, List<String> others, List<Edit> found) {
        List<String> lines =
                others.stream().map(other -> renamed(line.group(), name, other)).toList();
        String added = String.join(file.lineBreak(), lines);
        if (stillUsed(name, line)) {
            if (!lines.isEmpty()) {
                found.add(new Edit(path, line.end(), line.end(), "", file.lineBreak() + added));
            }
        } else if (lines.isEmpty()) {
            int end = endOfParagraph(line.start(), endOfLine(line.end()));
            found.add(new Edit(path, line.start(), end, file.text().substring(line.start(), end), ""));
        } else {
            found.add(new Edit(path, line.start(), line.end(), line.group(), added));
        }
    }

    /** Whether the name is written anywhere but in its import and in what is replaced; a comment counts. */
    private boolean stillUsed(String name, MatchResult line) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(file.text())
                .results()
                .anyMatch(use -> !within(use, line.start(), line.end())
                        && edits.stream().noneMatch(edit -> within(use, edit.start(), edit.end())));
    }

    private static boolean within(MatchResult use, int start, int end) {
        return use.start() >= start && use.end() <= end;
    }

    /** Behind the line break, if nothing else stands on the line. */
    private int endOfLine(int from) {
        int end = file.lineEnd(from);
        boolean alone = file.text().substring(from, end).isBlank();
        if (!alone || end >= file.text().length()) {
            return from;
        }
        return file.text().startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** Where the line stood alone between empty ones, one of those goes with it. */
    private int endOfParagraph(int start, int end) {
        String text = file.text();
        int next = file.lineEnd(end);
        boolean first =
                start < 2 || text.substring(0, start).endsWith(file.lineBreak().repeat(2));
        return first && end > start && next == end && next < text.length() ? endOfLine(end) : end;
    }

    private static String renamed(String line, String name, String other) {
        int at = line.lastIndexOf(name);
        return line.substring(0, at) + other + line.substring(at + name.length());
    }

    private static Pattern importOf(String owner, String name) {
        return Pattern.compile("(?m)^[ \\t]*import\\s+(?:static\\s+)?" + Pattern.quote(owner) + "\\s*\\.\\s*"
                + Pattern.quote(name) + "(?!\\w|\\s*\\.)(?:[ \\t]*;)?");
    }
}
