package dev.keyguard.maven;

import dev.keyguard.access.FakeProvider;
import dev.keyguard.fix.Edit;
import dev.keyguard.fix.FixApplier;
import dev.keyguard.fix.FixPlan;
import dev.keyguard.report.Report;
import dev.keyguard.rule.BaselineFile;
import dev.keyguard.source.tree.FactsCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A process that writes everything keyguard writes, over and over, until it is killed. */
final class Writing {
    static final List<String> REPORTS = List.of("json", "sarif", "html", "junit", "checkstyle", "gitlab", "cyclonedx");
    static final String SOURCE = "src/main/java/Support.java";
    private static final String[] MODELS = {"gpt-4o", "gpt-4.1-mini-2025-04-14"};

    private final Path root;

    Writing(Path root) {
        this.root = root;
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path lock() {
        return root.resolve("project/keyguard.lock.json");
    }

    Path project() {
        return root.resolve("project");
    }

    /** The source with one of two ids, and enough around it to be written in more than one block. */
    static String source(String model) {
        return """
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                class Support {
                    Object ask() {
                        return OpenAIOkHttpClient.fromEnv().chat().completions().create(
                            ChatCompletionCreateParams.builder().model("%s").build());
                    }
                }
                """.formatted(model) + "// padding\n".repeat(20_000);
    }

    static List<String> sources() {
        return List.of(source(MODELS[0]), source(MODELS[1]));
    }

    /** Everything once; what is written differs from one time to the next. */
    void once(int time) throws IOException {
        Trial trial = new Trial("gpt-5");
        Report report = trial.judge(
                trial.scan(trial.workspace(project()), FactsCache.open(cache(), "writing " + time % 2)), project());
        String before = MODELS[time % 2];
        String text = source(before);
        int at = text.indexOf("\"" + before);
        String after = MODELS[(time + 1) % 2];
        Edit edit = new Edit(SOURCE, at, at + before.length() + 2, "\"" + before + "\"", "\"" + after + "\"");
        new FixApplier(project()).apply(new FixPlan(List.of(edit), List.of(), false));
        new FakeProvider(trial.catalogue(), List.of("gpt-5", "only-this-time-" + time))
                .service(Optional.of(cache()), Optional.of(lock()))
                .lock(report.inventory(), lock());
        new BaselineFile(project().resolve(BaselineFile.NAME)).write(trial.baseline(report, project()));
        new Publishing(project(), new SystemStreamLog(), FakeProvider.TODAY)
                .files(report, project().resolve("target/keyguard"), REPORTS);
    }

    /** The time that begins with the source as it is. */
    int next() throws IOException {
        return sources().indexOf(Files.readString(project().resolve(SOURCE)));
    }

    /** Arguments: the folder. */
    public static void main(String[] arguments) throws IOException {
        Writing writing = new Writing(Path.of(arguments[0]));
        int time = writing.next();
        writing.once(time);
        System.out.println("ready");
        while (true) {
            writing.once(++time);
        }
    }
}
