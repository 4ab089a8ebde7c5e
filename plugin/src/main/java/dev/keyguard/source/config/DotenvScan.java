package dev.keyguard.source.config;

import dev.keyguard.source.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One pass over a file of environment variables. */
final class DotenvScan {
    private static final Pattern NAME = Pattern.compile("\\s*(?:export\\s+)?([\\w.-]+)\\s*");

    /** Characters of a quoted value that goes on over several lines, such as a certificate. */
    private static final int MAX_LINES_LENGTH = 16_384;

    private final Text text;
    private final String chars;
    private final Entries entries;
    private int line = 1;

    DotenvScan(Text text, Entries entries) {
        this.text = text;
        this.chars = text.chars();
        this.entries = entries;
    }

    void run() {
        boolean room = true;
        while (room && line <= text.lines()) {
            int start = text.startOf(line);
            int end = text.endOf(line);
            String content = chars.substring(start, end);
            if (!content.isBlank() && content.stripLeading().charAt(0) != '#') {
                room = assignment(start, end);
            }
            line++;
        }
    }

    private boolean assignment(int start, int end) {
        Matcher name = NAME.matcher(chars).region(start, end);
        boolean named = name.lookingAt();
        if (!named || name.end() >= end || chars.charAt(name.end()) != '=') {
            // without an equals sign: a heading, or Docker's notation for a variable taken over from the environment
            if (chars.substring(start, end).indexOf('=') >= 0) {
                entries.problem(start, "This line sets no variable; write NAME=value, or # for a comment.");
            }
            return true;
        }
        int at = name.end() + 1;
        while (at < end && Character.isWhitespace(chars.charAt(at))) {
            at++;
        }
        boolean quoted = at < end && "\"'`".indexOf(chars.charAt(at)) >= 0;
        return quoted ? quoted(name, at, end) : bare(name, at, end);
    }

    private boolean bare(Matcher name, int at, int end) {
        int stop = at;
        while (stop < end && !(chars.charAt(stop) == '#' && (stop == at || isSpace(stop - 1)))) {
            stop++;
        }
        return entries.add(name.group(1), chars.substring(at, stop).strip(), at, name.start(1));
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(chars.charAt(at));
    }

    /** A quoted value may go on over several lines. */
    private boolean quoted(Matcher name, int open, int end) {
        char quote = chars.charAt(open);
        StringBuilder value = new StringBuilder();
        int at = open + 1;
        while (at < chars.length() && chars.charAt(at) != quote) {
            char c = chars.charAt(at);
            boolean escape = c == '\\' && quote == '"' && at + 1 < chars.length();
            value.append(escape ? unescaped(chars.charAt(at + 1)) : String.valueOf(c));
            at += escape ? 2 : 1;
            if (at >= end && value.length() > MAX_LINES_LENGTH) {
                break;
            }
        }
        if (at >= chars.length() || chars.charAt(at) != quote) {
            entries.problem(open, "The quote is not closed; close it on this line.");
            return entries.add(name.group(1), chars.substring(open + 1, end), open + 1, name.start(1));
        }
        line = text.lineOf(at);
        return entries.add(name.group(1), value.toString(), open + 1, name.start(1));
    }

    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }
}
