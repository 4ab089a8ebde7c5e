package dev.keyguard.source.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a small XML document, kept as a tree.
 *
 * @param name     without prefix
 * @param offset   of its {@code <}
 * @param text     its own text, trimmed; of elements with children what stands between them
 * @param children in order
 */
public record XmlElement(String name, int offset, String text, List<XmlElement> children) {
    /** What could be read of a document: its root, as far as it is well-formed, and what is wrong with the rest. */
    public record Document(Optional<XmlElement> root, Optional<Fault> fault) {}

    /** Where and why a document is not well-formed. */
    public record Fault(int offset, String message) {}

    /** Reads a document. Elements left open by a broken document end where it breaks. */
    public static Document parse(String chars) {
        XmlScanner scanner = new XmlScanner(chars);
        Deque<Draft> open = new ArrayDeque<>();
        Draft document = new Draft("", 0);
        open.push(document);
        for (XmlScanner.Event event = scanner.next(); event != XmlScanner.Event.DONE; event = scanner.next()) {
            switch (event) {
                case START -> open.push(new Draft(localName(scanner.name()), scanner.offset()));
                case TEXT -> open.element().text.append(scanner.text());
                case END -> close(open);
                case BROKEN, DONE -> {
                    while (open.size() > 1) {
                        close(open);
                    }
                }
            }
        }
        Optional<Fault> fault = scanner.error().map(why -> new Fault(scanner.offset(), why));
        return new Document(document.children.stream().findFirst(), fault);
    }

    /** The children of that name. */
    public Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    /** The text of the first child of that name, unless it is empty. */
    public Optional<String> textOf(String childName) {
        return child(childName).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    private static void close(Deque<Draft> open) {
        XmlElement done = open.pop().done();
        open.element().children.add(done);
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static final class Draft {
        private final String name;
        private final int offset;
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();

        Draft(String name, int offset) {
            this.name = name;
            this.offset = offset;
        }

        XmlElement done() {
            return new XmlElement(name, offset, text.toString().trim(), List.copyOf(children));
        }
    }
}
