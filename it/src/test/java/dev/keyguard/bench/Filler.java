package dev.keyguard.bench;

import java.util.Random;

/** Ordinary code round what is planted, with look-alikes in it: labels, comments, methods called {@code model}. */
final class Filler {
    private static final String[] WORDS = {
        "order", "invoice", "customer", "session", "buffer", "offset", "partition", "segment", "replica", "schedule"
    };

    private final Random random;

    Filler(Random random) {
        this.random = random;
    }

    /** Fills up to that many lines and closes the class, which it opens unless something did. */
    void into(Source source, int lines) {
        if (!source.text().contains(" class ")) {
            source.add("import java.util.*;").add("").add("/** Generated. */");
            source.add("public final class " + source.type() + " {");
        }
        for (int method = 0; source.line() < lines; method++) {
            method(source, method);
        }
        source.add("}");
    }

    private void method(Source source, int number) {
        String word = WORDS[random.nextInt(WORDS.length)];
        String name = word + number;
        switch (random.nextInt(8)) {
            case 0 ->
                source.add("    /** Counts what gpt-4o and text-embedding-3-small have in common. */")
                        .add("    static final String " + name.toUpperCase() + " = \"the label of gpt-4o\";")
                        .add("");
            case 1 ->
                source.add("    private final Map<String, List<Integer>> " + name + " = new TreeMap<>();")
                        .add("");
            case 2 ->
                source.add("    " + source.type() + " model" + number + "(String name) {")
                        .add("        return name.isEmpty() ? this : new " + source.type() + "().model" + number
                                + "(name.substring(1));")
                        .add("    }")
                        .add("");
            default -> {
                source.add("    int " + name + "(List<String> given, int limit) {");
                source.add("        int total = " + random.nextInt(100) + ";");
                for (int i = 0, count = 2 + random.nextInt(5); i < count; i++) {
                    source.add("        for (String each : given) {");
                    source.add("            if (each.length() > limit + " + i + " && !each.startsWith(\"" + word
                            + "-\")) {");
                    source.add("                total += each.indexOf('" + (char) ('a' + random.nextInt(26))
                            + "') * (limit - " + random.nextInt(9) + ") % 31;");
                    source.add("            } else {");
                    source.add(
                            "                total = Math.max(total, each.trim().toLowerCase(Locale.ROOT).hashCode());");
                    source.add("            }");
                    source.add("        }");
                }
                source.add(
                        "        return given.stream().filter(one -> !one.isBlank()).mapToInt(String::length).sum() + total;");
                source.add("    }");
                source.add("");
            }
        }
    }
}
