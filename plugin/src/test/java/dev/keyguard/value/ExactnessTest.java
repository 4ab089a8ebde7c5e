package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Module;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.PomReader;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the byte search and the cache save must not show in any answer. */
final class ExactnessTest {
    private static final List<Reader> READERS =
            List.of(new JavaReader(), new PropertiesReader(), new YamlReader(), new PomReader());

    private final Catalogue catalogue = JsonCatalogue.bundled();

    @TempDir
    Path root;

    @TempDir
    Path caches;

    @Test
    void onAGeneratedTree() throws IOException {
        generate(new Random(11));

        compare(root);
    }

    @Test
    void onKeyguardsOwnSources() throws IOException {
        Path sources = Path.of("src/main").toAbsolutePath();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/(sdk|usage|value)/[^/]*\\.java"))
                    .toList()) {
                Path copy = root.resolve("src/main")
                        .resolve(sources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }

        compare(root);
    }

    private void compare(Path tree) {
        Workspace workspace = new TreeWalk(READERS, WalkOptions.defaults().withTests(true)).walk(tree);
        Answers full = answers(FactsProgram.parseEverything(workspace, READERS, catalogue), true);
        Answers plain = answers(new FactsProgram(workspace, READERS, catalogue), false);
        Answers filling = answers(new FactsProgram(workspace, READERS, catalogue, FactsCache.open(caches, "1")), false);
        Answers cached = answers(new FactsProgram(workspace, READERS, catalogue, FactsCache.open(caches, "1")), false);

        assertThat(plain.shared()).isEqualTo(full.shared());
        assertThat(filling).isEqualTo(plain);
        assertThat(cached).isEqualTo(plain);
        assertThat(plain.triggered()).isNotEmpty().isEqualTo(full.triggered());
    }

    /**
     * @param triggered those of the triggered files that hold a trigger
     * @param shared    answers that must not depend on what was read how
     */
    private record Answers(List<Object> triggered, List<Object> shared) {}

    private Answers answers(FactsProgram program, boolean everything) {
        List<Object> triggered = new ArrayList<>();
        List<Object> shared = new ArrayList<>();
        Set<String> names = new TreeSet<>(List.of("x.Missing", "java.lang.String", "Nobody"));
        Set<String> words = new TreeSet<>(List.of("String", "FAST", "Helper", "noSuchWord", "größe", "model"));
        Set<String> packages = new TreeSet<>(List.of("", "none"));
        for (Module module : program.modules()) {
            module.files().stream()
                    .filter(file -> file.extension().equals("java"))
                    .forEach(file -> words.add(file.name().replace(".java", "")));
            for (CodeFacts facts : program.triggered(module)) {
                if (!everything || holdsTrigger(facts.path())) {
                    triggered.add(facts);
                    packages.add(facts.packageName());
                }
            }
            shared.add(program.configuration(module));
        }
        for (String word : words) {
            List<CodeFacts> found = program.mentioning(Set.of(word));
            shared.add(found);
            for (CodeFacts facts : found) {
                packages.add(facts.packageName());
                for (TypeFacts type : facts.types()) {
                    String name = facts.packageName().isEmpty() ? type.name() : facts.packageName() + "." + type.name();
                    assertThat(program.declares(name)).as(name).isTrue();
                    names.add(name);
                    names.add(facts.packageName() + ".Missing" + type.name());
                }
            }
        }
        for (String name : names) {
            shared.add(name + program.declares(name));
            for (Module module : program.modules()) {
                shared.add(program.declaring(name, module));
            }
        }
        packages.forEach(name -> shared.add(program.typesIn(name)));
        program.save();
        return new Answers(triggered, shared);
    }

    private boolean holdsTrigger(String path) {
        try {
            String text = Files.readString(root.resolve(path), StandardCharsets.UTF_8);
            return catalogue.triggers().stream().anyMatch(text::contains);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void generate(Random random) throws IOException {
        for (int m = 0; m < 4; m++) {
            String module = "m" + m;
            write(
                    module + "/pom.xml",
                    "<project><groupId>g</groupId><artifactId>" + module
                            + "</artifactId><version>1</version><dependencies><dependency><groupId>g</groupId><artifactId>m"
                            + (m + 1) + "</artifactId><version>1</version></dependency></dependencies></project>");
            write(module + "/src/main/resources/application.yml", "app:\n  model: gpt-4o\n  n: " + m + "\n");
            for (int f = 0; f < 12; f++) {
                String name = "C" + m + "x" + f;
                String folder = random.nextInt(4) == 0 ? "/lib/odd/" : "/src/main/java/p" + f % 3 + "/";
                write(module + folder + name + ".java", source(random, "p" + f % 3, name));
            }
        }
    }

    private static String source(Random random, String packageName, String name) {
        StringBuilder text = new StringBuilder("/* größe */\npackage " + packageName + ";\n");
        if (random.nextInt(4) == 0) {
            text.append("import com.openai.models.ChatModel;\n");
        }
        text.append("public class ").append(name).append(" {\n  static final String FAST = \"");
        text.append(random.nextBoolean() ? "gpt-4o" : "none").append("\";\n  Object o = C");
        text.append(random.nextInt(4)).append('x').append(random.nextInt(12)).append(".FAST;\n}\n");
        if (random.nextInt(3) == 0) {
            text.append("final class ").append(name).append("Helper { Helper h; }\n");
        }
        return text.toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
    }
}
