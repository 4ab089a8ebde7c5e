package dev.keyguard.source.build;

import dev.keyguard.source.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dependencies a Gradle script declares. */
final class GradleDependencies {
    /** Looked for first: patterns over whole scripts are slow. */
    private static final String BLOCK_NAME = "dependencies";

    private static final String BOM_NAME = "mavenBom";
    private static final Pattern BLOCK = Pattern.compile("\\b" + BLOCK_NAME + "\\s*+\\{");

    private static final Pattern DECLARATION = Pattern.compile("\\b([A-Za-z]\\w*+)\\s*+\\(?+\\s*+(?="
            + "[\"']|libs\\.|project\\(|group\\s*+[:=]|(?:enforcedP|p)latform\\b|[A-Za-z_$])");
    private static final Pattern PLATFORM = Pattern.compile("(?:enforcedP|p)latform\\s*+\\(?+\\s*+");
    private static final Pattern COORDINATES = Pattern.compile(
            "[\"']([\\w.-]++):([\\w.-]++)(?::((?:\\$\\{[^}\\n]*+}|[^\"'@:\\n$]++|\\$){0,20}+))?+[^\"'\\n]*+[\"']");
    private static final Pattern NAMED = Pattern.compile("group\\s*+[:=]\\s*+[\"']([^\"'\\n]++)[\"']\\s*+,\\s*+"
            + "name\\s*+[:=]\\s*+[\"']([^\"'\\n]++)[\"'](?:\\s*+,\\s*+version\\s*+[:=]\\s*+[\"']([^\"'\\n]++)[\"'])?+");
    private static final Pattern REFERENCE = Pattern.compile("libs\\.([\\w.]++)");
    private static final Pattern PROJECT =
            Pattern.compile("project\\s*+\\(\\s*+(?:path\\s*+[:=]\\s*+)?+[\"']:?+([^\"'\\n]++)[\"']");
    private static final Pattern KOTLIN = Pattern.compile("kotlin\\s*+\\(\\s*+[\"']([\\w-]++)[\"']");

    /** Files and the build's own classes, which no catalogue names. */
    private static final Pattern LOCAL =
            Pattern.compile("(?:files|fileTree|sourceSets|gradleApi|gradleTestKit|gradleKotlinDsl|localGroovy)\\b");

    private static final Pattern CONSTRAINTS = Pattern.compile("\\bconstraints\\s*+\\{");
    private static final Pattern MORE = Pattern.compile("\\s*+,\\s*+(?=[\"'])");
    private static final Pattern BOM = Pattern.compile("\\b" + BOM_NAME + "\\s*+\\(?+\\s*+");

    /** Ends of the names of the configurations that a class path is made of. */
    private static final Set<String> CONFIGURATIONS = Set.of(
            "implementation",
            "api",
            "compile",
            "compileonly",
            "compileonlyapi",
            "runtimeonly",
            "runtime",
            "developmentonly",
            "provided",
            "annotationprocessor",
            "kapt",
            "ksp",
            "shadow",
            "testfixturesapi");

    private final Text text;
    private final String code;
    private final Interpolation values;
    private final List<Dependency> direct = new ArrayList<>();
    private final List<Dependency> managed = new ArrayList<>();

    GradleDependencies(Text text, GradleScript script) {
        this.text = text;
        this.code = script.code();
        this.values =
                new Interpolation(name -> Optional.ofNullable(script.values().get(plain(name))));
        Matcher block = BLOCK.matcher(code).useTransparentBounds(true);
        int from = 0;
        for (int at = code.indexOf(BLOCK_NAME); at >= 0; at = code.indexOf(BLOCK_NAME, from)) {
            from = at + 1;
            if (block.region(at, code.length()).lookingAt()) {
                from = blockEnd(block.end());
                withoutConstraints(block.end(), from);
            }
        }
        Matcher bom = BOM.matcher(code);
        while (code.contains(BOM_NAME) && bom.find()) {
            coordinates(bom.end(), code.length(), "import", managed);
        }
    }

    /** Declared dependencies, in order. */
    List<Dependency> direct() {
        return List.copyOf(direct);
    }

    /** Imported platforms and BOMs, with scope {@code import}. */
    List<Dependency> managed() {
        return List.copyOf(managed);
    }

