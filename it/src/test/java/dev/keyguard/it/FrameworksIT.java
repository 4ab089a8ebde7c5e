package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications of every sort compile against the real libraries and are understood: the model is found where it is written. */
final class FrameworksIT {
    @ParameterizedTest
    @CsvSource({
        "spring-ai, src/main/resources/application.yml:8:18",
        "langchain4j, src/main/java/shop/Summary.java:11:44",
        "quarkus, src/main/resources/application.properties:2:50",
        "http, src/main/java/shop/Translator.java:18:29",
    })
    void the_model_is_found(String sample, String place) throws Exception {
        Path project = Setup.sample(sample, "framework-" + sample);
        Maven.Run run = Maven.any().run(project, Map.of(), "verify", "-Dkeyguard.online=never");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(ReportFile.in(project).references()).as(run.output()).containsExactly("gpt-4o " + place);
    }
}
