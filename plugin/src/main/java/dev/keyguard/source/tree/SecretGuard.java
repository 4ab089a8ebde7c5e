package dev.keyguard.source.tree;

import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.config.ConfigEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Watches facts on their way into the cache: such that may hold a key's value stay out of it, and their file is read anew
 * each time. Rather keeps out too much: a text that looks like a key anywhere, or any text that stands where a key, token
 * or password belongs and is no placeholder.
 */
final class SecretGuard implements Consumer<Object> {
    private static final Pattern SHAPE = Pattern.compile(
            // the marks by which providers make their keys known
            "(?<![A-Za-z0-9])(sk|pk|rk|gsk|xai|hf|r8|nvapi|pplx|ghp|gho|glpat|tgp|fw|csk|sess)[-_][A-Za-z0-9_-]{8,}"
                    + "|AIza[A-Za-z0-9_-]{10,}|AKIA[A-Z0-9]{8,}|eyJ[A-Za-z0-9_-]{10,}"
                    // a UUID, and a long run of letters and digits that keep alternating: hexadecimal, Base64
                    + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
                    + "|[0-9a-fA-F]{32,}|(?=(?:[0-9]{0,12}[A-Za-z+]{1,12}[0-9]){3})[A-Za-z0-9+]{24,}");

    private static final int SHORTEST_RUN = 11;
    private static final int LONG_RUN = 32;
    /** Behind these, letters alone are a shape. */
    private static final List<String> MARKS = List.of("AIza", "AKIA", "eyJ");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*((api|access|subscription|master|admin|account|resource).?key|secret|(api|auth|access|bearer)"
                    + ".?token|passw|credential|authorization).*");
    /** Names that mostly stand for something else: there, only what could be a key counts. */
    private static final Pattern DOUBTFUL_NAME = Pattern.compile("(?i).*(key|token|auth)");

    private static final Pattern COULD_BE_KEY = Pattern.compile("(?=\\S*[0-9])\\S{16,}");
    /** No provider's key is shorter. */
    private static final int SHORTEST = 8;

    /** A variable's name, or the lone word of a header: not a value. */
    private static final Pattern NO_VALUE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|Bearer|");
    /** What stands round the default of a placeholder. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[\\w.-]*:?-?|}");

    private final KeyShapes shapes;
    private boolean tripped;

    SecretGuard(KeyShapes shapes) {
        this.shapes = shapes;
    }

    /** Whether something passed that may be a key. */
    boolean tripped() {
        return tripped;
    }

    @Override
    public void accept(Object seen) {
        if (tripped) {
            return;
        }
        if (seen instanceof String text) {
            tripped = mayBeShape(text) && SHAPE.matcher(text).find();
        } else if (seen instanceof ConfigEntry entry) {
            pair(entry.key(), entry.value());
        } else if (seen instanceof FieldFact field) {
            field.initializer().ifPresent(value -> pair(field.name(), value));
        } else if (seen instanceof AnnotationFact annotation) {
            annotation.members().forEach(this::pair);
        } else if (seen instanceof Statement statement) {
            statement(statement);
        } else if (seen instanceof Expr expression) {
            expression(expression);
        }
    }

    /**
     * Whether {@link #SHAPE} can match at all: it needs {@value #SHORTEST_RUN} characters without a break, and where these
     * are letters alone, a mark or very many. Most texts are told apart by this, in a fraction of the time.
     */
    static boolean mayBeShape(String text) {
        int run = 0;
        boolean letters = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (letter || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '+') {
                run++;
                letters &= letter;
                if (run >= SHORTEST_RUN && (!letters || run >= LONG_RUN)) {
                    return true;
                }
            } else {
                run = 0;
                letters = true;
            }
        }
        return text.length() >= SHORTEST_RUN && MARKS.stream().anyMatch(text::contains);
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Local local) {
            local.initializer().ifPresent(value -> pair(local.name(), value));
        } else if (statement instanceof Statement.Assignment assignment) {
            nameOf(assignment.target()).ifPresent(name -> pair(name, assignment.value()));
        }
    }

    private void expression(Expr expression) {
        if (expression instanceof Expr.Call call) {
            call.arguments().forEach(argument -> pair(call.name(), argument));
            neighbours(call.arguments());
        } else if (expression instanceof Expr.New made) {
            made.arguments().forEach(argument -> pair(made.type().name(), argument));
            neighbours(made.arguments());
        } else if (expression instanceof Expr.Assign assign) {
            nameOf(assign.target()).ifPresent(name -> pair(name, assign.value()));
        }
    }

    /** {@code header("api-key", "…")}, {@code Map.of("token", "…")}: a name and, behind it, its value. */
    private void neighbours(List<Expr> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Expr value = arguments.get(i + 1);
            text(arguments.get(i)).ifPresent(name -> pair(name, value));
        }
    }

    private void pair(String name, Expr value) {
        text(value).ifPresent(text -> pair(name, text));
    }

    private void pair(String name, String value) {
        String bare = PLACEHOLDER.matcher(value).replaceAll(" ").strip();
        boolean suspicious = SECRET_NAME.matcher(name).matches()
                || DOUBTFUL_NAME.matcher(name).matches()
                        && COULD_BE_KEY.matcher(bare).matches();
        if (suspicious
                && bare.length() >= SHORTEST
                && !NO_VALUE.matcher(bare).matches()
                && !shapes.isPlaceholder(bare)) {
            tripped = true;
        }
    }

    private static Optional<String> text(Expr expression) {
        if (expression instanceof Expr.Literal literal
                && (literal.kind() == Expr.Literal.Kind.STRING || literal.kind() == Expr.Literal.Kind.TEXT_BLOCK)) {
            return literal.text();
        }
        if (expression instanceof Expr.Concat concat) {
            return concat.parts().stream()
                    .map(SecretGuard::text)
                    .flatMap(Optional::stream)
                    .reduce(String::concat);
        }
        return expression instanceof Expr.Cast cast ? text(cast.expression()) : Optional.empty();
    }

    private static Optional<String> nameOf(Expr target) {
        if (target instanceof Expr.Name name) {
            return Optional.of(name.name());
        }
        return target instanceof Expr.Member member ? Optional.of(member.name()) : Optional.empty();
    }
}