    /** Constraints restrict versions and bring nothing. */
    private void withoutConstraints(int from, int to) {
        Matcher constraints = CONSTRAINTS.matcher(code).region(from, to);
        int at = from;
        while (at < to && constraints.region(at, to).find()) {
            declarations(at, constraints.start());
            at = Math.min(to, blockEnd(constraints.end()));
        }
        declarations(at, to);
    }

    private void declarations(int from, int to) {
        Matcher declaration = DECLARATION.matcher(code).region(from, to);
        int at = from;
        while (at < to && declaration.region(at, to).find()) {
            at = declaration.end();
            if (isConfiguration(declaration.group(1))) {
                at = Math.max(at, declared(at, to, scope(declaration.group(1))));
            }
        }
    }

    /** Reads what follows the name of a configuration; returns where it ends. */
    private int declared(int at, int to, String scope) {
        Matcher platform = PLATFORM.matcher(code).region(at, to);
        if (platform.lookingAt()) {
            return declared(platform.end(), to, "import", managed);
        }
        return declared(at, to, scope, direct);
    }

    private int declared(int at, int to, String scope, List<Dependency> target) {
        int end = coordinates(at, to, scope, target);
        if (end > at) {
            return end;
        }
        Matcher named = NAMED.matcher(code).region(at, to);
        if (named.lookingAt()) {
            add(target, named.group(1), named.group(2), named.group(3), scope, at);
            return named.end();
        }
        Matcher reference = REFERENCE.matcher(code).region(at, to);
        if (reference.lookingAt()) {
            add(target, BuildFacts.CATALOGUE, reference.group(1).replaceFirst("\\.get$", ""), null, scope, at);
            return reference.end();
        }
        Matcher project = PROJECT.matcher(code).region(at, to);
        if (project.lookingAt()) {
            add(target, BuildFacts.PROJECT, project.group(1), null, scope, at);
            return project.end();
        }
        Matcher kotlin = KOTLIN.matcher(code).region(at, to);
        if (kotlin.lookingAt()) {
            add(target, "org.jetbrains.kotlin", "kotlin-" + kotlin.group(1), null, scope, at);
            return kotlin.end();
        }
        if (!LOCAL.matcher(code).region(at, to).lookingAt()) {
            add(target, "", "", null, scope, at);
        }
        return at;
    }

    private int coordinates(int at, int to, String scope, List<Dependency> target) {
        int end = at;
        Matcher coordinates = COORDINATES.matcher(code);
        while (coordinates.region(end, to).lookingAt()) {
            add(target, coordinates.group(1), coordinates.group(2), coordinates.group(3), scope, end);
            Matcher more = MORE.matcher(code).region(coordinates.end(), to);
            if (!more.lookingAt()) {
                return coordinates.end();
            }
            end = more.end();
        }
        return end;
    }

    private void add(List<Dependency> target, String group, String artifact, String version, String scope, int at) {
        Optional<String> known = Optional.ofNullable(version)
                .map(written -> values.resolve(written.replaceAll("\\$(\\w+)", "\\${$1}")))
                .filter(resolved -> !resolved.isBlank());
        target.add(new Dependency(group, artifact, known, scope, Optional.of(text.place(at))));
    }

    private int blockEnd(int from) {
        int depth = 1;
        int at = from;
        while (at < code.length() && depth > 0) {
            char c = code.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at;
    }

    private static boolean isConfiguration(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CONFIGURATIONS.stream()
                .anyMatch(end -> lower.equals(end)
                        || lower.endsWith(end) && Character.isUpperCase(name.charAt(name.length() - end.length())));
    }

    private static String scope(String configuration) {
        String lower = configuration.toLowerCase(Locale.ROOT);
        if (lower.contains("test")) {
            return "test";
        }
        boolean provided = lower.contains("compileonly") || lower.contains("processor") || lower.contains("provided");
        return provided ? "provided" : lower.contains("runtime") ? "runtime" : "compile";
    }

    /** {@code project.ext.x}, {@code property("x")}, {@code rootProject.extra["x"]} all end in the name. */
    private static String plain(String name) {
        String bare = name.replaceAll("[\"'()\\[\\]]", " ").trim();
        return bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(' ')) + 1);
    }
}
