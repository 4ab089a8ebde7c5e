package dev.keyguard.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Somebody whom file permissions stop: root reads everything, and builds in containers often run as root. */
final class OtherUser {
    private static final String ID = "65534";
    private static final List<String> BECOME =
            List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups", "--");

    private OtherUser() {}

    /** A Maven that runs as a user who is not root and owns that project; empty if there is no such user. */
    static Optional<Maven> owning(Path project, Maven maven) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of(maven);
        }
        boolean may = succeeds("chown", "-R", ID, project.toString())
                && succeeds(with(
                        "test", "-x", maven.jdk().home().resolve("bin/java").toString()))
                && succeeds(with("test", "-x", maven.home().resolve("bin").toString()))
                && succeeds(with("test", "-r", Setup.folder("repository").toString()));
        return may ? Optional.of(maven.as(BECOME)) : Optional.empty();
    }

    private static String[] with(String... command) {
        List<String> all = new ArrayList<>(BECOME);
        all.addAll(Arrays.asList(command));
        return all.toArray(String[]::new);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
