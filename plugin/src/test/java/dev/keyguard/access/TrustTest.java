package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.AccessAnswer.State;
import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Trail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a key. Hostile cases first. */
final class TrustTest {
    private static final String SHAPED = "sk-proj-fakeFakeFakeFakeFakeFakeFake";

    private final Sample sample = new Sample();
    private final Recording lister = new Recording("gpt-4o");

    private AccessAnswer answer(Reference reference) {
        return sample.book(lister).answerFor(reference).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1",
                "https://api.openai.com.evil.example/v1",
                "https://evilapi.openai.com/v1",
                "https://api.openai.com@evil.example/v1",
                "https://evil.example/https://api.openai.com/v1",
                "https://evil.example?api.openai.com",
                "https://evil.example#@api.openai.com/v1",
                "http://api.openai.com/v1",
                "https://api.openai.com:8443/v1",
                "https://api.openai.com./v1",
                "https://user:pass@api.openai.com/v1",
                "https://api\uFF0Eopenai.com/v1",
                "https://api.openai.com\\@evil.example/v1",
                "ftp://api.openai.com/v1",
                "https://[::1]/v1",
                "//api.openai.com/v1",
                "https:api.openai.com",
                "https://127.0.0.1/v1",
                "",
            })
    void whatTheCodeNamesGetsNothing(String url) {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        // whatever the code claims the service to be
        Reference reference = sample.usesAt("gpt-4o", "OPENAI_API_KEY", "openai", url);
        assertThat(answer(reference).state()).isEqualTo(State.NOT_ASKED);
        assertThat(lister.asked).isEmpty();
        assertThat(sample.book(lister).accessOf(reference)).isInstanceOf(Access.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example/other/v1",
                "https://gateway.example/team/../other/v1",
                "https://gateway.example/team%2F..%2Fother/v1",
                "https://gateway.example/teammate/v1",
                "https://gateway.example:444/team/v1",
                "http://gateway.example/team/v1",
                "https://gateway.example.evil.example/team/v1",
            })
    void aNamedServiceIsThatOneAlone(String url) {
        sample.service("https://gateway.example/team/v1", null);
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        Reference reference = sample.usesAt("gpt-4o", "OPENAI_API_KEY", "other:gateway.example", url);
        assertThat(answer(reference).state()).isEqualTo(State.NOT_ASKED);
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void aServiceForOneKeyGetsNoOther() {
        sample.service("https://gateway.example/v1", "GATEWAY_KEY");
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        answer(sample.usesAt("gpt-4o", "OPENAI_API_KEY", "other:gateway.example", "https://gateway.example/v1"));
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void anythingElseInTheEnvironmentIsNotAKeyBecauseCodeSaysSo() {
        sample.environment.put("AWS_SECRET_ACCESS_KEY", "wJalrFAKEfakeFAKEfake/K7MDENG/bPxRfiCYFAKE");
        sample.environment.put("GITHUB_TOKEN", "ghp_fakeFakeFakeFakeFakeFakeFakeFakeFake");
        sample.environment.put("HOME", "/home/somebody");
        for (String name : new String[] {"AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "HOME"}) {
            Reference reference = sample.uses("gpt-4o", name);
            assertThat(answer(reference).state()).isEqualTo(State.NOT_ASKED);
        }
        assertThat(lister.asked).isEmpty();
        assertThat(sample.book(lister).answers().toString()).doesNotContain("wJalr", "ghp_", "somebody");
    }

    @Test
    void notEvenAtAServiceOfTheUser() {
        sample.service("https://gateway.example/v1", null);
        sample.environment.put("AWS_SECRET_ACCESS_KEY", "wJalrFAKEfakeFAKEfake/K7MDENG/bPxRfiCYFAKE");
        answer(sample.usesAt("gpt-4o", "AWS_SECRET_ACCESS_KEY", "other:gateway.example", "https://gateway.example/v1"));
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void notEvenBehindAPropertyOfAGoodName() {
        sample.service("https://gateway.example/v1", null);
        sample.service("https://other.example/v1", "openai.api-key");
        sample.environment.put("AWS_SECRET_ACCESS_KEY", "wJalrFAKEfakeFAKEfake/K7MDENG/bPxRfiCYFAKE");
        sample.environment.put("OPENAI_BASE_URL", "https://third.example/v1");
        for (String url :
                new String[] {"https://gateway.example/v1", "https://other.example/v1", "https://third.example/v1"}) {
            // openai.api-key=${AWS_SECRET_ACCESS_KEY}
            KeyName chain = new KeyName(
                    Optional.of("AWS_SECRET_ACCESS_KEY"),
                    List.of("openai.apiKey", "openai.api-key", "OPENAI_API_KEY", "AWS_SECRET_ACCESS_KEY"),
                    false);
            Reference reference = sample.usesAt("gpt-4o", chain, Sample.endpoint("other:gateway", url));
            assertThat(answer(reference).state()).as(url).isEqualTo(State.NOT_ASKED);
        }
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void noVariableThatCodeNamesIsSentAsAnOrganization() {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        sample.environment.put("AWS_SECRET_ACCESS_KEY", "wJalrFAKEfakeFAKEfake");
        sample.environment.put("OPENAI_ADMIN_KEY", "sk-admin-fakeFakeFakeFakeFake");
        sample.environment.put("TEAM_ORG", "org-fakeFakeFake");
        for (String name : new String[] {"AWS_SECRET_ACCESS_KEY", "OPENAI_ADMIN_KEY", "TEAM_ORG"}) {
            sample.uses(
                    "gpt-4o",
                    Optional.of("OPENAI_API_KEY"),
                    "openai-java",
                    new Endpoint(
                            "openai",
                            true,
                            Optional.of("https://api.openai.com/v1"),
                            Optional.of(name),
                            Optional.of(name),
                            Optional.empty()));
        }
        sample.book(lister);
        assertThat(lister.asked)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.organization().or(() -> question.project()))
                        .isIn(Optional.empty(), Optional.of("org-fakeFakeFake")));
    }

    @Test
    void anAddressInAVariableThatCodeNamesIsNotShown() {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        sample.environment.put("SLACK_WEBHOOK_URL", "https://hooks.example/services/T0/B0/fakeFakeFake");
        Place place = new Place("src/main/java/App.java", 3, 9);
        Trail trail = Trail.written(place).then(new Hop(Hop.Kind.LOOKED_UP, place, Optional.of("SLACK_WEBHOOK_URL")));
        Reference reference = sample.uses(
                "gpt-4o",
                Optional.of("OPENAI_API_KEY"),
                "openai-java",
                new Endpoint(
                        "unknown", false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(trail)));
        assertThat(answer(reference).toString()).doesNotContain("hooks.example", "fakeFakeFake");
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void aServerOfSettingsIsNoKeyBecauseCodeNamesIt() {
        sample.servers.put("central", SecretKey.of("fake-repository-password"));
        answer(sample.uses("gpt-4o", "central"));
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void openAiGetsNoKeyOfAnotherShape() {
        sample.environment.put("OPENAI_API_KEY", "gsk_fakeFakeFakeFakeFakeFakeFakeFake");
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.refusal()).get().extracting(Refusal::meaning).isEqualTo(Meaning.KEY_PLACEHOLDER);
        assertThat(lister.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "your-api-key",
                "<YOUR_API_KEY>",
                "${OPENAI_API_KEY}",
                "$OPENAI_API_KEY",
                "sk-xxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-...",
                "changeme",
                "TODO",
                "sk-your-openai-api-key-here-please",
                "not-needed",
                "{{ secrets.OPENAI }}",
                "sk-proj-****",
                "https://vault.example/key",
                "OPENAI_API_KEY",
                "sk-1234567890"
            })
    void placeholdersAreNeverSent(String value) {
        sample.service("https://gateway.example/v1", "OPENAI_API_KEY");
        sample.environment.put("OPENAI_API_KEY", value);
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.state()).isEqualTo(State.NOT_ASKED);
        assertThat(answer.refusal()).get().extracting(Refusal::meaning).isEqualTo(Meaning.KEY_PLACEHOLDER);
        assertThat(lister.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-alpha",
                "sk-test-alpha-0042",
                "sk-fake-canary-7f3a9b2c1d",
                "key-of-team-a",
                "0123456789abcdef0123456789abcdef"
            })
    void whatAGatewayMayCallAKeyIsSent(String value) {
        sample.service("https://gateway.example/v1", "OPENAI_API_KEY");
        sample.environment.put("OPENAI_API_KEY", value);
        assertThat(answer(sample.uses("gpt-4o", "OPENAI_API_KEY")).state()).isEqualTo(State.LISTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-fakeFakeFake\nFakeFakeFakeFake",
                "sk-proj-fakeFakeFake FakeFakeFake",
                "sk-proj-fäkeFakeFakeFakeFakeFake",
                "sk-proj-fake\u0000FakeFakeFakeFakeFake"
            })
    void whatNoHeaderCanCarryIsNotSent(String value) {
        sample.environment.put("OPENAI_API_KEY", value);
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.refusal()).get().extracting(Refusal::meaning).isEqualTo(Meaning.KEY_PLACEHOLDER);
        assertThat(answer.toString()).doesNotContain("fake").doesNotContain("fäke");
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void blanksAroundAKeyAreLeftOutAndSaid() {
        sample.environment.put("OPENAI_API_KEY", " " + SHAPED + "\n");
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.state()).isEqualTo(State.LISTED);
        assertThat(answer.notes()).anyMatch(note -> note.contains("blanks or line ends"));
        assertThat(lister.asked.get(0).key().orElseThrow().reveal()).isEqualTo(SHAPED);
    }

    @Test
    void openAiGetsItsOwnKeyUnderAConventionalName() {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        assertThat(answer(sample.uses("gpt-4o", "OPENAI_API_KEY")).state()).isEqualTo(State.LISTED);
        assertThat(lister.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.url().text()).isEqualTo("https://api.openai.com/v1"));
    }

    @Test
    void openAiGetsAKeyOfItsShapeThatTheCodeBinds() {
        sample.environment.put("TEAM_LLM", SHAPED);
        assertThat(answer(sample.uses("gpt-4o", "TEAM_LLM")).state()).isEqualTo(State.LISTED);
    }

    @Test
    void regionalHostsAreOpenAis() {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        answer(sample.usesAt("gpt-4o", "OPENAI_API_KEY", "openai", "https://EU.api.openai.com/v1/"));
        assertThat(lister.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.url().text()).isEqualTo("https://eu.api.openai.com/v1"));
    }

    @Test
    void theVariableThatOpenAiJavaReadsNamesAnEndpointForItsKeyAlone() {
        sample.environment.put("OPENAI_BASE_URL", "http://127.0.0.1:4000/v1");
        sample.environment.put("OPENAI_API_KEY", "sk-fake-gateway");
        sample.environment.put("TEAM_LLM", SHAPED);
        answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(lister.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.url().text()).isEqualTo("http://127.0.0.1:4000/v1"));
        sample.usesAt("gpt-4o", "TEAM_LLM", "other:127.0.0.1:4000", "http://127.0.0.1:4000/v1");
        lister.asked.clear();
        sample.memo = new ListMemo();
        sample.book(lister);
        assertThat(lister.asked).hasSize(1);
    }

    @Test
    void aVariableThatTheCodeAsksForItsBaseUrlGoesBeforeTheStandIn() {
        sample.environment.put("OPENAI_BASE_URL", "http://127.0.0.1:4000/v1");
        sample.environment.put("OPENAI_API_KEY", "sk-fake-gateway");
        answer(sample.uses(
                "gpt-4o",
                Optional.of("OPENAI_API_KEY"),
                "http",
                Sample.endpoint("openai", "https://api.openai.com/v1").or(Optional.of("OPENAI_BASE_URL"))));
        assertThat(lister.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.url().text()).isEqualTo("http://127.0.0.1:4000/v1"));
    }

    @Test
    void aVariableThatNobodyTrustsLeadsNoKeyAway() {
        sample.environment.put("LLM_URL", "https://evil.example/v1");
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        answer(sample.uses(
                "gpt-4o",
                Optional.of("OPENAI_API_KEY"),
                "http",
                Sample.endpoint("openai", "https://api.openai.com/v1").or(Optional.of("LLM_URL"))));
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void aSystemPropertyNamesNoEndpoint() {
        // .mvn/jvm.config and .mvn/maven.config of a checkout set those
        sample.properties.put("openai.baseUrl", "https://evil.example/v1");
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(lister.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.url().host()).isEqualTo("api.openai.com"));
    }

    @Test
    void aKeyOnTheCommandLineWorksAndIsWarnedAbout() {
        sample.environment.put("OPENAI_API_KEY", "sk-proj-fakeEnvironmentEnvironment");
        sample.properties.put("openai.apiKey", SHAPED);
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.notes()).anyMatch(note -> note.contains("-Dopenai.apiKey"));
        assertThat(answer.toString()).doesNotContain(SHAPED);
        assertThat(lister.asked.get(0).key().orElseThrow().reveal()).isEqualTo(SHAPED);
    }

    @ParameterizedTest
    @CsvSource({"CI_KEY,,CI_KEY", ",ci-openai,settings.xml server ci-openai"})
    void theBuildsOwnKeyStandsInForTheCodes(String env, String server, String name) {
        sample.environment.put("OPENAI_API_KEY", "sk-proj-fakeOtherOtherOtherOther");
        sample.environment.put("CI_KEY", SHAPED);
        sample.servers.put("ci-openai", SecretKey.of(SHAPED));
        sample.keyEntries.add(new KeyEntry(
                "OPENAI_API_KEY", Optional.ofNullable(env), Optional.ofNullable(server), Optional.empty()));
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.verifiedWith()).contains(name);
        assertThat(answer.key()).isEqualTo("OPENAI_API_KEY");
        assertThat(lister.asked.get(0).key().orElseThrow().reveal()).isEqualTo(SHAPED);
    }

    @Test
    void aMappedKeyThatIsMissingIsNotReplacedByAnother() {
        sample.environment.put("OPENAI_API_KEY", SHAPED);
        sample.keyEntries.add(
                new KeyEntry("OPENAI_API_KEY", Optional.of("CI_KEY"), Optional.empty(), Optional.empty()));
        AccessAnswer answer = answer(sample.uses("gpt-4o", "OPENAI_API_KEY"));
        assertThat(answer.refusal()).get().extracting(Refusal::meaning).isEqualTo(Meaning.KEY_MISSING);
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void aHardCodedKeyIsNotSent() {
        assertThat(answer(sample.uses("gpt-4o", "hard-coded")).state()).isEqualTo(State.NOT_ASKED);
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void azureIsNotAsked() {
        sample.environment.put("AZURE_OPENAI_KEY", "0123456789abcdef0123456789abcdef");
        Reference reference = sample.usesAt("my-deployment", "AZURE_OPENAI_KEY", "azure", "https://x.openai.azure.com");
        assertThat(sample.book(lister).accessOf(reference)).isInstanceOf(Access.Unknown.class);
        assertThat(lister.asked).isEmpty();
    }
}
