package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.access.Online;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ParametersTest {
    @Test
    void durations_have_units() {
        assertThat(TimeSpan.of("t", "10s", "s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(TimeSpan.of("t", "250 ms", "s")).isEqualTo(Duration.ofMillis(250));
        assertThat(TimeSpan.of("t", "1h", "s")).isEqualTo(Duration.ofHours(1));
        assertThat(TimeSpan.of("t", "30", "d")).isEqualTo(Duration.ofDays(30));
        assertThat(TimeSpan.of("t", "PT5M", "s")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void what_is_no_duration_is_said_with_the_parameter_s_name() {
        assertThatThrownBy(() -> TimeSpan.of("keyguard.timeout", "soon", "s"))
                .isInstanceOf(BadParameterException.class)
                .hasMessage(
                        "keyguard.timeout is \"soon\", which is no duration. Write for example 10s, 5m, 1h or 30d.");
        assertThatThrownBy(() -> TimeSpan.of("keyguard.timeout", "PT-5M", "s"))
                .isInstanceOf(BadParameterException.class);
    }

    @Test
    void choices_are_words_in_any_case() {
        assertThat(Choice.of("keyguard.online", "Required", Online.class)).isEqualTo(Online.REQUIRED);
        assertThatThrownBy(() -> Choice.of("keyguard.online", "yes", Online.class))
                .hasMessage("keyguard.online is \"yes\"; it must be one of: auto, required, never.");
    }

    @Test
    void a_typed_service_may_name_its_key() {
        ServiceParameter named = ServiceParameter.typed("http://localhost:4000/v1=TEAM_KEY");
        assertThat(named.url()).isEqualTo("http://localhost:4000/v1");
        assertThat(named.key()).contains("TEAM_KEY");
        assertThat(ServiceParameter.typed("http://localhost:4000/v1").key()).isEmpty();
        assertThat(ServiceParameter.typed("https://x.example/v1?api-version=1").url())
                .isEqualTo("https://x.example/v1?api-version=1");
    }

    @Test
    void a_typed_key_names_a_variable() {
        KeyParameter key = KeyParameter.typed("OPENAI_API_KEY=CI_KEY");
        assertThat(key.name()).isEqualTo("OPENAI_API_KEY");
        assertThat(key.env()).contains("CI_KEY");
        assertThatThrownBy(() -> KeyParameter.typed("OPENAI_API_KEY")).isInstanceOf(BadParameterException.class);
    }

    @Test
    void today_is_a_day() {
        assertThat(AccessOptions.day("2026-11-23")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThatThrownBy(() -> AccessOptions.day("23.11.2026"))
                .hasMessage("keyguard.today is \"23.11.2026\"; write a day as YYYY-MM-DD.");
    }
}
