package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActiveProfilesTest {
    private final List<ConfigFacts> files = new ArrayList<>();

    @Test
    void withoutNamesEveryProfileStays() {
        file("application.yml", "llm.model: a\n---\nspring.config.activate.on-profile: prod\nllm.model: b\n");

        assertThat(left()).containsExactly("llm.model=a", "llm.model=b");
    }

    @Test
    void aProfileReplacesWhatHoldsAlwaysAndOthersAreGone() {
        file("application.yml", "llm:\n  model: a\n  url: u\n");
        file("application-prod.yml", "llm:\n  MODEL: b\n");
        file("application-dev.yml", "llm:\n  model: c\n");

        assertThat(left("prod")).containsExactly("llm.url=u", "llm.MODEL=b");
    }

    @Test
    void theLastProfileWins() {
        file("application.properties", "%dev.m=a\n%eu.m=b\nm=c\n%dev.n=d\n");

        assertThat(left("dev", "eu")).containsExactly("m=b", "n=d");
        assertThat(left("eu", "dev")).containsExactly("m=a", "n=d");
        assertThat(left("test")).containsExactly("m=c");
    }

    @Test
    void groupsIncludesAndParentsAddProfiles() {
        file(
                "application.yml",
                "spring.profiles.group.prod: db,llm\nspring.profiles.include: [common]\nspring.profiles.group.llm: prod\n");
        file("application-llm.yml", "m: a\n");
        file("application-common.yml", "m: b\nn: c\n");
        file("microprofile-config.properties", "%q.quarkus.config.profile.parent=base\n%base.o=d\n");

        assertThat(left("prod")).contains("m=a", "n=c").doesNotContain("m=b", "o=d");
        assertThat(left("q")).contains("o=d", "m=b").doesNotContain("m=a");
    }

    @Test
    void otherFilesOverrideNothing() {
        file("application-prod.properties", "model=a\n");
        file("settings.properties", "model=b\n");

        assertThat(left("prod")).containsExactly("model=a", "model=b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    prod             ; true
                    dev              ; false
                    !dev             ; true
                    !prod            ; false
                    prod & eu        ; true
                    prod & us        ; false
                    us | eu          ; true
                    (us | eu) & prod ; true
                    !(us | eu)       ; false
                    !us & !dev       ; true
                    us | prod & eu   ; true
                    (prod            ; true
                    prod)            ; true
                    & us             ; true
                    """)
    void expressions(String text, boolean holds) {
        assertThat(new ProfileExpression(text).holds(Set.of("prod", "eu"))).isEqualTo(holds);
    }

    @Test
    void aHostileExpressionEnds() {
        assertThat(new ProfileExpression("!".repeat(50_000) + "(".repeat(50_000)).holds(Set.of("a")))
                .isTrue();
    }

    private void file(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        files.add(
                path.endsWith("properties")
                        ? (ConfigFacts) new PropertiesReader().read(path, bytes)
                        : (ConfigFacts) new YamlReader().read(path, bytes));
    }

    private List<String> left(String... names) {
        return new ActiveProfiles(List.of(names))
                .of(files, file -> "").stream()
                        .flatMap(file -> file.entries().stream())
                        .map(entry -> entry.key() + "=" + entry.value())
                        .filter(text -> !text.startsWith("spring") && !text.startsWith("quarkus"))
                        .toList();
    }
}
