package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

/** Maven's own configurator fills the parameters; everything behind them is tested without Maven. */
@MojoTest
final class ConfigurationTest {
    @Inject
    private MavenSession session;

    @Test
    @Basedir("src/test/projects/basic")
    @InjectMojo(goal = "verify", pom = "pom.xml")
    void the_plugin_s_configuration_is_read(VerifyMojo mojo) {
        when(session.getUserProperties()).thenReturn(new Properties());
        AccessOptions access = mojo.accessOptions();
        assertThat(access.trust().services()).singleElement().satisfies(service -> {
            assertThat(service.url()).isEqualTo("http://127.0.0.1:4000/v1");
            assertThat(service.profile()).contains("litellm");
            assertThat(service.key()).contains("TEAM_KEY");
        });
        assertThat(access.trust().keys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("OPENAI_API_KEY");
            assertThat(key.env()).contains("CI_KEY");
        });
        assertThat(mojo.ruleOptions().severities()).isEqualTo(Map.of("model-unknown", "error"));
    }

    @Test
    @Basedir("src/test/projects/basic")
    @InjectMojo(goal = "verify", pom = "pom.xml")
    @MojoParameter(name = "timeout", value = "3s")
    void what_is_typed_extends_what_is_configured(VerifyMojo mojo) {
        Properties typed = new Properties();
        typed.setProperty("keyguard.services", "http://127.0.0.1:5000/v1");
        typed.setProperty("keyguard.severities", "model-implicit=warning");
        when(session.getUserProperties()).thenReturn(typed);
        assertThat(mojo.accessOptions().timeout()).hasSeconds(3);
        assertThat(mojo.accessOptions().trust().services()).hasSize(2);
        assertThat(mojo.ruleOptions().severities()).containsEntry("model-implicit", "warning");
    }
}
