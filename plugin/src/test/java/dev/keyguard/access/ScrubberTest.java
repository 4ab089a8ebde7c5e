package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScrubberTest {
    private static final String CANARY = "sk-fake-canary-7f3a9b2c1d0e";

    private final Scrubber scrubber = new Scrubber(SecretKey.of(CANARY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: " + CANARY,
                "Received API Key = " + CANARY + ", try again",
                "begins with sk-fake-canary",
                "ends in 9b2c1d0e",
                "sk-proj-********************wxyz is wrong",
                "Authorization: Bearer " + CANARY,
                "key gsk_FAKEfakeFAKEfake00 of another",
                "Key Hash (Token) =88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b",
            })
    void noKeyAndNoPartOfOneStays(String text) {
        assertThat(scrubber.scrub(text))
                .doesNotContain("canary", "9b2c1d0e", "wxyz", "gsk_", "88dc28d0")
                .contains("***");
    }

    @Test
    void encodedFormsAreTakenOutToo() {
        String encoded = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        assertThat(scrubber.scrub("Basic " + encoded)).isEqualTo("Basic ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The model `gpt-4o-mini-2024-07-18` does not exist",
                "Project `proj_QRf115YMnQwMUdTI9cu2sWQ8` does not have access to model `gpt-4o-mini`",
                "key_model_access_denied",
            })
    void whatIsNoKeyStays(String text) {
        assertThat(scrubber.scrub(text)).isEqualTo(text);
    }

    @Test
    void isOneShortLineThatPlaysNoTricks() {
        assertThat(scrubber.scrub("a\r\nb\u001b[2Jc\u202ed")).isEqualTo("a b [2Jc d");
        assertThat(scrubber.scrub("word ".repeat(10_000))).hasSizeLessThan(410);
    }

    @Test
    void knows_a_key_said_back_whole_and_takes_no_shared_word_for_one() {
        assertThat(scrubber.echo("ft:gpt-4o:" + CANARY + ":x")).isTrue();
        assertThat(scrubber.echo(CANARY.substring(0, CANARY.length() - 1))).isFalse();
        assertThat(scrubber.echo("gpt-4o")).isFalse();
    }
}
