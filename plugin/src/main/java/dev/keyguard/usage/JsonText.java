package dev.keyguard.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON inside a string of the program, whole or in pieces: where it names a model. Pieces that are expressions stand as
 * {@link #HOLE}.
 */
final class JsonText {
    /** Stands for an expression that was joined into the text. */
    static final char HOLE = '\u0001';

    private static final Pattern MODEL = Pattern.compile("[\"']?\\bmodel[\"']?\\s*:\\s*[\"']?([^\"',{}\\s]*)");
    private static final Pattern QUOTED = Pattern.compile("[\"']model\\\\?[\"']\\s*:");
    private static final Pattern KEY = Pattern.compile("(?<=[{,\\s\"'])([A-Za-z_]+)[\"']?\\s*:");
    private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?s");

    private final String text;

    JsonText(String text) {
        this.text = text;
    }

    /** A model named in the text: its id, a format specifier or a hole, at that offset. */
    record Named(String value, int offset) {}

    /** @param evidence whether the code around sends requests; asked only where it matters */
    boolean isRequest(HttpVocabulary vocabulary, BooleanSupplier evidence) {
        Set<String> keys =
                KEY.matcher(text).results().map(result -> result.group(1)).collect(java.util.stream.Collectors.toSet());
        // "model: x" may as well be a sentence; only a request's other members make it more
        return keys.contains("model")
                && !vocabulary.isResponse(keys)
                && (vocabulary.isRequest(keys) || QUOTED.matcher(text).find() && evidence.getAsBoolean());
    }

    List<Named> models() {
        List<Named> found = new ArrayList<>();
        Matcher matcher = MODEL.matcher(text);
        while (matcher.find()) {
            found.add(new Named(matcher.group(1), matcher.start(1)));
        }
        return found;
    }

    /** Which argument of a format call fills the specifier at that offset, counted from 0. */
    int argumentAt(int offset) {
        return (int) FORMAT.matcher(text)
                .results()
                .takeWhile(result -> result.start() < offset)
                .count();
    }

    /** Which hole stands at that offset, counted from 0. */
    int holeAt(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == HOLE).count();
    }
}
