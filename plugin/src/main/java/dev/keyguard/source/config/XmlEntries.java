package dev.keyguard.source.config;

import dev.keyguard.source.text.XmlScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Flattens one XML document. Of siblings with the same name the second and later ones carry {@code [1]}, {@code [2]}. */
final class XmlEntries {
    private final XmlScanner scanner;
    private final Entries entries;
    private final Deque<Element> open = new ArrayDeque<>();
    private boolean room = true;

    XmlEntries(String chars, Entries entries) {
        this.scanner = new XmlScanner(chars);
        this.entries = entries;
        open.push(new Element("", 0));
    }

    void run() {
        for (XmlScanner.Event event = scanner.next(); room && event != XmlScanner.Event.DONE; event = scanner.next()) {
            switch (event) {
                case START -> start();
                case TEXT -> open.element().append(scanner.text(), scanner.offset());
                case END -> end(open.pop());
                case BROKEN, DONE ->
                    entries.problem(
                            scanner.offset(),
                            "The XML is not well-formed from here on: "
                                    + scanner.error().orElse("it ends too early") + ".");
            }
        }
    }

    private void start() {
        Element element = open.element().child(localName(scanner.name()), scanner.offset());
        open.push(element);
        for (XmlScanner.Attribute attribute : scanner.attributes()) {
            if (!attribute.name().startsWith("xmlns")) {
                String key = element.path + "@" + localName(attribute.name());
                room &= entries.add(key, attribute.value(), attribute.offset(), scanner.offset());
            }
        }
    }

    private void end(Element element) {
        String text = element.text.toString().strip();
        if (!text.isEmpty()) {
            room &= entries.add(element.path, text, element.textOffset, element.offset);
        }
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static final class Element {
        private final String path;
        private final int offset;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Integer> children = new HashMap<>();
        private int textOffset = -1;

        Element(String path, int offset) {
            this.path = path;
            this.offset = offset;
        }

        Element child(String name, int at) {
            int index = children.merge(name, 1, Integer::sum) - 1;
            String indexed = index == 0 ? name : name + "[" + index + "]";
            boolean tooLong = path.length() > Entries.MAX_KEY;
            return new Element(tooLong ? path : path.isEmpty() ? indexed : path + "." + indexed, at);
        }

        void append(String more, int at) {
            if (textOffset < 0 && !more.isBlank()) {
                textOffset = at + more.length() - more.stripLeading().length();
            }
            text.append(more);
        }
    }
}
