package dev.keyguard.trial;

import java.util.List;

/**
 * A class that pushes texts through variables, fields, lists, maps, records, lambdas and methods in every way that its
 * grammar has, often in circles. Any bytes make one: each decides between the next alternatives, and where they end the
 * plainest one is taken, so that the class ends too.
 */
public final class Program {
    /** How deep expressions and blocks may be nested. */
    private static final int DEPTH = 5;
    /** How many statements there are at most. */
    private static final int STATEMENTS = 60;

    private static final List<String> IDS = List.of("gpt-4o", "gpt-5", "gpt-4-32k", "o3-mini", "");
    /** In these {@code S}, {@code L}, {@code M}, {@code P} and {@code F} stand for another expression of that type. */
    private static final List<String> TEXTS = List.of(
            "IDS",
            "s0",
            "s1",
            "s2",
            "MODEL",
            "name",
            "this.name",
            "(S + S)",
            "(s0.isEmpty() ? S : S)",
            "L.get(0)",
            "L.get(1)",
            "M.get(S)",
            "M.getOrDefault(S, S)",
            "P.left()",
            "P.right().left()",
            "F.apply(S)",
            "text(S, L, M)",
            "L.stream().map(F).findFirst().orElse(S)",
            "L.stream().filter(s2 -> s2.equals(S)).findAny().orElseGet(() -> S)",
            "String.format(\"%s\", S)",
            "String.join(\"-\", L)",
            "Optional.ofNullable(S).map(F).orElse(S)",
            "next.name",
            "next.text(S, L, M)",
            "System.getenv(S)",
            "(switch (S) { case \"gpt-5\" -> S; default -> S; })",
            "S.replace(S, S)");

    private static final List<String> LISTS = List.of(
            "l0",
            "l1",
            "names",
            "List.of(S, S)",
            "new ArrayList<>(L)",
            "List.copyOf(L)",
            "Arrays.asList(S, S, S)",
            "new ArrayList<>(M.values())",
            "new ArrayList<>(M.keySet())",
            "Stream.concat(L.stream(), L.stream()).toList()",
            "L.stream().map(F).toList()",
            "L.stream().flatMap(s2 -> L.stream()).toList()",
            "Stream.of(L, L).flatMap(List::stream).toList()",
            "L.subList(0, 1)",
            "Collections.unmodifiableList(L)",
            "list(S, L, M)",
            "next.names",
            "next.list(S, L, M)");
    private static final List<String> MAPS = List.of(
            "m0",
            "m1",
            "table",
            "Map.of(S, S)",
            "new HashMap<>(M)",
            "Map.copyOf(M)",
            "L.stream().collect(Collectors.toMap(F, F))",
            "map(S, L, M)",
            "next.table",
            "next.map(S, L, M)");
    private static final List<String> PAIRS =
            List.of("p0", "p1", "pair", "new Pair(S, P)", "P.right()", "next.pair", "pair(S, P)");
    private static final List<String> FUNCTIONS = List.of(
            "f0",
            "function",
            "((Function<String, String>) s2 -> S)",
            "((Function<String, String>) this::shorter)",
            "f0.andThen(F)",
            "next.function");
    private static final List<String> SIMPLE = List.of(
            "s0 = S;",
            "s1 = S;",
            "s1 += S;",
            "name = S;",
            "this.names = L;",
            "l0 = L;",
            "l1 = L;",
            "l0.add(S);",
            "l0.add(0, S);",
            "names.add(S);",
            "names.addAll(L);",
            "l1.addAll(L);",
            "L.addAll(L);",
            "L.set(0, S);",
            "L.replaceAll(s2 -> S);",
            "L.forEach(s2 -> l1.add(S));",
            "m0.put(S, S);",
            "m0.putAll(M);",
            "m0.computeIfAbsent(S, F);",
            "m0.merge(S, S, String::concat);",
            "table = M;",
            "table.putAll(M);",
            "m1 = M;",
            "p0 = P;",
            "p1 = P;",
            "pair = P;",
            "f0 = F;",
            "function = F;",
            "next = this;",
            "next.name = S;",
            "next.names.addAll(L);",
            "next = new Tampered(S, L);");
    private static final List<String> BLOCKS = List.of(
            "for (String s2 : L) {",
            "for (Map.Entry<String, String> e : M.entrySet()) { s0 = e.getValue(); l0.add(e.getKey());",
            "for (int i = 0; i < L.size(); i++) { s0 = l0.get(i);",
            "if (S.isEmpty()) {",
            "while (S.isEmpty()) {",
            "do {",
            "try {",
            "switch (S) { case \"gpt-5\":");
    private static final List<String> ENDS = List.of(
            "}",
            "}",
            "}",
            "} else { s0 = S; }",
            "}",
            "} while (S.isEmpty());",
            "} finally { s1 = S; }",
            "break; default: s0 = S; }");

