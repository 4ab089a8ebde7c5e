package dev.keyguard.source.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Dependencies;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BuildModelTest {
    private final Map<String, BuildFacts> builds = new HashMap<>();

    private void pom(String folder, String content) {
        String path = folder.isEmpty() ? "pom.xml" : folder + "/pom.xml";
        builds.put(
                folder,
                new PomReader().read(path, ("<project>" + content + "</project>").getBytes(StandardCharsets.UTF_8)));
    }

    private void gradle(String folder, String content) {
        String path = folder.isEmpty() ? "build.gradle" : folder + "/build.gradle";
        builds.put(folder, new GradleReader().read(path, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String dependency(String group, String artifact, String more) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId>" + more
                + "</dependency>";
    }

    private static String version(String version) {
        return "<version>" + version + "</version>";
    }

    private static String bom(String group, String artifact, String version) {
        return dependency(group, artifact, version(version) + "<type>pom</type><scope>import</scope>");
    }

    private static List<String> shown(Dependencies dependencies) {
        return dependencies.list().stream()
                .map(dependency -> dependency.key() + ":" + dependency.version().orElse("?")
                        + (dependency.versionAssumed() ? "?" : "")
                        + ":" + dependency.scope()
                        + (dependency.place().isPresent() ? "" : " transitive"))
                .toList();
    }

    private Dependencies of(String folder) {
        return new BuildModel(List.of()).apply(builds).get(folder);
    }

    @Test
    void versionsAndPropertiesComeFromParentsInTheTree() {
        pom(
                "",
                "<groupId>g</groupId><artifactId>root</artifactId><version>1</version>"
                        + "<properties><openai.version>3.0</openai.version><x>1</x></properties>"
                        + "<dependencies>" + dependency("org.slf4j", "slf4j-api", version("2")) + "</dependencies>"
                        + "<dependencyManagement><dependencies>"
                        + dependency("com.openai", "openai-java", version("${openai.version}"))
                        + "</dependencies></dependencyManagement>");
        pom(
                "build/parent",
                "<parent><groupId>g</groupId><artifactId>root</artifactId><version>1</version>"
                        + "<relativePath>../..</relativePath></parent><artifactId>parent</artifactId>"
                        + "<properties><openai.version>4.0</openai.version></properties>");
        pom(
                "app",
                "<parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version>"
                        + "<relativePath>../build/parent/pom.xml</relativePath></parent><artifactId>app</artifactId>"
                        + "<dependencies>" + dependency("com.openai", "openai-java", "")
                        + dependency("a", "b", version("${x}")) + dependency("a", "c", version("${nowhere}"))
                        + dependency("${project.groupId}", "lib", version("${project.version}") + "<scope>test</scope>")
                        + "</dependencies>");

        assertThat(of("app").known()).isTrue();
        assertThat(of("app").complete()).isFalse();
        assertThat(shown(of("app")))
                .containsExactly(
                        "com.openai:openai-java:4.0:compile",
                        "a:b:1:compile",
                        "a:c:?:compile",
                        "g:lib:1:test",
                        "org.slf4j:slf4j-api:2:compile");
    }

    @Test
    void aBomOutsideTheTreeLendsItsVersionToItsGroup() {
        pom(
                "",
                "<parent><groupId>org.springframework.boot</groupId>"
                        + "<artifactId>spring-boot-starter-parent</artifactId><version>4.0.0</version><relativePath/></parent>"
                        + "<groupId>g</groupId><artifactId>app</artifactId>"
                        + "<properties><spring-ai.version>2.0.0-SNAPSHOT</spring-ai.version></properties>"
                        + "<dependencyManagement><dependencies>"
                        + bom("org.springframework.ai", "spring-ai-bom", "${spring-ai.version}")
                        + "</dependencies></dependencyManagement><dependencies>"
                        + dependency("org.springframework.ai", "spring-ai-starter-model-openai", "")
                        + dependency("org.springframework.ai", "spring-ai-pinned", version("1.0"))
                        + dependency("org.springframework.boot", "spring-boot-starter-web", "")
                        + "</dependencies>");

        assertThat(shown(of("")))
                .containsExactly(
                        "org.springframework.ai:spring-ai-starter-model-openai:2.0.0-SNAPSHOT?:compile",
                        "org.springframework.ai:spring-ai-pinned:1.0:compile",
                        "org.springframework.boot:spring-boot-starter-web:?:compile");
    }

    @Test
    void aBomOfTheTreeIsReadItself() {
        pom(
                "bom",
                "<groupId>g</groupId><artifactId>bom</artifactId><version>1</version>"
                        + "<properties><v>7</v></properties><dependencyManagement><dependencies>"
                        + dependency("com.openai", "openai-java", version("${v}"))
                        + bom("dev.langchain4j", "langchain4j-bom", "1.9.0")
                        + bom("g", "bom", "1")
                        + "</dependencies></dependencyManagement>");
        pom(
                "app",
                "<groupId>g</groupId><artifactId>app</artifactId><properties><v>8</v></properties>"
                        + "<dependencyManagement><dependencies>" + bom("${project.groupId}", "bom", "1")
                        + "</dependencies></dependencyManagement><dependencies>"
                        + dependency("com.openai", "openai-java", "")
                        + dependency("dev.langchain4j", "langchain4j-open-ai", "")
                        + "</dependencies>");

        assertThat(shown(of("app")))
                .containsExactly(
                        "com.openai:openai-java:7:compile", "dev.langchain4j:langchain4j-open-ai:1.9.0?:compile");
    }

    @Test
    void aBomOfTheTreeInAnotherVersionIsNotTheOneImported() {
        pom(
                "bom",
                "<groupId>g</groupId><artifactId>bom</artifactId><version>1</version>"
                        + "<dependencyManagement><dependencies>" + dependency("g", "lib", version("1"))
                        + "</dependencies></dependencyManagement>");
        pom(
                "app",
                "<groupId>h</groupId><artifactId>app</artifactId>"
                        + "<dependencyManagement><dependencies>" + bom("g", "bom", "2")
                        + "</dependencies></dependencyManagement><dependencies>" + dependency("g", "lib", "")
                        + "</dependencies>");

        assertThat(shown(of("app"))).containsExactly("g:lib:2?:compile");
    }

    @Test
    void modulesBringTheirLibrariesAlong() {
        pom(
                "core",
                "<groupId>g</groupId><artifactId>core</artifactId><dependencies>"
                        + dependency("com.openai", "openai-java", version("4"))
                        + dependency("org.junit", "junit", version("5") + "<scope>test</scope>")
                        + dependency("g", "app", "") + "</dependencies>");
        pom(
                "app",
                "<groupId>g</groupId><artifactId>app</artifactId><dependencies>" + dependency("g", "core", version("1"))
                        + "</dependencies>");
        pom(
                "it",
                "<groupId>g</groupId><artifactId>it</artifactId><dependencies>"
                        + dependency("g", "app", version("1") + "<scope>test</scope>") + "</dependencies>");

        assertThat(shown(of("app")))
                .contains("g:core:1:compile", "com.openai:openai-java:4:compile transitive")
                .noneMatch(line -> line.contains("junit"));
        assertThat(shown(of("it"))).contains("com.openai:openai-java:4:test transitive");
    }

    @Test
    void cyclesEnd() {
        pom(
                "a",
                "<parent><groupId>g</groupId><artifactId>b</artifactId><relativePath>../b</relativePath></parent>"
                        + "<artifactId>a</artifactId>");
        pom(
                "b",
                "<parent><groupId>g</groupId><artifactId>a</artifactId><relativePath>../a</relativePath></parent>"
                        + "<artifactId>b</artifactId><dependencies>" + dependency("x", "y", "") + "</dependencies>");
        pom(
                "self",
                "<parent><groupId>g</groupId><artifactId>self</artifactId><relativePath>.</relativePath></parent>"
                        + "<artifactId>self</artifactId>");
        pom(
                "out",
                "<parent><groupId>g</groupId><artifactId>o</artifactId><relativePath>../../../x</relativePath>"
                        + "</parent><artifactId>out</artifactId>");

        assertThat(shown(of("a"))).containsExactly("x:y:?:compile");
        assertThat(of("self").known()).isTrue();
        assertThat(of("out").known()).isTrue();
    }

    @Test
    void gradleProjects() {
        gradle(
                "",
                "allprojects { group = 'com.example' }\next.ai = '1.1'\nsubprojects { dependencies {\n"
                        + "implementation 'all:of-them:1' } }");
        gradle("core", "dependencies { api libs.openai\n implementation 'x:y:' + 'z' }");
        gradle(
                "app",
                "dependencies { implementation project(':core')\n implementation \"a:b:$ai\"\n"
                        + "implementation platform('dev.langchain4j:langchain4j-bom:1.9.0')\n"
                        + "implementation 'dev.langchain4j:langchain4j-open-ai' }");
        gradle("dark", "dependencies { implementation(computed()) }");
        BuildFacts catalogue = new CatalogueReader()
                .read(
                        "gradle/libs.versions.toml",
                        "[libraries]\nopenai = \"com.openai:openai-java:4\"\n".getBytes(StandardCharsets.UTF_8));
        Map<String, Dependencies> all = new BuildModel(List.of(catalogue)).apply(builds);

        assertThat(shown(all.get("app")))
                .containsExactly(
                        "com.example:core:?:compile",
                        "a:b:1.1:compile",
                        "dev.langchain4j:langchain4j-open-ai:1.9.0?:compile",
                        "all:of-them:1:compile",
                        "com.openai:openai-java:4:compile transitive",
                        "x:y:?:compile transitive");
        assertThat(all.get("app").known()).isTrue();
        assertThat(all.get("dark").known()).isFalse();
    }
}
