package dev.keyguard.source.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A configuration key, whichever of the spellings that Spring's relaxed binding and MicroProfile Config allow it is
 * written in. Two names are equal if their canonical forms are; Spring's binder is more lenient, see {@link #uniform()}.
 *
 * <p>Sources: Spring Boot reference, "Relaxed Binding" and "Binding From Environment Variables"; MicroProfile Config
 * specification, "Environment Variables Mapping Rules".
 *
 * @param canonical kebab-case segments joined with dots, list items as {@code [0]}: {@code spring.ai.openai.api-key}
 */
public record PropertyName(String canonical) {
    /** The name behind a spelling such as {@code openAi.apiKey}, {@code open_ai.API_KEY} or {@code a."b".c}. */
    public static PropertyName of(String spelt) {
        StringBuilder canonical = new StringBuilder(spelt.length() + 8);
        for (String segment : segments(spelt)) {
            if (canonical.length() > 0 && !segment.startsWith("[")) {
                canonical.append('.');
            }
            canonical.append(canonicalSegment(segment));
        }
        return new PropertyName(canonical.toString());
    }

    /**
     * The name Spring takes an environment variable for, every underscore a dot: {@code SPRING_AI_OPENAI_APIKEY} becomes
     * {@code spring.ai.openai.apikey}. Where a variable stands for a known property is better asked the other way round,
     * with {@link #isNamedBy}.
     */
    public static PropertyName ofEnvironment(String variable) {
        return new PropertyName(
                variable.toLowerCase(Locale.ROOT).replaceAll("_+", ".").replaceAll("^\\.|\\.$", ""));
    }

    /** The form in which Spring's binder compares names: without dashes, so {@code apikey} is {@code api-key}. */
    public String uniform() {
        return canonical.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a spelling means this name to Spring's binder. */
    public boolean matches(String spelt) {
        return uniform().equals(of(spelt).uniform());
    }

    /**
     * Environment variables that set this property, Spring's form first ({@code SPRING_AI_OPENAI_APIKEY}), then the one
     * of MicroProfile and older Spring, which is what people write ({@code SPRING_AI_OPENAI_API_KEY}).
     */
    public Set<String> environmentNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(environmentName(canonical.replace("-", "")));
        names.add(environmentName(canonical));
        return names;
    }

    /** Whether that environment variable sets this property. Repeated underscores (from quotes) count as one. */
    public boolean isNamedBy(String variable) {
        return environmentNames().contains(environmentName(variable));
    }

    /**
     * Letters and digits alone, in lower case: the same for a property and every variable that sets it, so a key to index
     * by before {@link #isNamedBy} or {@link #matches} decides.
     */
    public String letters() {
        return lettersOf(canonical);
    }

    /** {@link #letters()} of a property or an environment variable. */
    public static String lettersOf(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            int letter = name.codePointAt(at);
            if (Character.isLetterOrDigit(letter)) {
                letters.appendCodePoint(Character.toLowerCase(letter));
            }
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return canonical;
    }

    private static String environmentName(String name) {
        StringBuilder variable = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                variable.append(Character.toUpperCase(c));
            } else if (variable.length() > 0 && variable.charAt(variable.length() - 1) != '_') {
                variable.append('_');
            }
        }
        int length = variable.length();
        return length > 0 && variable.charAt(length - 1) == '_'
                ? variable.substring(0, length - 1)
                : variable.toString();
    }

    /** Splits at dots outside quotes and brackets; a bracket begins a segment of its own. */
    private static List<String> segments(String spelt) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        char closing = 0;
        for (int at = 0; at < spelt.length(); at++) {
            char c = spelt.charAt(at);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (c == '.' || c == '[') {
                addSegment(segments, spelt.substring(start, at));
                start = c == '.' ? at + 1 : at;
                closing = c == '[' ? ']' : 0;
            } else if (c == '"') {
                closing = '"';
            }
        }
        addSegment(segments, spelt.substring(start));
        return segments;
    }

    private static void addSegment(List<String> segments, String segment) {
        if (!segment.isEmpty()) {
            segments.add(segment);
        }
    }

    private static String canonicalSegment(String segment) {
        if (segment.startsWith("[")) {
            return segment;
        }
        String bare = segment.replace("\"", "");
        if (bare.length() != segment.length() && bare.indexOf('.') >= 0) {
            return segment;
        }
        boolean shouting = bare.equals(bare.toUpperCase(Locale.ROOT));
        return shouting ? bare.toLowerCase(Locale.ROOT).replace('_', '-') : dashed(bare);
    }

    /** {@code baseURLPath_x} becomes {@code base-url-path-x}. */
    private static String dashed(String camel) {
        StringBuilder dashed = new StringBuilder(camel.length() + 8);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                char before = camel.charAt(i - 1);
                boolean lowerFollows = i + 1 < camel.length() && Character.isLowerCase(camel.charAt(i + 1));
                if (Character.isLowerCase(before)
                        || Character.isDigit(before)
                        || Character.isUpperCase(before) && lowerFollows) {
                    dashed.append('-');
                }
            }
            dashed.append(c == '_' ? '-' : Character.toLowerCase(c));
        }
        return dashed.toString();
    }
}
