package dev.keyguard.source.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Pulls elements and text out of an XML document, with the offset of everything, attribute values included (which StAX
 * does not tell). It knows no DTD and no entity but the five predefined ones and character references, so there is
 * nothing to expand and nothing to fetch; other entity references stay as written. One pass, no recursion.
 */
public final class XmlScanner {
    /** What {@link #next()} came upon. */
    public enum Event {
        START,
        TEXT,
        END,
        /** The document is not well-formed from here on; see {@link #error()}. */
        BROKEN,
        DONE
    }

    /** An attribute with the offset of its value's first character. */
    public record Attribute(String name, String value, int offset) {}

    private static final int MAX_DEPTH = 500;

    private final String chars;
    private final Deque<String> open = new ArrayDeque<>();
    private int pos;
    private boolean pendingEnd;
    private Optional<String> error = Optional.empty();

    private String name = "";
    private String text = "";
    private int offset;
    private List<Attribute> attributes = List.of();

    /** Starts at the beginning of a document. */
    public XmlScanner(String chars) {
        this.chars = chars;
    }

    /** The name of the element that starts or ends, with its prefix. */
    public String name() {
        return name;
    }

    /** The text, references resolved, white space kept. */
    public String text() {
        return text;
    }

    /** Where the event begins: the element's {@code <}, the first character of the text, the place of the error. */
    public int offset() {
        return offset;
    }

    /** Attributes of the element that starts. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** Why the document is broken. */
    public Optional<String> error() {
        return error;
    }

    /** Moves on. After {@link Event#BROKEN} or {@link Event#DONE} always returns {@link Event#DONE}. */
    public Event next() {
        if (error.isPresent()) {
            return Event.DONE;
        }
        if (pendingEnd) {
            pendingEnd = false;
            return end(name, offset);
        }
        while (pos < chars.length()) {
            if (chars.charAt(pos) != '<') {
                return readText();
            }
            if (chars.startsWith("<!--", pos)) {
                if (!skipBehind("-->", 4)) {
                    return broken("a comment is not closed with -->");
                }
            } else if (chars.startsWith("<![CDATA[", pos)) {
                return readCdata();
            } else if (chars.startsWith("<?", pos)) {
                if (!skipBehind("?>", 2)) {
                    return broken("a processing instruction is not closed with ?>");
                }
            } else if (chars.startsWith("<!", pos)) {
                if (!skipDoctype()) {
                    return broken("the DOCTYPE is not closed");
                }
            } else if (chars.startsWith("</", pos)) {
                return readEnd();
            } else {
                return readStart();
            }
        }
        return open.isEmpty() ? Event.DONE : broken("<" + open.peek() + "> is not closed");
    }

    private Event readText() {
        int end = chars.indexOf('<', pos);
        offset = pos;
        pos = end < 0 ? chars.length() : end;
        text = resolve(chars.substring(offset, pos));
        return Event.TEXT;
    }

    private Event readCdata() {
        offset = pos + "<![CDATA[".length();
        int end = chars.indexOf("]]>", offset);
        if (end < 0) {
            return broken("a CDATA section is not closed with ]]>");
        }
        text = chars.substring(offset, end);
        pos = end + 3;
        return Event.TEXT;
    }

    private Event readEnd() {
        int end = chars.indexOf('>', pos);
        if (end < 0) {
            return broken("an end tag is not closed with >");
        }
        String closed = chars.substring(pos + 2, end).trim();
        if (!closed.equals(open.peek())) {
            return broken("</" + shortened(closed) + "> has no start tag here");
        }
        int start = pos;
        pos = end + 1;
        return end(closed, start);
    }

    private Event end(String closed, int at) {
        open.pop();
        name = closed;
        offset = at;
        return Event.END;
    }

    private Event readStart() {
        offset = pos;
        int at = pos + 1;
        int nameEnd = nameEnd(at);
        if (nameEnd == at) {
            return broken("< must be written as &lt; here");
        }
        String started = chars.substring(at, nameEnd);
        List<Attribute> found = new ArrayList<>();
        at = skipSpace(nameEnd);
        while (at < chars.length() && chars.charAt(at) != '>' && chars.charAt(at) != '/') {
            int attributeEnd = nameEnd(at);
            int equals = skipSpace(attributeEnd);
            int quote = equals < chars.length() ? skipSpace(equals + 1) : equals;
            if (attributeEnd == at || quote >= chars.length() || chars.charAt(equals) != '=' || !isQuote(quote)) {
                return broken("an attribute of <" + started + "> is not written as name=\"value\"");
            }
            int close = chars.indexOf(chars.charAt(quote), quote + 1);
            if (close < 0) {
                return broken("an attribute of <" + started + "> is not closed with a quote");
            }
            found.add(new Attribute(
                    chars.substring(at, attributeEnd), resolve(chars.substring(quote + 1, close)), quote + 1));
            at = skipSpace(close + 1);
        }
        boolean empty = at < chars.length() && chars.charAt(at) == '/';
        at = empty ? at + 1 : at;
        if (at >= chars.length() || chars.charAt(at) != '>') {
            return broken("<" + started + "> is not closed with >");
        }
        if (open.size() >= MAX_DEPTH) {
            return broken("elements are nested more than " + MAX_DEPTH + " deep");
        }
        open.push(started);
        pos = at + 1;
        pendingEnd = empty;
        name = started;
        attributes = found;
        return Event.START;
    }

    private Event broken(String why) {
        offset = Math.min(pos, chars.length());
        error = Optional.of(why);
        return Event.BROKEN;
    }

    private boolean skipBehind(String end, int from) {
        int at = chars.indexOf(end, pos + from);
        pos = at < 0 ? pos : at + end.length();
        return at >= 0;
    }

    private boolean skipDoctype() {
        int brackets = 0;
        for (int at = pos; at < chars.length(); at++) {
            char c = chars.charAt(at);
            if (c == '"' || c == '\'') {
                at = chars.indexOf(c, at + 1);
                if (at < 0) {
                    return false;
                }
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                pos = at + 1;
                return true;
            }
        }
        return false;
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < chars.length() && " \t\r\n=/><\"'".indexOf(chars.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < chars.length() && Character.isWhitespace(chars.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isQuote(int at) {
        return chars.charAt(at) == '"' || chars.charAt(at) == '\'';
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static String resolve(String raw) {
        return raw.indexOf('&') < 0 ? raw : XmlReferences.resolve(raw);
    }
}