    private final byte[] choices;
    private final StringBuilder source = new StringBuilder();
    private int next;
    private int statements;

    private Program(byte[] choices) {
        this.choices = choices;
    }

    /** The source of {@code tampered.Tampered}; {@code ask} sends what came out as the model of a request. */
    public static String of(byte[] choices) {
        return new Program(choices).written();
    }

    private String written() {
        source.append("""
                package tampered;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                import java.util.*;
                import java.util.function.*;
                import java.util.stream.*;
                class Tampered {
                """);
        source.append("static final String MODEL = ").append(some("S", 0)).append(";\n");
        source.append("String name = ").append(some("S", 0)).append(";\n");
        source.append("List<String> names = new ArrayList<>();\nMap<String, String> table = new HashMap<>();\n");
        source.append("record Pair(String left, Pair right) {}\nPair pair;\nFunction<String, String> function;\n");
        source.append(
                "Tampered next;\nTampered(String name, List<String> names) { this.name = name; this.names = names; }\n");
        source.append("String shorter(String s2) { return ")
                .append(some("S", 1))
                .append("; }\n");
        source.append("Pair pair(String s0, Pair p0) { return ")
                .append(some("P", 1))
                .append("; }\n");
        method("String text", "S");
        method("List<String> list", "L");
        method("Map<String, String> map", "M");
        method("Object ask", "S");
        return source.append("}\n").toString();
    }

    private void method(String head, String result) {
        source.append(head).append("(String s0, List<String> l0, Map<String, String> m0) {\n");
        source.append("String s1 = s0;\nString s2 = s1;\nList<String> l1 = new ArrayList<>();\n");
        source.append("Map<String, String> m1 = new HashMap<>();\nPair p0 = pair;\nPair p1 = p0;\n");
        source.append("Function<String, String> f0 = function;\n");
        block(0);
        String value = some(result, 0);
        source.append(
                head.contains("ask")
                        ? "return OpenAIOkHttpClient.fromEnv().chat().completions().create(\n"
                                + "ChatCompletionCreateParams.builder().model(" + value + ").build());\n"
                        : "return " + value + ";\n");
        source.append("}\n");
    }

    private void block(int depth) {
        int count = choice(8);
        for (int i = 0; i < count && statements < STATEMENTS; i++) {
            statements++;
            int kind = choice(SIMPLE.size() + (depth < DEPTH ? BLOCKS.size() : 0));
            if (kind < SIMPLE.size()) {
                source.append(filled(SIMPLE.get(kind), 0)).append('\n');
            } else {
                int block = kind - SIMPLE.size();
                source.append(filled(BLOCKS.get(block), 1)).append('\n');
                block(depth + 1);
                source.append(filled(ENDS.get(block), 1)).append('\n');
            }
        }
    }

    private String some(String type, int depth) {
        List<String> alternatives = switch (type) {
            case "S" -> TEXTS;
            case "L" -> LISTS;
            case "M" -> MAPS;
            case "P" -> PAIRS;
            default -> FUNCTIONS;
        };
        String chosen = alternatives.get(choice(depth < DEPTH ? alternatives.size() : 2));
        return chosen.equals("IDS") ? "\"" + IDS.get(choice(IDS.size())) + "\"" : filled(chosen, depth + 1);
    }

    /** Now and then a call lacks its arguments: that does not compile, and must not harm either. */
    private String filled(String whole, int depth) {
        String form = choice(24) == 23 ? whole.replaceFirst("(?<=\\w)\\([SLMPF, ]+\\)", "()") : whole;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            boolean alone = (i == 0 || !Character.isJavaIdentifierPart(form.charAt(i - 1)))
                    && (i + 1 == form.length() || !Character.isJavaIdentifierPart(form.charAt(i + 1)));
            String letter = form.substring(i, i + 1);
            text.append(alone && "SLMPF".contains(letter) ? some(letter, depth) : letter);
        }
        return text.toString();
    }

    private int choice(int alternatives) {
        return next < choices.length ? Byte.toUnsignedInt(choices[next++]) % alternatives : 0;
    }
}
