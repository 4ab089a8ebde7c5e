package dev.keyguard.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An id written as a library's constant, {@code ChatModel.GPT_4O} or, statically imported, {@code GPT_4O}. */
final class ConstantSpelling {
    private final ConstantNames names;

    ConstantSpelling(ConstantNames names) {
        this.names = names;
    }

    /**
     * @param at       offset somewhere in the constant's name, as written
     * @param constant the old one, qualified
     */
    Spelling in(TextFile file, String path, int at, String constant, String newId) {
        String className = constant.substring(0, constant.lastIndexOf('.'));
        String name = constant.substring(constant.lastIndexOf('.') + 1);
        String text = file.text();
        int start = left(text, at);
        int end = right(text, at);
        String written = text.substring(start, end);
        int nameAt = written.equals(name) ? 0 : written.indexOf("." + name) + 1;
        if (nameAt == 0 && !written.equals(name) || !wholeWord(written, nameAt, name)) {
            return new Spelling.ByHand(name + " does not stand there as such");
        }
        int from = start + nameAt;
        Optional<String> successor = names.constant(className, newId);
        if (successor.isPresent()) {
            List<Edit> edits = new ArrayList<>();
            edits.add(new Edit(path, from, from + name.length(), name, successor.get()));
            if (nameAt == 0) {
                imported(file, path, className, name, successor.get()).ifPresent(edits::add);
            }
            return new Spelling.Edits(edits);
        }
        if (!names.wraps(className)) {
            return new Spelling.ByHand("no constant of " + className + " on the class path stands for " + newId
                    + "; where the call takes text, write the id itself");
        }
        String call = "of(\"" + newId + "\")";
        return new Spelling.Edits(List.of(
                nameAt == 0
                        ? new Edit(path, from, from + name.length(), name, className + "." + call)
                        : new Edit(path, from, from + name.length(), name, call)));
    }

    /** The static import that the bare new name needs; behind the old one, which other code may need. */
    private static Optional<Edit> imported(
            TextFile file, String path, String className, String oldName, String newName) {
        String text = file.text();
        Matcher wanted = importOf(className, newName).matcher(text);
        Matcher old = importOf(className, oldName).matcher(text);
        if (wanted.find() || !old.find()) {
            return Optional.empty();
        }
        Matcher uses = Pattern.compile("\\b" + Pattern.quote(oldName) + "\\b").matcher(text);
        long others = uses.results().count() - 2;
        String line = old.group();
        String other = line.substring(0, line.lastIndexOf(oldName))
                + newName
                + line.substring(line.lastIndexOf(oldName) + oldName.length());
        return Optional.of(
                others > 0
                        ? new Edit(path, old.end(), old.end(), "", file.lineBreak() + other)
                        : new Edit(path, old.start(), old.end(), line, other));
    }

    private static Pattern importOf(String className, String name) {
        String owner = Pattern.quote(className).replace("$", "[.$]");
        return Pattern.compile("import\\s+(?:static\\s+)?" + owner + "\\s*\\.\\s*" + Pattern.quote(name) + "\\s*;?");
    }

    private static boolean wholeWord(String written, int at, String name) {
        int end = at + name.length();
        return written.startsWith(name, at)
                && (end == written.length() || !Character.isJavaIdentifierPart(written.charAt(end)));
    }

    private static int left(String text, int at) {
        int start = at;
        while (start > 0 && part(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int right(String text, int at) {
        int end = at;
        while (end < text.length() && part(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean part(char c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || c == '.';
    }
}
