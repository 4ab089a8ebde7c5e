package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.usage.Reference;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests: only when asked for, only where they are cheap, and what they mean. */
final class ProbeTest {
    private static final String KEY = "OPENAI_API_KEY";

    private final Sample sample = new Sample();

    @BeforeEach
    void haveAKey() {
        sample.environment.put(KEY, "sk-proj-fakeCanary7f3a9b2c1d0eFake");
    }

    @Test
    void isOffUnlessAskedFor() {
        sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        sample.book(lister);
        assertThat(lister.probed).isEmpty();
    }

    @Test
    void asksEachListedModelOfTheCodeOnceForEachOperationAndSaysWhatItCosts() {
        sample.probe = true;
        sample.uses("gpt-4o", KEY);
        sample.uses("gpt-4o", KEY);
        sample.usesFor("responses", "gpt-4o", KEY);
        sample.usesFor("embedding", "text-embedding-3-small", KEY);
        Reference absent = sample.uses("gpt-5.5", KEY);
        Recording lister = new Recording("gpt-4o", "text-embedding-3-small", "gpt-4.1");
        AccessBook book = sample.book(lister);
        assertThat(lister.probed)
                .extracting(Wanted::text)
                .containsExactly("gpt-4o (chat)", "gpt-4o (responses)", "text-embedding-3-small (embedding)");
        assertThat(book.answers().get(0).notes())
                .singleElement()
                .asString()
                .startsWith("keyguard.probe sent real requests to api.openai.com")
                .contains("gpt-4o (chat: about 8 input tokens and 1 output token)");
        assertThat(book.accessOf(sample.references.get(0)).reason()).contains("answered a real request");
        assertThat(book.accessOf(absent)).isInstanceOf(Access.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "image, gpt-image-2",
        "image, dall-e-3",
        "video, sora-2",
        "speech, tts-1",
        "speech, gpt-4o-mini-tts",
        "transcription, whisper-1",
        "transcription, gpt-4o-transcribe",
        "realtime, gpt-realtime",
        "chat, gpt-audio",
        "unknown, gpt-image-2",
        "unknown, nobody-knows-this",
        "image, nobody-knows-this",
        "chat, gpt-image-2",
        "responses, sora-2-pro",
        "chat, text-embedding-3-small"
    })
    void neverAsksWhatCostsRealMoneyOrCannotAnswer(String operation, String model) {
        sample.probe = true;
        sample.usesFor(operation, model, KEY);
        Recording lister = new Recording(model);
        sample.book(lister);
        assertThat(lister.probed).isEmpty();
    }

    @Test
    void noKindThatCostsRealMoneyHasARequest() {
        ModelTable table = BundledModelTable.load();
        Probes probes = Probes.load();
        assertThat(table.ids().stream()
                        .map(id -> table.find(id).orElseThrow())
                        .filter(facts -> java.util.stream.Stream.of(
                                        "unknown", "chat", "responses", "image", "speech", "video", "realtime")
                                .anyMatch(operation -> probes.of(new Wanted(facts.id(), operation), Optional.of(facts))
                                        .isPresent()))
                        .map(ModelFacts::kind)
                        .distinct())
                .containsExactlyInAnyOrder("chat", "responses-only", "embedding", "moderation", "completion")
                .doesNotContain("image", "video", "speech", "audio", "transcription", "realtime", "search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODEL_DENIED", "MODEL_UNKNOWN_OR_DENIED", "MODEL_UNKNOWN", "LISTED_BUT_REFUSED"})
    void listedAndRefusedIsNotAccessible(Meaning meaning) {
        sample.probe = true;
        Reference reference = sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.real = wanted -> Recording.refused(meaning, 403, "no access");
        assertThat(sample.book(lister).accessOf(reference))
                .isInstanceOfSatisfying(Access.Unavailable.class, refused -> {
                    assertThat(refused.cause()).isEqualTo(Access.Cause.NOT_ACCESSIBLE);
                    assertThat(refused.evidence()).contains("real request", "HTTP 403: no access");
                });
    }

    @Test
    void whatOnlyARequestShows() {
        sample.probe = true;
        Reference chat = sample.uses("gpt-4o", KEY);
        Reference embedding = sample.usesFor("embedding", "text-embedding-3-small", KEY);
        Recording lister = new Recording("gpt-4o", "text-embedding-3-small");
        lister.real = wanted -> wanted.model().equals("gpt-4o")
                ? Recording.refused(Meaning.KEY_SCOPE, 401, "Missing scopes: model.request")
                : Recording.listed(wanted.model());
        AccessBook book = sample.book(lister);
        assertThat(book.answers().get(0).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.meaning()).isEqualTo(Meaning.KEY_SCOPE));
        assertThat(book.accessOf(chat))
                .isInstanceOfSatisfying(
                        Access.Unavailable.class, u -> assertThat(u.cause()).isEqualTo(Access.Cause.KEY_REFUSED));
        assertThat(book.accessOf(embedding)).isInstanceOf(Access.Available.class);

