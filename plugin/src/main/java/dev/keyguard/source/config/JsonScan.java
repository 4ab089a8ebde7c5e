package dev.keyguard.source.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One pass over one JSON value, token by token. */
final class JsonScan {
    private final JsonFactory json;
    private final String chars;
    private final int start;
    private final Entries entries;
    private final Deque<Container> open = new ArrayDeque<>();

    /**
     * @param chars one JSON value
     * @param start its offset in the file
     */
    JsonScan(JsonFactory json, String chars, int start, Entries entries) {
        this.json = json;
        this.chars = chars;
        this.start = start;
        this.entries = entries;
    }

    /** Adds every scalar; returns whether there is room for more. */
    boolean run() {
        try (JsonParser parser = json.createParser(chars)) {
            boolean room = true;
            for (JsonToken token = parser.nextToken(); room && token != null; token = parser.nextToken()) {
                room = token(parser, token);
            }
            return room;
        } catch (StreamConstraintsException tooMuch) {
            entries.problem(start, "The JSON is nested too deep or holds too long a number; it was read only in part.");
        } catch (JsonProcessingException broken) {
            entries.problem(
                    start + Math.max(0, (int) broken.getLocation().getCharOffset()),
                    "The JSON cannot be read from here on; look for a missing comma, quote or bracket.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return true;
    }

    private boolean token(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                boolean array = token == JsonToken.START_ARRAY;
                open.push(new Container(open.isEmpty() ? "" : open.peek().childPath(), array, offset(parser)));
            }
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> open.element().field(parser.currentName(), offset(parser) + 1);
            default -> {
                return open.isEmpty() || scalar(parser, token);
            }
        }
        return true;
    }

    private boolean scalar(JsonParser parser, JsonToken token) throws IOException {
        int offset = offset(parser) + (token == JsonToken.VALUE_STRING ? 1 : 0);
        Container container = open.element();
        String path = container.childPath();
        String value = token == JsonToken.VALUE_NULL ? "" : parser.getText();
        return entries.add(path, value, offset, container.array ? offset : container.keyOffset);
    }

    private int offset(JsonParser parser) {
        return start + (int) parser.currentTokenLocation().getCharOffset();
    }

    /** An object or array that is being read. */
    private static final class Container {
        private final String path;
        private final boolean array;
        private int next;
        private String key = "";
        private int keyOffset;

        Container(String path, boolean array, int offset) {
            this.path = path;
            this.array = array;
            this.keyOffset = offset;
        }

        void field(String name, int offset) {
            key = name;
            keyOffset = offset;
        }

        /** Path of the child that comes next; paths too long to be kept do not grow further. */
        String childPath() {
            if (path.length() > Entries.MAX_KEY) {
                return path;
            }
            if (array) {
                return path + "[" + next++ + "]";
            }
            return path.isEmpty() ? key : path + "." + key;
        }
    }
}
