package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentVariableTest {
    private static List<String> shown(ConfigFacts facts) {
        return EnvironmentVariable.of(facts).stream()
                .map(variable -> variable.name() + " = " + variable.value().orElse("?")
                        + variable.store().map(store -> " from " + store).orElse("")
                        + " " + variable.style() + " @ " + variable.place().line())
                .toList();
    }

    private static List<String> yaml(String content) {
        return shown(Reading.read(new YamlReader(), "a.yml", content));
    }

    @Test
    void dockerCompose() {
        assertThat(yaml("""
                services:
                  app:
                    environment:
                      OPENAI_MODEL: gpt-4o
                  web:
                    environment:
                      - OPENAI_API_KEY=${OPENAI_API_KEY:-x=y}
                      - TAKEN_OVER
                environment:
                  NOT: this
                """))
                .containsExactly(
                        "OPENAI_MODEL = gpt-4o SHELL @ 4", "OPENAI_API_KEY = ${OPENAI_API_KEY:-x=y} SHELL @ 7");
    }

    @Test
    void kubernetes() {
        assertThat(yaml("""
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers:
                        - name: app
                          env:
                            - name: OPENAI_MODEL
                              value: gpt-4o
                            - name: OPENAI_API_KEY
                              valueFrom:
                                secretKeyRef:
                                  name: llm
                                  key: openai
                            - value: nameless
                """))
                .containsExactly(
                        "OPENAI_MODEL = gpt-4o KUBERNETES @ 9", "OPENAI_API_KEY = ? from llm/openai KUBERNETES @ 10");
    }

    @Test
    void workflowsAndDotenv() {
        assertThat(yaml("env:\n  A: 1\njobs:\n  x:\n    env:\n      B: 2\n    steps:\n      - env:\n          C: 3\n"))
                .containsExactly("A = 1 SHELL @ 2", "B = 2 SHELL @ 6", "C = 3 SHELL @ 9");
        assertThat(shown(Reading.read(new DotenvReader(), ".env", "A=1\n"))).containsExactly("A = 1 SHELL @ 1");
        assertThat(shown(Reading.read(new PropertiesReader(), "a.properties", "env.A=1\n")))
                .isEmpty();
    }
}
