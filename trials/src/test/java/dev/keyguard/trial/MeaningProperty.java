package dev.keyguard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.maven.Trial;
import dev.keyguard.report.Report;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What changes nothing for the compiler changes nothing here. */
final class MeaningProperty {
    private static final Trial TRIAL = new Trial("gpt-4o-mini", "gpt-5");

    private static final List<String> NOISE = List.of(
            "// ChatCompletionCreateParams.builder().model(\"gpt-3.5-turbo\") keeps out of this",
            "/* String other = System.getenv(\"OTHER_API_KEY\"); */",
            "/** See {@code modelName(\"gpt-4-0314\")} */",
            "",
            "    ",
            "\t");
    private static final List<String> UNUSED = List.of(
            "private int unused() { int sum = 0; for (int i = 0; i < 3; i++) { sum += i; } return sum; }",
            "private static class Unused { final String name = \"nothing\"; String name() { return name; } }",
            "interface Marker { default String text() { return \"text-embedding\" + 3; } }");

    private static Outcome outcome(Project project) {
        return project.in(1, folder -> Outcome.of(TRIAL.verify(folder)));
    }

    @Property
    void nothing_depends_on_the_order_of_files(@ForAll Project project, @ForAll long seed) {
        String one = project.in(1, folder -> everything(TRIAL.verify(folder)));
        String other = project.in(seed, folder -> everything(TRIAL.verify(folder)));
        assertThat(other).isEqualTo(one);
    }

    private static String everything(Report report) {
        return report.inventory() + "\n" + report.findings();
    }

    @Property
    void formatting_changes_nothing(@ForAll Project project, @ForAll long seed) {
        Project formatted = project.java(text -> reformatted(text, new Random(seed)));
        assertThat(outcome(formatted)).isEqualTo(outcome(project));
    }

    @Property
    void comments_change_nothing(@ForAll Project project, @ForAll long seed) {
        Project commented = project.java(text -> commented(text, new Random(seed)));
        assertThat(outcome(commented)).isEqualTo(outcome(project));
    }

    @Property
    void unused_code_changes_nothing(@ForAll Project project, @ForAll long seed) {
        Random random = new Random(seed);
        Project more = project.java(text -> text.replaceFirst(
                "(class \\w+ \\{)",
                "$1\n    " + UNUSED.get(random.nextInt(UNUSED.size())).replace("$", "\\$")));
        assertThat(outcome(more)).isEqualTo(outcome(project));
    }

    @Property
    void names_of_locals_change_nothing(@ForAll Project project, @ForAll long seed) {
        Random random = new Random(seed);
        Project renamed = project.java(text -> {
            String changed = text;
            for (String local : List.of("chosen", "params", "client", "question", "secret")) {
                // not a method of that name
                changed = Pattern.compile("(?<!\\.)\\b" + local + "\\b(?!\\()")
                        .matcher(changed)
                        .replaceAll("v" + Math.abs(random.nextInt(1000)) + local);
            }
            return changed.replaceAll("import com\\.openai\\.v\\d+client", "import com.openai.client");
        });
        assertThat(outcome(renamed)).isEqualTo(outcome(project));
    }

    @Property
    void a_constant_in_another_class_is_but_another_way_there(@ForAll Project project, @ForAll boolean twice) {
        String models = twice
                ? "package shop.c;\npublic final class Models { public static final String MODEL = Ids.FIRST; }\n"
                : "package shop.c;\npublic final class Models { public static final String MODEL = \"%s\"; }\n";
        Project single = project.java(text -> text.replaceAll(
                "(?m)^.*static final String MODEL = \"[^\"]*\";",
                "    private static final String MODEL = \"gpt-4o\";"));
        Project split = single.java(text -> text.replaceAll("(?m)^.*static final String MODEL = .*$", "")
                        .replace("(MODEL)", "(shop.c.Models.MODEL)"))
                .with("src/main/java/shop/c/Models.java", models.formatted("gpt-4o"))
                .with(
                        "src/main/java/shop/c/Ids.java",
                        "package shop.c;\nfinal class Ids { static final String FIRST = \"gpt-4o\"; }\n");
        assertThat(outcome(split).meanings())
                .containsExactlyInAnyOrderElementsOf(merged(outcome(single), outcome(split)));
        assertThat(outcome(split).keys()).isEqualTo(outcome(single).keys());
    }

    /** One constant for several classes is one reference with several uses. */
    private static List<String> merged(Outcome single, Outcome split) {
        assertThat(split.meanings().stream().distinct().toList())
                .isEqualTo(single.meanings().stream().distinct().toList());
        return split.meanings();
    }

    private static String reformatted(String text, Random random) {
        StringBuilder formatted = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            boolean breakable = !quoted && (c == '.' || c == '(' || c == ')' || c == '{' || c == ' ');
            boolean name = formatted.toString().lines().reduce("", (a, b) -> b).matches("\\s*(import|package) .*");
            if (c == '.' && breakable && !name && random.nextInt(4) == 0) {
                formatted.append("\n            ");
            }
            formatted.append(c);
            if (breakable && c != '.' && !name && random.nextInt(6) == 0) {
                formatted.append(random.nextBoolean() ? "\n\n        " : "  \t");
            }
        }
        return random.nextInt(3) == 0 ? formatted.toString().replace("\n", "\r\n") : formatted.toString();
    }

    private static String commented(String text, Random random) {
        StringBuilder commented = new StringBuilder();
        for (String line : text.split("\n")) {
            if (random.nextInt(3) == 0) {
                commented.append(NOISE.get(random.nextInt(NOISE.size()))).append('\n');
            }
            commented.append(line);
            if (random.nextInt(4) == 0) {
                commented.append(" // gpt-4-0613");
            }
            commented.append('\n');
        }
        return commented.toString();
    }
}
