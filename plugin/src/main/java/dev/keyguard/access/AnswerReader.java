package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyguard.access.Refusal.Meaning;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes sense of answers to a list or a model request, leniently: {@code data}, {@code models} or a bare array; objects
 * with {@code id}, {@code name} or {@code model}, or plain strings; fields may be absent, null or unknown.
 */
final class AnswerReader {
    private static final int MOST_MODELS = 20_000;
    private static final int LONGEST_ID = 256;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int LONGEST_DAY = 10;

    private final RefusalClassifier classifier;

    AnswerReader(RefusalClassifier classifier) {
        this.classifier = classifier;
    }

    /** What an answer to a list request means. */
    ListAnswer list(RawAnswer raw, Scrubber scrubber) {
        return raw.status() >= OK && raw.status() < REDIRECT ? listed(raw, scrubber) : unsuccessful(raw, scrubber);
    }

    /** What an answer to the request for one model means. */
    ListAnswer one(RawAnswer raw, String model, ProviderProfile profile, Scrubber scrubber) {
        if (raw.status() < OK || raw.status() >= REDIRECT) {
            return unsuccessful(raw, scrubber);
        }
        Optional<ModelEntry> entry = UntrustedJson.read(raw.body()).flatMap(AnswerReader::entry);
        return entry.filter(found -> profile.plain(found.id()).equals(profile.plain(model)))
                .<ListAnswer>map(
                        found -> new ListAnswer.Listed(new TreeMap<>(java.util.Map.of(model, found)), raw.requestId()))
                .orElseGet(() -> noList(raw, "it answers with something else than that model"));
    }

    /** The value that the next page of a list is asked with, if there is one. */
    Optional<String> next(RawAnswer raw, ProviderProfile.Paging paging) {
        return UntrustedJson.read(raw.body())
                .filter(root -> root.path(paging.more()).asBoolean(false))
                .map(root -> root.path(paging.last()).asText(""))
                .filter(value -> !value.isEmpty());
    }

    private ListAnswer listed(RawAnswer raw, Scrubber scrubber) {
        ErrorBody body = ErrorBody.of(raw.body());
        if (body.shape() == ErrorBody.Shape.HTML) {
            return new ListAnswer.Refused(
                    new Refusal(Meaning.EDGE_BLOCK, raw.status(), "a web page instead of a list of models"),
                    raw.requestId());
        }
        Optional<JsonNode> root = UntrustedJson.read(raw.body());
        if (root.isEmpty()) {
            return new ListAnswer.Unreachable("the answer is cut off or no JSON");
        }
        if (root.get().path("error").isObject() || root.get().path("error").isTextual()) {
            return new ListAnswer.Refused(classifier.classify(raw.status(), raw.body(), scrubber), raw.requestId());
        }
        return array(root.get())
                .<ListAnswer>map(array -> new ListAnswer.Listed(entries(array, scrubber), raw.requestId()))
                .orElseGet(() -> noList(raw, "the answer holds no list of models"));
    }

    private static Optional<JsonNode> array(JsonNode root) {
        if (root.isArray()) {
            return Optional.of(root);
        }
        return root.path("data").isArray()
                ? Optional.of(root.path("data"))
                : Optional.of(root.path("models")).filter(JsonNode::isArray);
    }

    /** What the list names, but for "models" that are the key said back: ids go into reports, cache and lock file. */
    private static SortedMap<String, ModelEntry> entries(JsonNode array, Scrubber scrubber) {
        SortedMap<String, ModelEntry> entries = new TreeMap<>();
        for (JsonNode element : array) {
            entry(element).ifPresent(entry -> {
                entries.put(entry.id(), entry);
                element.path("aliases")
                        .forEach(alias -> id(alias)
                                .ifPresent(
                                        other -> entries.putIfAbsent(other, new ModelEntry(other, entry.shutdown()))));
            });
            if (entries.size() >= MOST_MODELS) {
                break;
            }
        }
        entries.keySet().removeIf(scrubber::echo);
        return entries;
    }

    private static Optional<ModelEntry> entry(JsonNode element) {
        Optional<String> id = id(element)
                .or(() -> id(element.path("id")))
                .or(() -> id(element.path("name")))
                .or(() -> id(element.path("model")));
        return id.map(text -> new ModelEntry(text, day(element.path("shutdown_date"))));
    }

    private static Optional<String> id(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_ID)
                .filter(text ->
                        text.chars().allMatch(c -> c >= ' ' && c != 0x7f && Character.getType(c) != Character.FORMAT));
    }

    private static Optional<LocalDate> day(JsonNode node) {
        String text = node.asText("");
        try {
            return text.length() < LONGEST_DAY
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, LONGEST_DAY)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private ListAnswer unsuccessful(RawAnswer raw, Scrubber scrubber) {
        if (raw.status() < BAD_REQUEST) {
            String where = raw.location()
                    .map(scrubber::scrub)
                    .map(target -> " to " + origin(target))
                    .orElse("");
            return new ListAnswer.Unreachable("it answers with a redirect" + where + ", which is not followed");
        }
        if (raw.status() == PROXY_AUTHENTICATION) {
            return new ListAnswer.Unreachable("the proxy asks for a user and password");
        }
        Refusal refusal = classifier.classify(raw.status(), raw.body(), scrubber);
        boolean overload = raw.status() == REQUEST_TIMEOUT
                || (raw.status() == TOO_MANY && refusal.meaning() != Meaning.QUOTA)
                || (raw.status() >= SERVER_ERROR && raw.status() != NOT_IMPLEMENTED);
        if (overload) {
            String said = refusal.message().isBlank() ? "" : ": " + refusal.message();
            return new ListAnswer.Unreachable("it answers with HTTP " + raw.status() + said);
        }
        return new ListAnswer.Refused(refusal, raw.requestId());
    }

    private static String origin(String location) {
        return BaseUrl.parse(location.replaceAll("[?#].*", ""))
                .map(url -> url.scheme() + "://" + url.host())
                .orElse("another place");
    }

    private static ListAnswer noList(RawAnswer raw, String message) {
        return new ListAnswer.Refused(new Refusal(Meaning.LIST_UNAVAILABLE, raw.status(), message), raw.requestId());
    }
}
