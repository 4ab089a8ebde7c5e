package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BundledModelTableTest {
    private final ModelTable table = BundledModelTable.load();

    @Test
    void knowsItsDateAndIds() {
        assertThat(table.date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(table.ids()).hasSizeGreaterThan(200).contains("gpt-4o", "gpt-6-luna", "whisper-1");
        assertThat(table.ids()).noneMatch(id -> id.startsWith("ft:"));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, chat, 2027-01-14",
        "gpt-4, chat, 2026-10-23",
        "o1-pro, responses-only, 2026-10-23",
        "text-embedding-3-small, embedding,",
        "whisper-1, transcription, 2027-02-26",
        "tts-1, speech, 2027-01-06",
    })
    void hasKindAndDay(String id, String kind, LocalDate shutdown) {
        ModelFacts facts = table.find(id).orElseThrow();
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.shutdown()).isEqualTo(Optional.ofNullable(shutdown));
    }

    @Test
    void anIdThatNeverWorkedIsNoModel() {
        assertThat(table.find("gpt-5.1-mini")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o ", "GPT-4o", "gpt-40", "", "ft:", "ft:nothing:org::id", "models/gpt-4o"})
    void lookAlikesAreNotFound(String id) {
        assertThat(table.find(id)).isEmpty();
    }

    @Test
    void aFineTuneHasItsBasesFactsUnderItsOwnId() {
        ModelFacts tuned =
                table.find("ft:gpt-4o-mini-2024-07-18:acme:faq:abc123").orElseThrow();
        assertThat(tuned.id()).isEqualTo("ft:gpt-4o-mini-2024-07-18:acme:faq:abc123");
        assertThat(tuned.kind()).isEqualTo("chat");
        assertThat(tuned.shutdown()).contains(LocalDate.of(2027, 1, 14));
    }

    @Test
    void aFineTuneWithANoticeOfItsOwnHasThatOne() {
        assertThat(table.find("ft:gpt-4.1-nano-2025-04-14:acme::x1:ckpt-step-90")
                        .orElseThrow()
                        .replacements())
                .containsExactly("gpt-5.4-nano");
        assertThat(table.find("ft:gpt-4o-2024-08-06:acme::x1").orElseThrow().shutdown())
                .contains(LocalDate.of(2027, 1, 14));
    }

    @Test
    void theFineTunesOfAShorterNameAreOthers() {
        // ft:gpt-4 went in 2026; ft:gpt-4o lives until 2027
        assertThat(table.find("ft:gpt-4-0613:acme::x1").orElseThrow().shutdown())
                .contains(LocalDate.of(2026, 10, 23));
        assertThat(table.find("ft:gpt-4o:acme::x1").orElseThrow().shutdown()).contains(LocalDate.of(2027, 1, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-6-luna",
        "ada, gpt-5.4-mini", // by way of babbage-002
        "code-cushman-001, gpt-6-luna", // by way of gpt-4o
        "o1-preview, gpt-5.6-sol", // by way of o3
        "o1-pro, gpt-5.6-sol", // without «(reasoning.mode: pro)»
        "gpt-3.5-turbo-1106, gpt-5.4-mini",
    })
    void replacementsAreFollowedToOneThatStays(String id, String first) {
        assertThat(table.find(id).orElseThrow().replacements()).first().isEqualTo(first);
    }

    @Test
    void severalReplacementsAreSeparate() {
        assertThat(table.find("gpt-image-1-mini").orElseThrow().replacements())
                .containsExactly("gpt-image-2.6-sunburst", "gpt-image-2.6-flare");
        assertThat(table.find("gpt-3.5-turbo-1106").orElseThrow().replacements())
                .containsExactly("gpt-5.4-mini", "gpt-6.1-terra"); // gpt-5-mini goes itself
        assertThat(table.find("sora-2").orElseThrow().replacements()).isEmpty();
    }

    @Test
    void noReplacementIsAGoneModelThatHasASuccessor() {
        for (String id : table.ids()) {
            for (String replacement : table.find(id).orElseThrow().replacements()) {
                Optional<ModelFacts> facts = table.find(replacement);
                assertThat(facts).as(id + " → " + replacement).isPresent();
                assertThat(facts.orElseThrow().shutdown().isEmpty()
                                || facts.orElseThrow().replacements().isEmpty())
                        .as(id + " → " + replacement)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chat, chat, true",
        "chat, responses, true",
        "chat, embedding, false",
        "responses-only, chat, false",
        "responses-only, responses, true",
        "embedding, chat, false",
        "completion, chat, false",
        "chat, completion, false",
        "speech, speech, true",
        "search, chat, true",
    })
    void kindsAnswerOperations(String kind, String operation, boolean answers) {
        assertThat(table.answers(kind, operation)).contains(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "audio, responses",
        "search, responses",
        "transcription, translation",
        "realtime, transcription",
        "chat, unknown",
        "chat, assistant",
        "no-such-kind, chat"
    })
    void whatIsNotCertainIsNotSaid(String kind, String operation) {
        assertThat(table.answers(kind, operation)).isEmpty();
    }
}
