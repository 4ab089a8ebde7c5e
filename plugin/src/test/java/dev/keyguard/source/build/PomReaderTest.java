package dev.keyguard.source.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PomReaderTest {
    private final PomReader reader = new PomReader();

    private BuildFacts read(String content) {
        return reader.read("app/pom.xml", content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> shown(List<Dependency> dependencies) {
        return dependencies.stream()
                .map(dependency -> dependency.key() + ":" + dependency.version().orElse("?") + ":" + dependency.scope()
                        + dependency
                                .place()
                                .map(place -> " @ " + place.line() + ":" + place.column())
                                .orElse(""))
                .toList();
    }

    @Test
    void readsDependenciesWithTheirPlaces() {
        BuildFacts facts = read("""
                <?xml version="1.0"?>
                <!DOCTYPE project [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <parent>
                    <groupId>com.example</groupId>
                    <artifactId>parent</artifactId>
                    <version>1.0</version>
                  </parent>
                  <artifactId>app</artifactId>
                  <properties>
                    <openai.version>4.0.0</openai.version>
                    <indirect>${openai.version}</indirect>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>com.openai</groupId>
                      <artifactId>openai-java</artifactId>
                      <version>${indirect}</version>
                    </dependency>
                    <!--
                    <dependency>
                      <groupId>dev.langchain4j</groupId>
                      <artifactId>langchain4j-open-ai</artifactId>
                    </dependency>
                    -->
                    <dependency>
                      <groupId>${project.groupId}</groupId>
                      <artifactId>core</artifactId>
                      <version>${project.version}</version>
                      <scope>test</scope>
                      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
                    </dependency>
                    <dependency>
                      <groupId>org.example</groupId>
                      <artifactId>managed</artifactId>
                    </dependency>
                    <dependency>
                      <groupId>org.example</groupId>
                      <artifactId>unknown</artifactId>
                      <version>${elsewhere}</version>
                    </dependency>
                  </dependencies>
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>org.example</groupId>
                        <artifactId>managed</artifactId>
                        <version>${openai.version}</version>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>p</artifactId>
                        <dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency></dependencies>
                      </plugin>
                    </plugins>
                  </build>
                  <profiles>
                    <profile>
                      <id>azure</id>
                      <modules><module>azure</module></modules>
                      <properties><openai.version>3</openai.version><only>1</only></properties>
                      <dependencies>
                        <dependency><groupId>com.azure</groupId><artifactId>azure-ai-openai</artifactId></dependency>
                      </dependencies>
                    </profile>
                  </profiles>
                  <modules><module>core</module></modules>
                </project>
                """);

        assertThat(shown(facts.dependencies()))
                .containsExactly(
                        "com.openai:openai-java:4.0.0:compile @ 17:7",
                        "com.example:core:1.0:test @ 28:7",
                        "org.example:managed:4.0.0:compile @ 35:7",
                        "org.example:unknown:${elsewhere}:compile @ 39:7",
                        "com.azure:azure-ai-openai:?:compile @ 66:49");
        assertThat(shown(facts.managed())).containsExactly("org.example:managed:${openai.version}:compile @ 47:9");
        assertThat(facts.groupId()).contains("com.example");
        assertThat(facts.version()).contains("1.0");
        assertThat(facts.parent().orElseThrow().relativePath()).isEqualTo("../pom.xml");
        assertThat(facts.properties()).containsEntry("openai.version", "4.0.0").containsEntry("only", "1");
        assertThat(facts.modules()).containsExactly("core", "azure");
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void aBrokenPomIsOneProblemAndKeepsWhatStandsBefore() {
        BuildFacts facts = read("""
                <project>
                  <artifactId>app</artifactId>
                  <dependencies>
                    <dependency>
                      <groupId>com.openai</groupId>
                      <artifactId>openai-java</artifactId>
                    </dependency>
                <<<<<<< HEAD
                """);

        assertThat(shown(facts.dependencies())).containsExactly("com.openai:openai-java:?:compile @ 6:7");
        assertThat(facts.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(8);
            assertThat(problem.message()).contains("not well-formed");
        });
        assertThat(read("").problems()).hasSize(1);
        assertThat(read("<html></html>").problems()).hasSize(1);
        assertThat(read("<a>".repeat(100_000)).problems()).hasSize(1);
    }

    @Test
    void propertiesThatReferToThemselvesEnd() {
        BuildFacts facts = read("""
                <project><artifactId>${a}</artifactId><version>${project.version}</version>
                <properties><a>${b}${b}</a><b>${a}${a}</b></properties>
                <dependencies><dependency><groupId>g</groupId><artifactId>x</artifactId><version>${a}</version></dependency>
                </dependencies></project>
                """);

        assertThat(facts.dependencies()).hasSize(1);
    }
}
