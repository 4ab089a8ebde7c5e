package dev.keyguard.report;

import java.io.IOException;
import java.io.Writer;

/** Writes XML 1.0 with everything escaped; the JDK's StAX writer lets characters through that no XML may hold. */
final class Xml {
    private final Writer out;
    private int depth;

    Xml(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element; attributes are name, value, name, value …. */
    Xml open(String name, String... attributes) throws IOException {
        start(name, attributes);
        out.write(">\n");
        depth++;
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) throws IOException {
        start(name, attributes);
        out.write("/>\n");
        return this;
    }

    /** An element with text. */
    Xml text(String name, String text, String... attributes) throws IOException {
        start(name, attributes);
        out.write(">" + escape(text, false) + "</" + name + ">\n");
        return this;
    }

    /** Closes an element. */
    Xml close(String name) throws IOException {
        depth--;
        out.write("  ".repeat(depth) + "</" + name + ">\n");
        return this;
    }

    private void start(String name, String... attributes) throws IOException {
        out.write("  ".repeat(depth) + "<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escape(attributes[i + 1], true) + "\"");
        }
    }

    private static String escape(String text, boolean attribute) {
        StringBuilder safe = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            if (!safe.isEmpty()) {
                safe.append(attribute ? "&#10;" : "\n");
            }
            safe.append(Inert.of(line)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("\ufffe", "?")
                    .replace("\uffff", "?"));
        }
        return safe.toString();
    }
}
