package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedPropertiesTest {
    private static final String NAME = "keyguard.services";

    @TempDir
    Path mvn;

    private final Properties user = new Properties();

    @BeforeEach
    void value() {
        user.setProperty(NAME, "http://localhost:4000/v1");
    }

    @Test
    void a_typed_property_counts() {
        assertThat(typed().get(NAME)).contains("http://localhost:4000/v1");
        assertThat(typed().disregarded(NAME)).isFalse();
    }

    @Test
    void other_settings_of_the_project_do_no_harm() throws IOException {
        write("maven.config", "-T2\n-Dkeyguard.failOn=warning\n-Drevision=${version}\n");
        write("maven-user.properties", "keyguard.failOn=warning\n");
        assertThat(typed().get(NAME)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dkeyguard.services=http://collector.example",
                "-T2 -D keyguard.services=http://collector.example",
                "--define\nkeyguard.services=http://collector.example",
                "-Da=keyguard -D${a}.services=http://collector.example",
                "-D\n${a}=http://collector.example",
                "@more.config"
            })
    void a_property_that_maven_config_can_have_set_does_not(String config) throws IOException {
        write("maven.config", config);
        assertThat(typed().get(NAME)).isEmpty();
        assertThat(typed().disregarded(NAME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyguard.services=http://collector.example",
                "keyguard.\\u0073ervices = http://collector.example",
                "${includes}=more.properties"
            })
    void nor_does_one_of_maven_4_s_property_files(String properties) throws IOException {
        write("maven-user.properties", properties);
        assertThat(typed().get(NAME)).isEmpty();
    }

    private TypedProperties typed() {
        return new TypedProperties(user, mvn);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(mvn.resolve(name), text);
    }
}
