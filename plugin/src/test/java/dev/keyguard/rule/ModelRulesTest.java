package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Hop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelRulesTest {
    private static final String FILE = "src/main/java/demo/Chat.java";

    @Test
    void anAccessibleModelIsFine() {
        assertThat(Run.usual()
                        .usualKey()
                        .model("gpt-4o", FILE, 3)
                        .listed("gpt-4o")
                        .findings())
                .isEmpty();
    }

    @Test
    void aModelTheKeyMayNotUse() {
        Finding finding = only(Run.usual().usualKey().model("gpt-4o", FILE, 3).listed("gpt-4o-mini", "gpt-5"));
        assertThat(finding.rule()).isEqualTo("model-not-accessible");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message())
                .contains("gpt-4o with OPENAI_API_KEY will be refused")
                .contains("not in the key's list of 2 models");
        assertThat(finding.fix().replacement()).contains("gpt-4o-mini");
        assertThat(finding.fix().command()).contains("mvn keyguard:fix");
        assertThat(finding.place()).isEqualTo(new Place(FILE, 3, 9));
    }

    @Test
    void whatIsSaidTwiceOfAPlaceIsOneFinding() {
        Hop written = new Hop(Hop.Kind.WRITTEN, new Place(FILE, 3, 9), Optional.empty());
        Hop chat = new Hop(Hop.Kind.USED, new Place(FILE, 8, 5), Optional.empty());
        Hop batch = new Hop(Hop.Kind.USED, new Place(FILE, 9, 5), Optional.empty());
        Finding finding = only(Run.usual()
                .usualKey()
                .model("gpt-4o", r -> r.trail(written, chat))
                .model("gpt-4o", r -> r.trail(written, batch))
                .listed("gpt-5"));
        assertThat(finding.trail()).containsExactly(written, chat, batch);
    }

    @Test
    void severalRelativesAreListedNotGuessed() {
        Finding finding = only(Run.usual().usualKey().model("gpt-4o", FILE, 3).listed("gpt-4o-aaaa", "gpt-4o-bbbb"));
        assertThat(finding.fix().replacement()).isEmpty();
        assertThat(finding.fix().text()).contains("gpt-4o-aaaa, gpt-4o-bbbb");
    }

    @Test
    void aMisspeltModel() {
        Finding finding =
                only(Run.usual().usualKey().model("gpt4o-mini", FILE, 3).listed("gpt-4o", "gpt-4o-mini"));
        assertThat(finding.rule()).isEqualTo("model-unknown");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.fix().replacement()).contains("gpt-4o-mini");
        assertThat(finding.fix().text()).startsWith("Did you mean gpt-4o-mini?");
    }

    @Test
    void shutDownByTheTableWithoutAsking() {
        Finding finding = Run.usual().usualKey().model("gpt-3.5-turbo", FILE, 3).notAsked(false).findings().stream()
                .filter(f -> f.rule().equals("model-shut-down"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).contains("since 2026-09-28");
        assertThat(finding.fix().replacement()).contains("gpt-5-mini");
        assertThat(finding.fix().text()).contains("unverified");
    }

    @Test
    void theReplacementIsOneTheKeyMayUse() {
        Finding finding =
                only(Run.usual().usualKey().model("gpt-3.5-turbo", FILE, 3).listed("gpt-4o-mini"));
        assertThat(finding.fix().replacement()).contains("gpt-4o-mini");
    }

    @Test
    void listedButPastInTheTableIsAWarning() {
        Finding finding =
                only(Run.usual().usualKey().model("gpt-3.5-turbo", FILE, 3).listed("gpt-3.5-turbo"));
        assertThat(finding.rule()).isEqualTo("model-shut-down");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void anAnnouncedShutdownIsAWarningAndAnErrorWhenNear() {
        Run announced = Run.usual().usualKey().model("gpt-4.1", FILE, 3).listed("gpt-4.1", "gpt-5-mini");
        assertThat(only(announced).rule()).isEqualTo("model-shutting-down");
        assertThat(only(announced).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(announced).message()).contains("works until 2027-01-13", "in 50 days");
        assertThat(only(announced.failWithin(49)).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(announced.failWithin(50)).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void theLiveDateBeatsTheTable() {
        assertThat(only(Run.usual().usualKey().model("gpt-4.1", FILE, 3).listed("gpt-4.1@2026-12-01"))
                        .message())
                .contains("2026-11-30");
    }

    @Test
    void wrongOperationNeedsNoNetwork() {
        Finding finding = Run.usual()
                .usualKey()
                .model("text-embedding-3-small", r -> r.operation("chat"))
                .notAsked(true)
                .findings()
                .stream()
                .filter(f -> f.rule().equals("model-wrong-operation"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix().text()).contains("Call it through embedding");
        assertThat(Run.usual()
                        .usualKey()
                        .model("text-embedding-3-small", r -> r.operation("unknown"))
                        .listed("text-embedding-3-small")
                        .findings())
                .isEmpty();
    }

    @Test
    void elsewhereTheTableIsNoProof() {
        assertThat(Run.usual()
                        .model("gpt-3.5-turbo", r -> r.service("other:proxy", "https://proxy.example.com"))
                        .model("text-embedding-3-small", r -> r.service("azure", "https://x.openai.azure.com"))
                        .findings())
                .isEmpty();
    }

    @Test
    void testScopeIsOneStepLower() {
        assertThat(only(Run.usual()
                                .usualKey()
                                .model("gpt-4o", r -> r.scope(Scope.TEST))
                                .listed("gpt-5"))
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void requiredMakesUnknownAnError() {
        Finding offline = only(
                Run.usual().usualKey().model("gpt-4o", FILE, 3).notAsked(false).required());
        assertThat(offline.rule()).isEqualTo("model-unknown");
        assertThat(offline.severity()).isEqualTo(Severity.ERROR);
        assertThat(Run.usual()
                        .usualKey()
                        .model("gpt-4o", FILE, 3)
                        .notAsked(false)
                        .findings())
                .isEmpty();
        Finding missing = only(Run.usual()
                .usualKey()
                .model("gpt-4o", r -> r.scope(Scope.TEST))
                .notAsked(true)
                .required());
        assertThat(missing.rule()).isEqualTo("key-missing");
        assertThat(missing.severity()).isEqualTo(Severity.ERROR);
        assertThat(only(Run.usual()
                                .model(null, r -> r.dynamic("request parameter"))
                                .required())
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void implicitAndDynamicModels() {
        Finding implicit = only(Run.usual()
                .usualKey()
                .model("gpt-4o-mini", r -> r.implicit("spring-ai 1.0.0"))
                .listed("gpt-4o-mini"));
        assertThat(implicit.rule()).isEqualTo("model-implicit");
        assertThat(implicit.message()).contains("it is gpt-4o-mini, the default of spring-ai 1.0.0");
        Finding dynamic = only(Run.usual().usualKey().model(null, r -> r.dynamic("the user's choice")));
        assertThat(dynamic.rule()).isEqualTo("model-dynamic");
        assertThat(dynamic.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void theTrailLeadsFromTheConfigurationToTheCall() {
        Place yml = new Place("src/main/resources/application.yml", 4, 16);
        Place call = new Place(FILE, 30, 9);
        Finding finding = only(Run.usual()
                .usualKey()
                .model(
                        "gpt-4o",
                        r -> r.trail(
                                new Hop(Hop.Kind.WRITTEN, yml, Optional.of("demo.model")),
                                new Hop(Hop.Kind.USED, call, Optional.empty())))
                .listed("gpt-4o-mini"));
        assertThat(finding.place()).isEqualTo(yml);
        assertThat(finding.trail()).extracting(Hop::place).containsExactly(yml, call);
    }

    private static Finding only(Run run) {
        assertThat(run.findings()).hasSize(1);
        return run.findings().get(0);
    }
}
