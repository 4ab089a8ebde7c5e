package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Module;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.PomReader;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.DotenvReader;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.source.kotlin.KotlinReader;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.value.Linker.Located;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A folder of fixtures as a workspace. A call of {@code sink(expression)} has its expectation in the comment on the line
 * before: {@code // value: "gpt-4o" constant | env OPENAI_MODEL | property a.b | dynamic}; the origin may be left out.
 */
public final class LinkerFixtures {
    /** Readers of everything a fixture can hold. */
    public static final List<Reader> READERS = List.of(
            new JavaReader(),
            new KotlinReader(),
            new PropertiesReader(),
            new YamlReader(),
            new DotenvReader(),
            new PomReader());

    private static final String MARK = "// value: ";

    private final Path root;
    private final FactsProgram program;
    private final FactsLinker linker;

    /** The fixtures of that folder of the test resources. */
    public LinkerFixtures(String folder) {
        this(resource(folder));
    }

    /** The fixtures of any folder. */
    public LinkerFixtures(Path root) {
        this.root = root;
        Catalogue catalogue = JsonCatalogue.bundled();
        Workspace workspace = new TreeWalk(READERS, WalkOptions.defaults().withTests(true)).walk(root);
        this.program = FactsProgram.parseEverything(workspace, READERS, catalogue);
        this.linker = new FactsLinker(program, catalogue);
    }

    /** The folder of that name in the test resources. */
    static Path resource(String folder) {
        try {
            return Path.of(
                    LinkerFixtures.class.getResource("/fixtures/" + folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(folder, e);
        }
    }

    /** The linker over the folder. */
    public FactsLinker linker() {
        return linker;
    }

    /** The program over the folder. */
    public FactsProgram program() {
        return program;
    }

    /** Every file of code in the folder. */
    public List<CodeFacts> files() {
        List<CodeFacts> files = new ArrayList<>();
        for (Module module : program.modules()) {
            files.addAll(program.triggered(module));
        }
        return files;
    }

    /** One {@code sink} call: where it is, what is expected, what was found. */
    public record Sink(String place, String expected, String found) {}

    /** Every {@code sink} call with an expectation. */
    public List<Sink> sinks() {
        List<Sink> sinks = new ArrayList<>();
        for (CodeFacts file : files()) {
            List<String> lines = lines(file.path());
            for (Located call : linker.occurrencesIn(file).calls("sink")) {
                Expr.Call sink = (Expr.Call) call.expression();
                int line = sink.place().line();
                String before = line < 2 ? "" : lines.get(line - 2).strip();
                if (before.startsWith(MARK)) {
                    String expected = before.substring(MARK.length()).strip();
                    List<Value> values = linker.valuesOf(sink.arguments().get(0), call.site());
                    boolean origins = expected.matches(".*\" [a-z-]+( \\|.*|$)");
                    sinks.add(new Sink(file.path() + ":" + line, normal(expected), found(values, origins, expected)));
                }
            }
        }
        return sinks;
    }

    private static String normal(String expected) {
        TreeSet<String> parts = new TreeSet<>();
        for (String part : expected.split(" \\| ")) {
            parts.add(part.strip());
        }
        return String.join(" | ", parts);
    }

    private static String found(List<Value> values, boolean origins, String expected) {
        return values.stream()
                .map(v -> text(v, origins, expected))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" | "));
    }

    private static String text(Value value, boolean origins, String expected) {
        if (value instanceof Value.Known known) {
            String text = "\"" + known.text().replace("\n", "\\n").replace("\"", "\\\"") + "\"";
            return origins && expected.contains(text + " ") && !expected.contains(text + " |")
                    ? text + " " + known.origin().label()
                    : text;
        } else if (value instanceof Value.FromEnvironment variable) {
            return (variable.systemProperty() ? "sysprop " : "env ") + variable.name();
        } else if (value instanceof Value.FromConfiguration property) {
            return "property " + property.property();
        } else if (value instanceof Value.Dynamic dynamic) {
            return dynamic.pieces().isEmpty()
                    ? "dynamic"
                    : "template " + dynamic.template().replace("\n", "\\n");
        }
        return value.toString();
    }

    private List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files the workspace holds. */
    List<SourceFile> sources() {
        return program.modules().stream().flatMap(m -> m.files().stream()).toList();
    }
}
