package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers with status 200 are: lists of every form, refusals in disguise, neither. */
final class AnswerReaderTest {
    private final AnswerReader reader = new AnswerReader(RefusalClassifier.load());

    private static RawAnswer raw(int status, String body) {
        return new RawAnswer(status, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ListAnswer list(int status, String body) {
        return reader.list(raw(status, body), new Scrubber());
    }

    private SortedMap<String, ModelEntry> models(String body) {
        assertThat(list(200, body))
                .as(body.substring(0, Math.min(200, body.length())))
                .isInstanceOf(ListAnswer.Listed.class);
        return ((ListAnswer.Listed) list(200, body)).models();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        "{\"data\":[{\"id\":\"a\"},{\"id\":\"a\",\"shutdown_date\":\"2027-01-14\"},{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of("{\"error\":null,\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of("{\"error\":{},\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of("{\"error\":\"\",\"success\":true,\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of("{\"error\":false,\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of(
                        "{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"created\":\"2024-05-13T00:00:00Z\"},{\"id\":\"b\",\"created\":1.7e9,\"owned_by\":null,\"permission\":[{\"id\":\"modelperm-x\"}]}]}"),
                Arguments.of(
                        "{\"data\":[{\"id\":\"a\"},{\"id\":7},{\"id\":{}},{\"id\":[]},{\"id\":true},{\"id\":\"\"},{\"id\":\" \"},{\"object\":\"model\"},[],null,7,\"b\"]}"),
                Arguments.of("{\"models\":[{\"model\":\"a\",\"size\":1},{\"name\":\"b\",\"model\":\"x\"}]}"),
                Arguments.of("[\"a\",\"b\"]"),
                Arguments.of("\ufeff{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}\r\n"),
                Arguments.of("\n\n  {\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
                Arguments.of(
                        "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\\u0007\"},{\"id\":\"b\\u202e\"},{\"id\":\"b\"},{\"id\":\""
                                + "x".repeat(257) + "\"}]}"),
                Arguments.of("{\"data\":[{\"id\":\"a\",\"id\":\"b\"},{\"id\":\"a\"}]}"),
                Arguments.of("{\"data\":[{\"id\":\"a\",\"name\":\"A nice name\"},{\"name\":\"b\",\"id\":null}]}"),
                Arguments.of(
                        "{\"count\":2,\"status\":\"success\",\"code\":0,\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isAList(String body) {
        assertThat(models(body)).containsOnlyKeys("a", "b");
        assertThat(((ListAnswer.Listed) list(200, body)).whole()).isTrue();
    }

    @Test
    void anIdThatIsThereTwiceKeepsItsDay() {
        assertThat(models(
                                "{\"data\":[{\"id\":\"a\",\"shutdown_date\":\"2027-01-14\"},{\"id\":\"a\",\"shutdown_date\":null}]}")
                        .get("a")
                        .shutdown())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-14T00:00:00Z|2027-01-14",
                "2027-01-14|2027-01-14",
                "2027-13-99|",
                "14.01.2027|",
                "never|",
                "|"
            })
    void daysAreReadLeniently(String line) {
        String[] parts = line.split("\\|", 2);
        Optional<String> day = models("{\"data\":[{\"id\":\"a\",\"shutdown_date\":\"" + parts[0] + "\"}]}")
                .get("a")
                .shutdown()
                .map(Object::toString);
        assertThat(day.orElse("")).isEqualTo(parts[1]);
    }

    static Stream<Arguments> disguised() {
        return Stream.of(
                Arguments.of(
                        Meaning.KEY_INVALID,
                        "{\"error\":{\"message\":\"Incorrect API key provided\",\"code\":\"invalid_api_key\"}}"),
                Arguments.of(Meaning.KEY_INVALID, "{\"error\":\"invalid_api_key\",\"data\":[]}"),
                Arguments.of(Meaning.KEY_INVALID, "{\"success\":false,\"message\":\"Invalid token\"}"),
                Arguments.of(Meaning.KEY_INVALID, "{\"code\":401,\"msg\":\"Unauthorized\",\"data\":null}"),
                Arguments.of(Meaning.KEY_INVALID, "{\"object\":\"error\",\"message\":\"Unauthorized\",\"code\":401}"),
                Arguments.of(Meaning.KEY_MISSING, "{\"detail\":\"Not authenticated\",\"status\":401}"),
                Arguments.of(
                        Meaning.MODEL_DENIED,
                        "{\"error\":{\"message\":\"Project `proj_fake` does not have access to model `gpt-4o`\",\"code\":\"model_not_found\",\"status\":403}}"),
                Arguments.of(
                        Meaning.LIST_FORBIDDEN,
                        "{\"error\":\"You have insufficient permissions for this operation. Missing scopes: api.model.read.\"}"),
                Arguments.of(
                        Meaning.QUOTA,
                        "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\"}}"),
                Arguments.of(
                        Meaning.CONFIG_BASE_URL, "{\"status\":404,\"message\":\"no Route matched with those values\"}"),
                Arguments.of(Meaning.UNCLASSIFIED, "{\"error\":true,\"data\":[{\"id\":\"a\"}]}"),
                Arguments.of(Meaning.UNCLASSIFIED, "{\"error\":{\"message\":\"Something odd\"}}"),
                Arguments.of(Meaning.EDGE_BLOCK, "<html><title>Sign in to the network</title></html>"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "{\"data\":null}"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "{\"models\":null}"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "{\"models\":{\"gpt-4o\":{}}}"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "{\"data\":\"gpt-4o\"}"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "{\"ok\":true}"),
                Arguments.of(Meaning.LIST_UNAVAILABLE, "\"gpt-4o\""));
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void isARefusalAllTheSame(Meaning meaning, String body) {
        assertThat(list(200, body))
                .isInstanceOfSatisfying(
                        ListAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().meaning()).isEqualTo(meaning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{\"data\":[{\"id\":\"a\"}",
                "data: {\"id\":\"a\"}\n\n",
                "OK",
                "gpt-4o\ngpt-4.1",
                "{'data':[]}",
                "\u0000\u0001",
                "[[[[",
                "NaN"
            })
    void isNothingAtAll(String body) {
        assertThat(list(200, body)).isInstanceOf(ListAnswer.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"has_more\":true,\"last_id\":\"a\"",
                "\"next_page_token\":\"x\"",
                "\"nextPageToken\":\"x\"",
                "\"next\":\"https://other/models?page=2\""
            })
    void aPageIsNotTheWholeList(String more) {
        assertThat(list(200, "{\"data\":[{\"id\":\"a\"}]," + more + "}"))
                .isInstanceOfSatisfying(
                        ListAnswer.Listed.class,
                        listed -> assertThat(listed.whole()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"has_more\":false", "\"next\":null", "\"next_page_token\":\"\"", "\"first_id\":\"a\""})
    void theLastPageIs(String more) {
        assertThat(list(200, "{\"data\":[{\"id\":\"a\"}]," + more + "}"))
                .isInstanceOfSatisfying(
                        ListAnswer.Listed.class,
                        listed -> assertThat(listed.whole()).isTrue());
    }

    @Test
    void aHugeListIsReadAndAnEndlessOneIsNone() {
        assertThat(models(numbered(40_000))).hasSize(40_000);
        assertThat(list(200, numbered(60_000)))
                .isInstanceOfSatisfying(
                        ListAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().meaning()).isEqualTo(Meaning.LIST_UNAVAILABLE));
    }

    private static String numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"m" + i + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @Test
    void deepNestingIsNone() {
        assertThat(list(200, "[".repeat(100_000))).isInstanceOf(ListAnswer.Unreachable.class);
        assertThat(list(403, "{\"error\":".repeat(50_000))).isInstanceOf(ListAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 529, 599})
    void whoIsBusyOrDownHasSaidNothing(int status) {
        assertThat(list(status, "{\"error\":{\"message\":\"The server had an error\"}}"))
                .isInstanceOf(ListAnswer.Unreachable.class);
        assertThat(list(status, "<html>Bad gateway</html>")).isInstanceOf(ListAnswer.Unreachable.class);
        assertThat(list(status, "")).isInstanceOf(ListAnswer.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 103, 204, 301, 302, 304, 307, 308})
    void neitherListNorRefusal(int status) {
        assertThat(list(status, "")).isInstanceOf(ListAnswer.Unreachable.class);
    }

    @Test
    void aModelThatIsSaidToBeAnotherIsNone() {
        ProviderProfile profile = ProviderProfiles.load().compatible();
        for (String body : new String[] {"{\"id\":\"b\"}", "{}", "[]", "{\"data\":[{\"id\":\"a\"}]}", "<html>", ""}) {
            assertThat(reader.one(raw(200, body), "a", profile, new Scrubber()))
                    .as(body)
                    .isInstanceOf(ListAnswer.Refused.class);
        }
    }

    static Stream<Arguments> realAnswers() {
        return Stream.of(
                Arguments.of(200, "{\"id\":\"chatcmpl-1\",\"choices\":[]}", ListAnswer.Listed.class),
                Arguments.of(200, "{\"error\":null,\"output\":[]}", ListAnswer.Listed.class),
                Arguments.of(
                        400,
                        "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model.\",\"code\":\"unsupported_parameter\"}}",
                        ListAnswer.Listed.class),
                Arguments.of(
                        400,
                        "{\"error\":{\"message\":\"Could not finish the message because max_tokens or model output limit was reached.\"}}",
                        ListAnswer.Listed.class),
                Arguments.of(200, "{\"error\":{\"message\":\"no access to model\"}}", ListAnswer.Refused.class),
                Arguments.of(403, "{\"error\":{\"message\":\"no\"}}", ListAnswer.Refused.class),
                Arguments.of(200, "<html></html>", ListAnswer.Unreachable.class),
                Arguments.of(200, "data: {}\n\n", ListAnswer.Unreachable.class),
                Arguments.of(503, "{}", ListAnswer.Unreachable.class));
    }

    @ParameterizedTest
    @MethodSource("realAnswers")
    void anAnswerToARealRequest(int status, String body, Class<? extends ListAnswer> kind) {
        assertThat(reader.probe(raw(status, body), "gpt-4o", new Scrubber())).isInstanceOf(kind);
    }

    @Test
    void theProjectsOwnList() {
        PermissionsAnswer told = reader.permissions(
                raw(
                        200,
                        "{\"object\":\"project.model_permissions\",\"mode\":\"allow_list\",\"model_ids\":[\"gpt-4.1\",7,null]}"),
                "proj_fake",
                new Scrubber());
        assertThat(told.list())
                .contains(
                        new ModelPermissions("proj_fake", true, new java.util.TreeSet<>(java.util.Set.of("gpt-4.1"))));
        assertThat(told.list().orElseThrow().about("gpt-4o"))
                .isEqualTo("the allow list of project proj_fake does not name it (it names gpt-4.1)");
        for (String body : new String[] {"", "{}", "{\"mode\":\"other\"}", "<html>", "[]"}) {
            assertThat(reader.permissions(raw(200, body), "proj_fake", new Scrubber())
                            .list())
                    .isEmpty();
        }
        assertThat(reader.permissions(
                                raw(403, "{\"error\":{\"message\":\"Missing scopes: api.management.read\"}}"),
                                "proj_fake",
                                new Scrubber())
                        .failure())
                .isEqualTo("HTTP 403, Missing scopes: api.management.read");
        assertThat(new ModelPermissions("p", false, Collections.emptySortedSet()).about("x"))
                .contains("does not name it");
    }
}
