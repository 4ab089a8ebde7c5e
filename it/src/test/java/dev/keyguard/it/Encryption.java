package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Encrypts passwords of settings.xml as a Maven's own tool does, with a master password of the test.
 *
 * @param option what a Maven that is to read them needs to be told
 */
record Encryption(Maven writer, Path security, String option) {
    /** Maven 3's, which Maven 4 still reads. */
    static Encryption ofMaven3(Maven maven, Path project) throws Exception {
        Maven writer = maven.version().startsWith("4") ? Maven.any() : maven;
        Path security = project.resolve("settings-security.xml");
        Encryption encryption = new Encryption(writer, security, "-Dsettings.security=" + security);
        String master = encryption.ask("--encrypt-master-password", "master");
        Files.writeString(security, "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        return encryption;
    }

    /** The one that the users of that Maven have. */
    static Encryption of(Maven maven, Path project) throws Exception {
        if (!maven.version().startsWith("4")) {
            return ofMaven3(maven, project);
        }
        Path master = Files.writeString(project.resolve("master.txt"), "master");
        Path security = Files.writeString(project.resolve("settings-security4.xml"), """
                <settingsSecurity xmlns="http://codehaus-plexus.github.io/plexus-sec-dispatcher/4.0.0">
                  <defaultDispatcher>master</defaultDispatcher>
                  <configurations>
                    <configuration>
                      <name>master</name>
                      <properties>
                        <property><name>cipher</name><value>AES/GCM/NoPadding</value></property>
                        <property><name>source</name><value>file:%s</value></property>
                      </properties>
                    </configuration>
                  </configurations>
                </settingsSecurity>
                """.formatted(master));
        return new Encryption(maven, security, "-Dmaven.settings.security=" + security);
    }

    String encrypt(String text) throws Exception {
        return writer.version().startsWith("4") ? encrypted(text) : ask("--encrypt-password", text);
    }

    private String ask(String command, String text) throws Exception {
        Maven.Run run = writer.run(security.getParent(), Map.of(), command, text, "-Dsettings.security=" + security);
        return only(run.output());
    }

    /** {@code mvnenc} wants a terminal; this is its library. */
    private String encrypted(String text) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        writer.jdk().home().resolve("bin").resolve("java").toString(),
                        "-cp",
                        writer.home().resolve("lib") + File.separator + "*",
                        Setup.folder("embedded").resolve("Encrypt.java").toString(),
                        text,
                        security.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return only(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String only(String output) {
        List<String> lines = output.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(lines).as(output).hasSize(1);
        return lines.get(0).strip();
    }
}
