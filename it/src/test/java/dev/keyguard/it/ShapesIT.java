package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Modules of all shapes in one reactor, built once. */
final class ShapesIT {
    private static final String TALK = """
            package shop;

            import com.openai.models.chat.completions.ChatCompletionCreateParams;

            final class Talk {
                Object request = ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage("Hi").build();
            }
            """;
    private static final String KOTLIN = """
            package shop

            import com.openai.models.chat.completions.ChatCompletionCreateParams

            class Talk {
                val request = ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage("Hi").build()
            }
            """;

    private static Path project;
    private static Maven.Run run;

    @BeforeAll
    static void build() throws Exception {
        project = Setup.empty("shapes");
        String pom = Files.readString(Setup.folder("samples").resolve("openai-java/pom.xml"));
        Files.writeString(
                project.resolve("pom.xml"),
                pom.replace("<artifactId>openai-java</artifactId>\n  <version>1</version>", """
                        <artifactId>shapes</artifactId>
                          <version>1</version>
                          <packaging>pom</packaging>
                          <modules>
                            <module>empty</module>
                            <module>generated</module>
                            <module>tests</module>
                            <module>kotlin</module>
                            <module>skipped</module>
                          </modules>"""));
        module("empty", "");
        module("generated", """
                <build><plugins><plugin>
                  <groupId>org.codehaus.mojo</groupId>
                  <artifactId>templating-maven-plugin</artifactId>
                  <version>3.1.0</version>
                  <executions><execution><goals><goal>filter-sources</goal></goals></execution></executions>
                </plugin></plugins></build>""");
        write("generated/src/main/java-templates/shop/Talk.java", TALK);
        module("tests", "");
        write("tests/src/test/java/shop/Talk.java", TALK);
        module("kotlin", "");
        write("kotlin/src/main/kotlin/shop/Talk.kt", KOTLIN);
        module("skipped", "<properties><keyguard.skip>true</keyguard.skip></properties>");
        write("skipped/src/main/java/shop/Talk.java", TALK);
        run = Maven.any().run(project, Map.of(), "verify", "-Dkeyguard.online=never");
        assertThat(run.succeeded()).as(run.output()).isTrue();
    }

    @Test
    void packaging_pom_has_a_report_and_no_reference_of_its_own() throws Exception {
        assertThat(run.output()).contains("keyguard, all 5 modules");
    }

    @Test
    void a_module_without_sources_passes() throws Exception {
        assertThat(ReportFile.in(project.resolve("empty")).references()).isEmpty();
    }

    @Test
    void generated_sources_are_read() throws Exception {
        assertThat(references("generated"))
                .containsExactly("gpt-4o generated/target/generated-sources/java-templates/shop/Talk.java:6:65");
    }

    @Test
    void test_sources_are_left_out() throws Exception {
        assertThat(references("tests")).isEmpty();
    }

    @Test
    void test_sources_are_read_when_asked_for() throws Exception {
        Maven.Run all = Maven.any()
                .run(
                        project,
                        Map.of(),
                        "-pl",
                        "tests",
                        "keyguard:scan",
                        "-Dkeyguard.includeTests",
                        "-Dkeyguard.outputDirectory=" + project.resolve("with-tests"));
        assertThat(all.succeeded()).as(all.output()).isTrue();
        assertThat(Files.readString(project.resolve("with-tests/keyguard.json")))
                .contains("tests/src/test/java/shop/Talk.java")
                .contains("\"scope\"");
    }

    @Test
    void a_module_of_Kotlin_alone_is_read() throws Exception {
        assertThat(references("kotlin")).containsExactly("gpt-4o kotlin/src/main/kotlin/shop/Talk.kt:6:62");
    }

    @Test
    void a_module_that_skips_has_no_report() {
        assertThat(project.resolve("skipped/target/keyguard")).doesNotExist();
    }

    private static List<String> references(String module) throws IOException {
        return ReportFile.in(project.resolve(module)).references();
    }

    private static void module(String name, String more) throws IOException {
        write(name + "/pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>sample</groupId><artifactId>shapes</artifactId><version>1</version></parent>
                  <artifactId>%s</artifactId>
                  %s
                </project>
                """.formatted(name, more));
    }

    private static void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
