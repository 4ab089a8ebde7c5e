package dev.keyguard.source.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a document or key holds: {@code prod}, {@code !prod}, {@code dev & (eu | us)}. Source: Spring Framework reference,
 * "Profile expressions"; the names of Quarkus' profiles are expressions of one name.
 */
record ProfileExpression(String text) {
    private static final Pattern TOKEN = Pattern.compile("[!&|()]|[^!&|()\\s]+");

    /** Whether it holds for these profiles; what is no expression holds, as keyguard does not drop what it cannot read. */
    boolean holds(Set<String> active) {
        Deque<Boolean> values = new ArrayDeque<>();
        Deque<String> operators = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(text);
        try {
            while (token.find()) {
                take(token.group(), active, values, operators);
            }
            while (!operators.isEmpty()) {
                apply(operators.pop(), values);
            }
            return values.size() != 1 || values.pop();
        } catch (NoSuchElementException notBalanced) {
            return true;
        }
    }

    /** Every profile it names. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (rank(token.group()) < 0) {
                names.add(token.group());
            }
        }
        return names;
    }

    private static void take(String token, Set<String> active, Deque<Boolean> values, Deque<String> operators) {
        if (token.equals("(") || token.equals("!")) {
            operators.push(token);
        } else if (token.equals(")")) {
            while (!operators.element().equals("(")) {
                apply(operators.pop(), values);
            }
            operators.pop();
        } else if (rank(token) > 0) {
            while (!operators.isEmpty() && rank(operators.peek()) >= rank(token)) {
                apply(operators.pop(), values);
            }
            operators.push(token);
        } else {
            values.push(active.contains(token));
        }
    }

    /** How strongly an operator binds; -1 for a name, 0 for a bracket. */
    private static int rank(String token) {
        return switch (token) {
            case "!" -> 3;
            case "&" -> 2;
            case "|" -> 1;
            case "(", ")" -> 0;
            default -> -1;
        };
    }

    private static void apply(String operator, Deque<Boolean> values) {
        boolean right = values.pop();
        switch (operator) {
            case "!" -> values.push(!right);
            case "&" -> values.push(values.pop() & right);
            case "|" -> values.push(values.pop() | right);
            default -> throw new NoSuchElementException(operator);
        }
    }
}
