package dev.keyguard.source.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradleReaderTest {
    private static BuildFacts read(String path, String content) {
        return new GradleReader().read(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> shown(List<Dependency> dependencies) {
        return dependencies.stream()
                .map(dependency -> dependency.key() + ":" + dependency.version().orElse("?") + ":" + dependency.scope()
                        + " @ " + dependency.place().orElseThrow().line())
                .toList();
    }

    @Test
    void groovy() {
        BuildFacts facts = read("services/chat/build.gradle", """
                buildscript { dependencies { classpath 'x:y:1' } }
                ext { openaiVersion = '4.0.0' }
                group 'com.example'
                version = "1.2"
                // dependencies { implementation 'no:no:1' }
                dependencies {
                    implementation "com.openai:openai-java:$openaiVersion"
                    implementation 'a:b:1', 'c:d:2'
                    /* implementation 'no:no:1' */
                    api group: 'dev.langchain4j', name: 'langchain4j-open-ai', version: '1.9.0'
                    testImplementation('t:t:1@jar') { exclude group: 'e', module: 'f' }
                    compileOnly "p:p"
                    runtimeOnly project(':core:util')
                    implementation project(path: ':other', configuration: 'x')
                    implementation fileTree(dir: 'libs')
                    implementation libs.openai.java
                    implementation platform("org.springframework.ai:spring-ai-bom:${springAi}")
                    implementation someVariable
                    constraints { implementation 'only:constrained:1' }
                    annotationProcessor 'q:q:1'
                }
                dependencyManagement { imports { mavenBom "g:bom:3" } }
                """);

        assertThat(shown(facts.dependencies()))
                .containsExactly(
                        "com.openai:openai-java:4.0.0:compile @ 7",
                        "a:b:1:compile @ 8",
                        "c:d:2:compile @ 8",
                        "dev.langchain4j:langchain4j-open-ai:1.9.0:compile @ 10",
                        "t:t:1:test @ 11",
                        "p:p:?:provided @ 12",
                        "project:core:util:?:runtime @ 13",
                        "project:other:?:compile @ 14",
                        "libs:openai.java:?:compile @ 16",
                        "::?:compile @ 18",
                        "q:q:1:provided @ 20");
        assertThat(shown(facts.managed()))
                .containsExactly("org.springframework.ai:spring-ai-bom:${springAi}:import @ 17", "g:bom:3:import @ 22");
        assertThat(facts.groupId()).contains("com.example");
        assertThat(facts.artifactId()).isEqualTo("chat");
        assertThat(facts.version()).contains("1.2");
    }

    @Test
    void kotlin() {
        BuildFacts facts = read("build.gradle.kts", """
                val openai by extra("1")
                extra["springAi"] = "2.0.0"
                set("other", "3")
                dependencies {
                    implementation(platform("org.springframework.ai:spring-ai-bom:${property("springAi")}"))
                    implementation("org.springframework.ai:spring-ai-starter-model-openai")
                    "integrationTestImplementation"("x:y:1")
                    testImplementation(kotlin("test"))
                    implementation(libs.bundles.ai.get())
                    implementation(project(":core"))
                }
                """);

        assertThat(shown(facts.dependencies()))
                .contains(
                        "org.springframework.ai:spring-ai-starter-model-openai:?:compile @ 6",
                        "org.jetbrains.kotlin:kotlin-test:?:test @ 8",
                        "libs:bundles.ai:?:compile @ 9",
                        "project:core:?:compile @ 10");
        assertThat(shown(facts.managed())).containsExactly("org.springframework.ai:spring-ai-bom:2.0.0:import @ 5");
        assertThat(facts.artifactId()).isEmpty();
    }

    @Test
    void oddScriptsEnd() {
        for (String odd : new String[] {
            "",
            "dependencies {",
            "dependencies { implementation",
            "dependencies { implementation '",
            "'\\",
            "/*",
            "dependencies { implementation" + " ".repeat(50_000) + "x }",
            "dependencies {".repeat(2_000),
            "implementation ".repeat(20_000),
            "dependencies { implementation \"a:b:" + "x".repeat(100_000) + "${y}".repeat(50_000) + "\" }",
            "dependencies { constraints {"
        }) {
            assertThat(read("a/build.gradle", odd).problems()).isEmpty();
        }
    }

    @Test
    void catalogue() {
        BuildFacts facts =
                new CatalogueReader().read("gradle/libs.versions.toml", """
                # comment
                [versions]
                openai = "4.0.0"
                strict = { strictly = "1.1" }
                [libraries]
                openai-java = { module = "com.openai:openai-java", version.ref = "openai" }
                lc4j_core = { group = "dev.langchain4j", name = "langchain4j", version = { ref = "strict" } }
                short = "a:b:1"
                managed.lib = { module = "c:d" }
                [bundles]
                ai = [
                  "openai-java", # comment
                  "short",
                ]
                [plugins]
                x = { id = "y", version = "1" }
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(facts.properties())
                .containsEntry("libs.openai.java", "com.openai:openai-java:4.0.0")
                .containsEntry("libs.lc4j.core", "dev.langchain4j:langchain4j:1.1")
                .containsEntry("libs.short", "a:b:1")
                .containsEntry("libs.managed.lib", "c:d")
                .containsEntry("libs.bundles.ai", "com.openai:openai-java:4.0.0,a:b:1")
                .hasSize(5);
        assertThat(shown(facts.managed())).contains("com.openai:openai-java:4.0.0:compile @ 6");
    }
}
