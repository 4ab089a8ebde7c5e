package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class YamlReaderTest {
    private final YamlReader reader = new YamlReader();

    private ConfigFacts read(String content) {
        return Reading.read(reader, "src/main/resources/application.yml", content);
    }

    @Test
    void flattensWithPlaces() {
        ConfigFacts facts = read("""
                spring:
                  ai:
                    openai:
                      api-key: ${OPENAI_API_KEY}
                      chat.options.model: "gpt-4o"   # comment
                list:
                  - one
                  - name: 'it''s'
                  - [a, 1, true]
                "quoted.key": x
                map:
                  "[my.key]": y
                none:
                tilde: ~
                tagged: !!str &anchor z
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "spring.ai.openai.api-key = ${OPENAI_API_KEY} @ 4:16",
                        "spring.ai.openai.chat.options.model = gpt-4o @ 5:28",
                        "list[0] = one @ 7:5",
                        "list[1].name = it's @ 8:12",
                        "list[2][0] = a @ 9:6",
                        "list[2][1] = 1 @ 9:9",
                        "list[2][2] = true @ 9:12",
                        "quoted.key = x @ 10:15",
                        "map[my.key] = y @ 12:15",
                        "none =  @ 13:1",
                        "tilde =  @ 14:1",
                        "tagged = z @ 15:23");
        assertThat(facts.entries().get(7).keyPlace().column()).isEqualTo(2);
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void aBlockScalarStandsWhereItsTextBegins() {
        assertThat(Reading.placed(read("a: |\n\n  {\"model\": \"gpt-4o\"}\n  x\nb: >-\n  gpt\n  5\nc: |\nd: 1\n")))
                .containsExactly(
                        "a = \n{\"model\": \"gpt-4o\"}\nx\n @ 3:3", "b = gpt 5 @ 6:3", "c =  @ 8:1", "d = 1 @ 9:4");
    }

    @Test
    void documentsHoldForTheirProfiles() {
        ConfigFacts facts = read("""
                # first
                ---
                a: 1
                ---
                spring.config.activate.on-profile: "dev, test"
                a: 2
                ---
                spring:
                  config:
                    activate:
                      onProfile: "!prod"
                a: 3
                ...
                ---
                spring:
                  profiles: [x, y]
                a: 4
                """);

        assertThat(Reading.profiled(facts))
                .filteredOn(line -> line.contains(": a = "))
                .containsExactly("-: a = 1", "dev: a = 2", "test: a = 2", "!prod: a = 3", "x: a = 4", "y: a = 4");
        assertThat(facts.entries().get(facts.entries().size() - 1).document()).isEqualTo(3);
    }

    @Test
    void quarkusRootsBecomeProfiles() {
        assertThat(Reading.profiled(read("\"%dev\":\n  quarkus:\n    model: a\n\"%test,prod\":\n  x: b\n'%it.y': c\n")))
                .containsExactly("dev: quarkus.model = a", "test: x = b", "prod: x = b", "it: y = c");
    }

    @Test
    void mergesAndAliases() {
        ConfigFacts facts = read("""
                base: &base
                  model: gpt-4o
                  key: k
                other: &other
                  model: o1
                  region: eu
                chat:
                  <<: *base
                  model: gpt-5
                both:
                  <<: [*base, *other]
                same: *base
                """);

        assertThat(Reading.placed(facts))
                .contains(
                        "chat.model = gpt-5 @ 9:10",
                        "chat.key = k @ 3:8",
                        "both.model = gpt-4o @ 2:10",
                        "both.key = k @ 3:8",
                        "both.region = eu @ 6:11",
                        "same.model = gpt-4o @ 2:10")
                .hasSize(11);
    }

    @Test
    void columnsCountUtf16Units() {
        String wide = "\uD83D\uDE00";
        assertThat(Reading.placed(read("a: {\"" + wide + "\": x, b: \"" + wide + wide + "\", c: gpt-4o}\nd: e")))
                .containsExactly(
                        "a." + wide + " = x @ 1:11",
                        "a.b = " + wide + wide + " @ 1:18",
                        "a.c = gpt-4o @ 1:28",
                        "d = e @ 2:4");
    }

    @Test
    void aTabCostsOnlyWhatFollowsItInItsDocument() {
        ConfigFacts facts = read("a: 1\nb:\n  c: 2\n\td: 3\n---\ne: 4\n");

        assertThat(Reading.pairs(facts)).containsExactly("a = 1", "b.c = 2", "e = 4");
        assertThat(facts.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(4);
            assertThat(problem.message()).contains("spaces instead of tabs");
        });
    }

    @Test
    void anOpenQuoteKeepsWhatStandsBeforeIt() {
        ConfigFacts facts = read("a: 1\nb: \"open\nc: 2\n");

        assertThat(Reading.pairs(facts)).contains("a = 1");
        assertThat(facts.problems()).hasSize(1);
    }

    @Test
    void templatesAreReadAroundTheirInstructions() {
        ConfigFacts facts = read("""
                {{- if .Values.ai }}
                env:
                  - name: OPENAI_MODEL
                    value: {{ .Values.model | default "gpt-4o" | quote }}
                  {{- with .Values.more }}
                  - {{ . }}: x
                  {{- end }}
                labels: {{ include "labels" $ | nindent 4 }}
                  wave: "5"
                version: @project.version@
                {{- end }}
                """);

        assertThat(Reading.placed(facts))
                .contains(
                        "env[0].name = OPENAI_MODEL @ 3:11",
                        "env[0].value = {{ .Values.model | default \"gpt-4o\" | quote }} @ 4:12",
                        "labels.wave = 5 @ 9:10",
                        "version = @project.version@ @ 10:10");
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void bombsAreBounded() {
        StringBuilder full = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        StringBuilder empty = new StringBuilder("a0: &a0 [[], [], [], [], [], [], [], [], [], []]\n");
        for (int i = 1; i < 12; i++) {
            String line = "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n";
            full.append(line);
            empty.append(line);
        }

        assertThat(read(full.toString()).problems()).hasSize(1);
        assertThat(read(full.toString()).entries()).hasSizeLessThanOrEqualTo(Entries.MAX_ENTRIES);
        for (String bomb : new String[] {
            empty.toString(),
            "a: &a\n  b: *a\n  c: 1\n",
            "a: &a [*a, *a]\n",
            "a: &a\n  <<: *a\n  c: 1\n",
            "x: " + "[".repeat(100_000),
            "- ".repeat(50_000) + "x",
            "---\n".repeat(300_000)
        }) {
            assertThat(read(bomb).problems()).hasSize(1);
        }
    }

    @Test
    void oddInputIsAtMostAProblem() {
        for (String odd : new String[] {
            "",
            "\n",
            "text",
            "- a",
            "---",
            "...",
            "? [a, b]\n: c",
            "a: !!java.net.URL [\"http://x\"]",
            "a: \u0001",
            "\t",
            "{",
            "a: *missing",
            "&a",
            "!x",
            "a: !t\n",
            "\uFEFFa: 1",
            "%TAG ! tag:x,2000:\n---\n!y a: 1"
        }) {
            assertThat(read(odd).problems()).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Reading.pairs(read("%YAML 1.2\n---\na: 1"))).containsExactly("a = 1");
    }

    @Test
    void suppressionsMayStandBehindAValue() {
        ConfigFacts facts = read("a: b # keyguard:ignore model-unknown trial\n# keyguard:ignore\nc: d\n");

        assertThat(facts.suppressions())
                .extracting(comment -> comment.text() + "|" + comment.alone())
                .containsExactly("model-unknown trial|false", "|true");
    }
}
