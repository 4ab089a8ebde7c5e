package dev.keyguard.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One object of a bundled data file. Read through the streaming parser: binding to classes would cost more at start than
 * all the files together. The files are our own and checked against their schema by a test, so a wrong shape is a
 * programming error ({@link IllegalStateException}).
 */
public final class JsonData {
    /** Interning and canonicalising names costs more than it saves on files that are read once. */
    private static final JsonFactory FACTORY = new JsonFactory()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);

    private final String file;
    private final Map<String, Object> members;

    private JsonData(String file, Map<String, Object> members) {
        this.file = file;
        this.members = members;
    }

    /** Reads a resource beside this class. */
    static JsonData resource(String name) {
        return resource(JsonData.class, name);
    }

    /** Reads a resource beside a class; its package is told if the resource is missing or malformed. */
    public static JsonData resource(Class<?> beside, String resource) {
        String name = beside.getPackageName().replace('.', '/') + "/" + resource;
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("keyguard's jar lacks " + name);
            }
            try (JsonParser parser = FACTORY.createParser(in.readAllBytes())) {
                parser.nextToken();
                return new JsonData(name, object(parser));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            members.put(name, value(parser, parser.nextToken()));
        }
        return members;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                List<Object> elements = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    elements.add(value(parser, next));
                }
                return elements;
            case VALUE_NUMBER_INT:
                return parser.getIntValue();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            default:
                return parser.getText();
        }
    }

    /** A member that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "a string"));
    }

    /** A member that may be absent. */
    public Optional<String> optionalText(String name) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "a string");
    }

    /** A whole number; empty where the member is absent. */
    public OptionalInt number(String name) {
        Object value = members.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Integer number) {
            return OptionalInt.of(number);
        }
        throw wrong(name, "a whole number");
    }

    /** False where the member is absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    /** A list of strings; empty where the member is absent. */
    public List<String> texts(String name) {
        List<String> result = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw wrong(name, "a list of strings");
            }
            result.add(text);
        }
        return List.copyOf(result);
    }

    /** A list of whole numbers; empty where the member is absent. */
    public List<Integer> numbers(String name) {
        List<Integer> result = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Integer number)) {
                throw wrong(name, "a list of whole numbers");
            }
            result.add(number);
        }
        return List.copyOf(result);
    }

    /** An object that may be absent. */
    public Optional<JsonData> optionalObject(String name) {
        return Optional.ofNullable(members.get(name)).map(value -> wrap(name, value));
    }

    /** Names of the members, in the order of the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** An object that must be there. */
    public JsonData object(String name) {
        return wrap(name, members.get(name));
    }

    /** An object whose members are lists of strings, in the order of the file; empty where absent. */
    public Map<String, List<String>> textsMap(String name) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        Map<String, Object> lists = map(name);
        JsonData inside = new JsonData(file, lists);
        lists.keySet().forEach(member -> result.put(member, inside.texts(member)));
        return result;
    }

    /** A list of objects; empty where the member is absent. */
    public List<JsonData> objects(String name) {
        List<JsonData> result = new ArrayList<>();
        for (Object element : list(name)) {
            result.add(wrap(name, element));
        }
        return result;
    }

    /** An object whose members are objects, in the order of the file; empty where absent. */
    public Map<String, JsonData> objectMap(String name) {
        Map<String, JsonData> result = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : map(name).entrySet()) {
            result.put(member.getKey(), wrap(name, member.getValue()));
        }
        return result;
    }

    /** An object whose members are strings, in the order of the file; empty where absent. */
    public Map<String, String> textMap(String name) {
        Map<String, String> result = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : map(name).entrySet()) {
            if (!(member.getValue() instanceof String text)) {
                throw wrong(name, "an object of strings");
            }
            result.put(member.getKey(), text);
        }
        return result;
    }

    private List<?> list(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    private Map<String, Object> map(String name) {
        Object value = members.get(name);
        return value == null ? Map.of() : wrap(name, value).members;
    }

    @SuppressWarnings("unchecked") // every map here was made by object(JsonParser)
    private JsonData wrap(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonData(file, (Map<String, Object>) map);
        }
        throw wrong(name, "an object");
    }

    private IllegalStateException wrong(String name, String wanted) {
        return new IllegalStateException(file + ": \"" + name + "\" must be " + wanted);
    }
}