        lister.real = wanted -> Recording.refused(Meaning.ENDPOINT_MISMATCH, 404, "not a chat model");
        sample.memo = new ListMemo();
        assertThat(sample.book(lister).accessOf(chat))
                .isInstanceOfSatisfying(
                        Access.Unavailable.class, u -> assertThat(u.cause()).isEqualTo(Access.Cause.WRONG_OPERATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUOTA", "ORG_UNVERIFIED", "ENV_REGION", "EDGE_BLOCK", "UNCLASSIFIED", "CONFIG_BASE_URL"})
    void whatSaysNothingOfTheModelIsUnknown(Meaning meaning) {
        sample.probe = true;
        Reference reference = sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.real = wanted -> Recording.refused(meaning, 429, "so it says");
        assertThat(sample.book(lister).accessOf(reference))
                .isInstanceOfSatisfying(
                        Access.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("real request", "so it says"));
    }

    @Test
    void whereNobodyAnswersTheListDecides() {
        sample.probe = true;
        Reference reference = sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.real = wanted -> new ListAnswer.Unreachable("it answers with HTTP 503");
        assertThat(sample.book(lister).accessOf(reference)).isInstanceOf(Access.Available.class);
    }

    @Test
    void settlesWhatAListThatMayNotBeSeenCannot() {
        sample.probe = true;
        Reference works = sample.uses("gpt-4o", KEY);
        Reference refused = sample.uses("gpt-4.1", KEY);
        Recording lister =
                new Recording(q -> Recording.refused(Meaning.LIST_FORBIDDEN, 403, "Missing scopes: api.model.read"));
        lister.real = wanted -> wanted.model().equals("gpt-4o")
                ? Recording.listed("gpt-4o")
                : Recording.refused(Meaning.MODEL_DENIED, 403, "no access");
        AccessBook book = sample.book(lister);
        assertThat(book.accessOf(works)).isInstanceOf(Access.Available.class);
        assertThat(book.accessOf(refused)).isInstanceOf(Access.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY_INVALID", "QUOTA", "EDGE_BLOCK", "CONFIG_BASE_URL", "UNCLASSIFIED"})
    void isNotTriedWithAKeyThatIsRefused(Meaning meaning) {
        sample.probe = true;
        sample.uses("gpt-4o", KEY);
        Recording lister = new Recording(q -> Recording.refused(meaning, 401, "no"));
        sample.book(lister);
        assertThat(lister.probed).isEmpty();
    }

    @Test
    void provesWhatACatalogueCannot() {
        sample.probe = true;
        sample.environment.put("GROQ_API_KEY", "gsk_fakefakefakefakefakefake");
        sample.service("https://api.groq.com/openai/v1", "GROQ_API_KEY");
        Reference reference =
                sample.usesAt("llama-3.3-70b", "GROQ_API_KEY", "other:groq", "https://api.groq.com/openai/v1");
        assertThat(sample.book(new Recording("llama-3.3-70b")).accessOf(reference))
                .isInstanceOf(Access.Available.class);
    }

    @Test
    void staysHomeOffline() {
        sample.probe = true;
        sample.offline = true;
        sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        sample.book(lister);
        assertThat(lister.probed).isEmpty();
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void oneReactorPaysOnceAndTheNextBuildNotAtAll(@TempDir Path folder) {
        sample.probe = true;
        sample.cache = Optional.of(folder);
        Reference reference = sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        sample.book(lister);
        assertThat(sample.book(lister).answers().get(0).notes()).as("said once").isEmpty();
        sample.memo = new ListMemo();
        AccessBook next = sample.book(lister);
        assertThat(lister.probed).hasSize(1);
        assertThat(next.accessOf(reference).reason()).contains("answered a real request");
        sample.memo = new ListMemo();
        sample.now = Sample.NOW.plusSeconds(3601);
        sample.book(lister);
        assertThat(lister.probed).as("asked again when the list is, too").hasSize(2);
    }

    @Test
    void aRefusedRequestIsAskedAgainInTheNextBuild(@TempDir Path folder) {
        sample.probe = true;
        sample.cache = Optional.of(folder);
        sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.real = wanted -> Recording.refused(Meaning.QUOTA, 429, "no credit");
        sample.book(lister);
        sample.memo = new ListMemo();
        sample.book(lister);
        assertThat(lister.probed).hasSize(2);
    }

    @Test
    void theProvidersOwnNameForTheLimitIsUsed() {
        Probe chat = Probes.load().of(new Wanted("x", "chat"), Optional.empty()).orElseThrow();
        assertThat(chat.json("gpt-\"4o", "max_completion_tokens"))
                .contains("\"model\":\"gpt-\\\"4o\"", "\"max_completion_tokens\":1");
        assertThat(ProviderProfiles.load().openAi().probeLimit()).contains("max_completion_tokens");
        assertThat(ProviderProfiles.load().named("anthropic").orElseThrow().probeLimit())
                .isEmpty();
    }
}
