package dev.keyguard.it;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the README's run command shows: a shop's support bot asks for a model that its key may not use, and the gate
 * refuses the build; with a key that may use it, the same build passes. A model server on the loopback stands in for the
 * provider.
 */
public final class Demo {
    private Demo() {}

    /** Runs the demonstration; fails if the gate does not do as it says. */
    public static void main(String[] arguments) throws Exception {
        Maven maven = new Maven("this", Path.of(System.getProperty("maven.home")), Jdk.own());
        Path project = Setup.sample("openai-java", "demo");
        try (ModelServer server = new ModelServer()) {
            Maven.Run refused = run(maven, project, server, ModelServer.ALPHA, "a key that may not use gpt-4o");
            Maven.Run allowed = run(maven, project, server, ModelServer.BETA, "a key that may use it");
            if (refused.succeeded() || !refused.output().contains("model-not-accessible") || !allowed.succeeded()) {
                throw new IllegalStateException("The gate did not do what it should; see the output above.");
            }
        }
        say("The first build was refused and the second passed: that is the gate at work.");
        say("The plugin is installed now. On a project of yours: mvn " + Setup.PLUGIN + ":verify");
    }

    private static Maven.Run run(Maven maven, Path project, ModelServer server, String key, String which)
            throws Exception {
        say("mvn verify, with " + which);
        Maven.Run run = maven.run(
                project,
                Map.of("OPENAI_API_KEY", key, "OPENAI_BASE_URL", server.url()),
                "verify",
                "-Dkeyguard.cache=false");
        run.output()
                .lines()
                .dropWhile(line -> !line.contains("--- keyguard"))
                .takeWhile(line -> !line.contains("re-run Maven"))
                .map(line -> "    " + line)
                .forEach(System.out::println);
        return run;
    }

    private static void say(String line) {
        System.out.println("\n==> " + line);
    }
}
