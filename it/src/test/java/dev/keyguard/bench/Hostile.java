package dev.keyguard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sources that are legal, or nearly, and that nobody writes by hand.
 *
 * @param files what a project has because of it, by path
 */
record Hostile(String name, List<File> files) {
    record File(String path, String text) {}

    @Override
    public String toString() {
        return name;
    }

    /** All of them, with that many repetitions where one is counted: about 1,000 is a test, 20,000 a proof. */
    static List<Hostile> all(int n) {
        List<Hostile> all = new ArrayList<>(List.of(
                code("chained calls", "Object o() { return X.builder()" + ".model(\"a\")".repeat(n) + ".build(); }"),
                code(
                        "a chain at a client",
                        "Object o() { return ChatCompletionCreateParams.builder()" + ".user(u())".repeat(n) + "; }"),
                code(
                        "a switch",
                        "String o(int i) { switch (i) {" + lines(n, "case %d: return \"gpt-4o-%d\";")
                                + "} return null; } Object m(int i) { return " + builder("o(i)") + "; }"),
                code(
                        "a switch of arrows",
                        "String o(int i) { return switch (i) {" + lines(n, "case %d -> \"gpt-4o-%d\";")
                                + "default -> \"x\"; }; } Object m(int i) { return " + builder("o(i)") + "; }"),
                code("parentheses", "Object o() { return " + builder("(".repeat(n) + "\"x\"" + ")".repeat(n)) + "; }"),
                code("concatenation", "Object o() { return " + builder("\"x\"" + " + \"y\"".repeat(n)) + "; }"),
                code(
                        "nested calls",
                        "Object o() { return " + builder("f(".repeat(n) + "\"x\"" + ")".repeat(n)) + "; }"),
                code(
                        "else after else",
                        "String o(int i) { " + lines(n, "if (i == %d) return \"%d\"; else ") + "return \"x\"; }"
                                + " Object m(int i) { return " + builder("o(i)") + "; }"),
                code("nested blocks", "void o() { " + "{".repeat(n) + "}".repeat(n) + " }"),
                code("nested lambdas", "Object o() { return " + "() -> ".repeat(n / 10) + "1; }"),
                code(
                        "conditionals",
                        "Object o(int i) { return " + builder(lines(n, "i == %d ? \"%d\" : ") + "\"x\"") + "; }"),
                code(
                        "assignments",
                        "Object o() { String m = \"x\";" + lines(n, "m = m + \"%d\";") + "return " + builder("m")
                                + "; }"),
                code(
                        "locals in a row",
                        "Object o() { String m0 = \"x\";"
                                + IntStream.rangeClosed(1, n)
                                        .mapToObj(i -> "String m" + i + " = m" + (i - 1) + ";\n")
                                        .collect(Collectors.joining())
                                + "return " + builder("m" + n) + "; }"),
                cycle(Math.max(2, n / 20)),
                calls(Math.max(2, n / 20)),
                new Hostile(
                        "keys of YAML",
                        List.of(new File("src/main/resources/application.yml", lines(5 * n, "k%d: \"v%d\"\n")))),
                new Hostile(
                        "deep YAML",
                        List.of(new File(
                                "src/main/resources/application.yml",
                                IntStream.range(0, n / 10)
                                        .mapToObj(i -> " ".repeat(i) + "a:\n")
                                        .collect(Collectors.joining())))),
                new Hostile("aliases of YAML", List.of(new File("src/main/resources/application.yml", aliases()))),
                new Hostile(
                        "deep JSON",
                        List.of(new File(
                                "src/main/resources/request.json",
                                "{\"model\":".repeat(n / 4) + "1" + "}".repeat(n / 4)))),
                new Hostile(
                        "many models in JSON",
                        List.of(new File(
                                "src/main/resources/batch.json",
                                "["
                                        + IntStream.range(0, n / 4)
                                                .mapToObj(i -> "{\"model\":\"m" + i + "\",\"temperature\":1}")
                                                .collect(Collectors.joining(","))
                                        + "]"))),
                placeholders(n)));
        return all;
    }

    private static Hostile code(String name, String members) {
        return new Hostile(
                name,
                List.of(new File(
                        "src/main/java/a/Odd.java",
                        "package a;\nimport com.openai.models.chat.completions.ChatCompletionCreateParams;\nclass Odd {\n"
                                + members + "\n}\n")));
    }

    private static String builder(String model) {
        return "ChatCompletionCreateParams.builder().model(" + model + ").build()";
    }

    private static String lines(int n, String format) {
        return IntStream.range(0, n)
                .mapToObj(i -> format.replace("%d", String.valueOf(i)) + "\n")
                .collect(Collectors.joining());
    }

    /** Each constant is the next class's; the last one is the first one's. */
    private static Hostile cycle(int classes) {
        List<File> files = new ArrayList<>(
                code("", "Object o() { return " + builder("K0.NEXT") + "; }").files());
        for (int i = 0; i < classes; i++) {
            files.add(new File(
                    "src/main/java/a/K" + i + ".java",
                    "package a;\nclass K" + i + " { static final String NEXT = K" + (i + 1) % classes + ".NEXT; }\n"));
        }
        return new Hostile("a cycle of constants", files);
    }

    /** Each method gives its parameter on to the next class's. */
    private static Hostile calls(int classes) {
        List<File> files = new ArrayList<>(code("", "static Object o(String m) { return " + builder("m") + "; }")
                .files());
        for (int i = 0; i < classes; i++) {
            String next = i == 0 ? "Odd.o(m)" : "H" + (i - 1) + ".o(m)";
            files.add(new File(
                    "src/main/java/a/H" + i + ".java",
                    "package a;\nclass H" + i
                            + " { static Object o(String m) { return " + next
                            + "; }\n static Object p(String m) { return "
                            + next + "; } }\n"));
        }
        return new Hostile("calls through classes", files);
    }

    private static String aliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1))))
                    .append("]\n");
        }
        return text.toString();
    }

    private static Hostile placeholders(int n) {
        return new Hostile(
                "properties that mean each other",
                List.of(new File(
                        "src/main/resources/application.properties",
                        "langchain4j.open-ai.chat-model.model-name=${p0}\n"
                                + IntStream.range(0, n / 4)
                                        .mapToObj(i -> "p" + i + "=${p" + (i + 1) % (n / 4) + "}${p" + (i + 2) % (n / 4)
                                                + "}\n")
                                        .collect(Collectors.joining()))));
    }
}
