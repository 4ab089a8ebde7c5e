package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a refusal's body says, whatever form it has.
 *
 * @param codes   every code in it, strings and numbers alike, separated by blanks
 * @param type    {@code error.type}, or the empty string
 * @param message the text for people, bounded, not yet scrubbed
 */
record ErrorBody(Shape shape, String codes, String type, String message) {
    private static final int LONGEST = 2_000;
    private static final String MARK = "\ufeff";

    /** The forms that error bodies come in. */
    enum Shape {
        /** {@code {"error": {…}}}. */
        OBJECT,
        /** {@code {"error": "…"}}. */
        STRING,
        /** {@code {"detail": …}}, as FastAPI writes them. */
        DETAIL,
        /** {@code {"message": …}} or any other object. */
        FLAT,
        HTML,
        TEXT,
        EMPTY;

        static Shape of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Reads a body; never throws, whatever it holds. */
    static ErrorBody of(String body) {
        String text = plain(body);
        if (text.isEmpty()) {
            return new ErrorBody(Shape.EMPTY, "", "", "");
        }
        if (text.startsWith("<")) {
            return new ErrorBody(Shape.HTML, "", "", bounded(text));
        }
        return json(text).map(ErrorBody::of).orElseGet(() -> new ErrorBody(Shape.TEXT, "", "", bounded(text)));
    }

    /** Without blanks and byte order mark around it. */
    static String plain(String body) {
        String text = body.strip();
        return text.startsWith(MARK) ? text.substring(1).strip() : text;
    }

    private static Optional<JsonNode> json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        // Gemini's compatible endpoint wraps its errors in an array
        return UntrustedJson.read(text).map(root -> root.isArray() && root.size() > 0 ? root.get(0) : root);
    }

    private static ErrorBody of(JsonNode root) {
        JsonNode error = root.path("error");
        String codes = codes(root, error);
        if (error.isObject()) {
            String message = first(
                    error.path("message"),
                    error.path("error"),
                    error.path("metadata").path("raw"),
                    error.path("detail"),
                    root.path("message"));
            return new ErrorBody(Shape.OBJECT, codes, error.path("type").asText(""), bounded(message));
        }
        if (error.isTextual()) {
            String message = Stream.of(error, root.path("message"), root.path("error_description"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(". "));
            return new ErrorBody(Shape.STRING, codes, root.path("type").asText(""), bounded(message));
        }
        JsonNode detail = root.path("detail");
        if (!detail.isMissingNode()) {
            return detail(detail.isArray() ? detail.path(0) : detail, codes, root.path("title"));
        }
        JsonNode listed = root.path("errors").path(0);
        String message = first(
                root.path("message"),
                root.path("Message"),
                root.path("msg"),
                listed.path("message"),
                listed,
                root.path("title"));
        return new ErrorBody(Shape.FLAT, codes, root.path("type").asText(""), bounded(message));
    }

    /** FastAPI's: a text, an object, or the first of what its validation found ({@code loc}, {@code msg}). */
    private static ErrorBody detail(JsonNode detail, String codes, JsonNode title) {
        JsonNode error = detail.path("error");
        String message = first(detail, detail.path("message"), detail.path("msg"), error, error.path("message"), title);
        String where = detail.path("loc").isArray()
                ? detail.path("loc").path(detail.path("loc").size() - 1).asText("")
                : "";
        String type = first(detail.path("type"), error.path("type"));
        return new ErrorBody(Shape.DETAIL, codes, type, bounded(where.isEmpty() ? message : where + ": " + message));
    }

    private static String codes(JsonNode root, JsonNode error) {
        return Stream.of(
                        // {"error": "invalid_api_key"}
                        error.isTextual() && error.asText().indexOf(' ') < 0 ? error : MissingNode.getInstance(),
                        error.path("code"),
                        error.path("status"),
                        error.path("innererror").path("code"),
                        error.path("details").path(0).path("reason"),
                        root.path("code"),
                        root.path("error_code"),
                        root.path("detail").path("code"))
                .filter(JsonNode::isValueNode)
                .map(node -> node.asText(""))
                .filter(code -> !code.isEmpty() && !code.equals("null"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String first(JsonNode... candidates) {
        return List.of(candidates).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
