package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyguard.access.Refusal.Meaning;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes sense of answers to a list or a model request, leniently: {@code data}, {@code models} or a bare array; objects
 * with {@code id}, {@code name} or {@code model}, or plain strings; fields may be absent, null or unknown.
 */
final class AnswerReader {
    private static final int MOST_MODELS = 50_000;
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
    private static final int LAST_STATUS = 599;
    /** Fields by which interfaces say that there is more of a list than they sent. */
    private static final List<String> MORE =
            List.of("has_more", "next_page_token", "nextPageToken", "next_page", "next");

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
        Optional<ModelEntry> entry = json(raw).flatMap(AnswerReader::entry);
        return entry.filter(found -> profile.plain(found.id()).equals(profile.plain(model)))
                .<ListAnswer>map(
                        found -> new ListAnswer.Listed(new TreeMap<>(Map.of(model, found)), raw.requestId(), true))
                .orElseGet(() -> noList(raw, "it answers with something else than that model"));
    }

    /** What an answer to a real request means: anything but a refusal in the clothes of a success is one. */
    ListAnswer probe(RawAnswer raw, String model, Scrubber scrubber) {
        Optional<JsonNode> root = json(raw).filter(JsonNode::isObject);
        boolean success = raw.status() >= OK && raw.status() < REDIRECT;
        if (success && root.isEmpty()) {
            return new ListAnswer.Unreachable("the answer is no answer of a model");
        }
        ListAnswer answer = success && error(root.get())
                ? new ListAnswer.Refused(classifier.classify(status(raw, root), raw.body(), scrubber), raw.requestId())
                : success ? answered(raw, model) : unsuccessful(raw, scrubber);
        boolean onlyParameter = answer instanceof ListAnswer.Refused refused
                && refused.refusal().meaning() == Meaning.PROBE_OK_BUT_BAD_PARAM;
        return onlyParameter ? answered(raw, model) : answer;
    }

    private static ListAnswer answered(RawAnswer raw, String model) {
        ModelEntry entry = new ModelEntry(model, Optional.empty());
        return new ListAnswer.Listed(new TreeMap<>(Map.of(model, entry)), raw.requestId(), true);
    }

    /** What an answer to the request for a project's list of models means. */
    PermissionsAnswer permissions(RawAnswer raw, String project, Scrubber scrubber) {
        Optional<JsonNode> root = json(raw);
        boolean success = raw.status() >= OK && raw.status() < REDIRECT && root.isPresent();
        String mode = root.map(node -> node.path("mode").asText()).orElse("");
        if (success && (mode.equals("allow_list") || mode.equals("deny_list"))) {
            SortedSet<String> ids = new TreeSet<>();
            root.get().path("model_ids").forEach(node -> id(node).ifPresent(ids::add));
            ids.removeIf(scrubber::echo);
            return PermissionsAnswer.of(new ModelPermissions(project, mode.equals("allow_list"), ids));
        }
        String said = classifier.classify(raw.status(), raw.body(), scrubber).message();
        return PermissionsAnswer.failed("HTTP " + raw.status() + (said.isBlank() ? "" : ", " + said));
    }

    /** The value that the next page of a list is asked with, if there is one. */
    Optional<String> next(RawAnswer raw, ProviderProfile.Paging paging) {
        return json(raw)
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
        Optional<JsonNode> root = json(raw);
        if (root.isEmpty()) {
            return new ListAnswer.Unreachable("the answer is cut off or no JSON");
        }
        Optional<JsonNode> array = array(root.get());
        if (error(root.get()) || array.isEmpty()) {
            Refusal refusal = classifier.classify(status(raw, root), raw.body(), scrubber);
            boolean clear = error(root.get()) || refusal.meaning() != Meaning.UNCLASSIFIED;
            return clear
                    ? new ListAnswer.Refused(refusal, raw.requestId())
                    : noList(raw, "the answer holds no list of models");
        }
        if (array.get().size() > MOST_MODELS) {
            return noList(raw, "the list has more than " + MOST_MODELS + " models");
        }
        return new ListAnswer.Listed(entries(array.get(), scrubber), raw.requestId(), !more(root.get()));
    }

    private static Optional<JsonNode> json(RawAnswer raw) {
        return UntrustedJson.read(ErrorBody.plain(raw.body()));
    }

    /** Gateways send refusals with status 200, too. */
    private static boolean error(JsonNode root) {
        JsonNode error = root.path("error");
        return error.isObject() && !error.isEmpty()
                || error.isTextual() && !error.asText().isBlank()
                || error.isBoolean() && error.asBoolean()
                || root.path("object").asText().equals("error");
    }

    /** The status that was meant: the body's own code where it is one. */
    private static int status(RawAnswer raw, Optional<JsonNode> root) {
        return Stream.of("status", "code", "statusCode")
                .flatMap(name -> root.stream()
                        .flatMap(r -> Stream.of(r.path(name), r.path("error").path(name))))
                .mapToInt(node -> node.asInt(0))
                .filter(code -> code >= BAD_REQUEST && code <= LAST_STATUS)
                .findFirst()
                .orElse(raw.status());
    }

    private static boolean more(JsonNode root) {
        return MORE.stream()
                .map(root::path)
                .anyMatch(node -> node.isBoolean() && node.asBoolean()
                        || node.isTextual() && !node.asText().isBlank());
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
                // of an id that is there twice the one with a day counts
                entries.merge(entry.id(), entry, (a, b) -> b.shutdown().isPresent() ? b : a);
                element.path("aliases")
                        .forEach(alias -> id(alias)
                                .ifPresent(
                                        other -> entries.putIfAbsent(other, new ModelEntry(other, entry.shutdown()))));
            });
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
