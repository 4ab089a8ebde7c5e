package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses expressions, operators first. Statements inside them go to the body. */
final class KotlinExpressions {
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("===", 3),
            Map.entry("!==", 3),
            Map.entry("<", 4),
            Map.entry(">", 4),
            Map.entry("<=", 4),
            Map.entry(">=", 4),
            Map.entry("in", 5),
            Map.entry("is", 5),
            Map.entry("?:", 6),
            Map.entry("..", 8),
            Map.entry("..<", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("as", 11),
            Map.entry("as?", 11));
    private static final int INFIX = 7;
    private static final Set<String> CONTINUES_ON_NEXT_LINE = Set.of("&&", "||", "?:", "as", "as?");
    private static final Set<String> NOT_INFIX = Set.of(
            "else", "catch", "finally", "by", "while", "where", "get", "set", "val", "var", "fun", "class", "if");

    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinChains chains;
    private final KotlinStatements statements;

    KotlinExpressions(KotlinFile file, BodyBuilder body) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.statements = new KotlinStatements(file, body, this);
        this.chains = new KotlinChains(file, body, this, statements);
    }

    KotlinStatements statements() {
        return statements;
    }

    /** The value of what never has one: {@code throw}, {@code return}. */
    static Expr nothing(Place place) {
        return new Expr.Opaque("nothing", place);
    }

    static boolean isNothing(Expr expr) {
        return expr instanceof Expr.Opaque opaque && opaque.reason().equals("nothing");
    }

    Expr parse() {
        return cursor.deeper(() -> binary(1), () -> {
            Place place = cursor.place();
            cursor.skipBalanced();
            return new Expr.Opaque("nested too deeply", place);
        });
    }

    /** Values and, unless all are positional, names of a call's arguments. */
    record Arguments(List<Expr> values, List<String> names) {}

    /** {@code (a, name = b, *c)}. */
    Arguments arguments() {
        cursor.next();
        return cursor.withLines(false, () -> {
            List<Expr> values = new ArrayList<>();
            List<String> names = new ArrayList<>();
            while (!cursor.atEnd() && !cursor.is(")") && !cursor.is("}")) {
                int before = cursor.position();
                boolean named = cursor.isName() && cursor.is(1, "=");
                names.add(named ? cursor.next().text() : "");
                if (named) {
                    cursor.next();
                }
                cursor.accept("*");
                values.add(parse());
                cursor.accept(",");
                if (cursor.position() == before) {
                    cursor.skipBalanced();
                }
            }
            cursor.accept(")");
            boolean positional = names.stream().allMatch(String::isEmpty);
            return new Arguments(List.copyOf(values), positional ? List.of() : List.copyOf(names));
        });
    }

    private int precedence() {
        Token token = cursor.peek();
        boolean newLine = cursor.atLineBreak();
        if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.SYMBOL
                || newLine && !CONTINUES_ON_NEXT_LINE.contains(token.text())) {
            return 0;
        }
        if (token.is("!") && (cursor.is(1, "in") || cursor.is(1, "is"))) {
            return PRECEDENCE.get("in");
        }
        Integer known = PRECEDENCE.get(token.text());
        if (known != null) {
            return known;
        }
        boolean infix = token.kind() == Token.Kind.NAME && !NOT_INFIX.contains(token.text()) && operandFollows();
        return infix ? INFIX : 0;
    }

    private boolean operandFollows() {
        Token next = cursor.peek(1);
        return !next.newLine()
                && switch (next.kind()) {
                    case NAME, NUMBER, CHAR, TEXT_START -> true;
                    case SYMBOL -> next.is("(") || next.is("{") || next.is("-") || next.is("!") || next.is("::");
                    default -> false;
                };
    }

    private Expr binary(int least) {
        Expr left = unary();
        int level = precedence();
        while (level >= least) {
            Token operator = cursor.next();
            if (operator.is("!")) {
                operator = cursor.next();
            }
            left = switch (operator.text()) {
                case "as", "as?" -> new Expr.Cast(file.types().parse(), left, left.place());
                case "is" -> new Expr.Operation("is", List.of(left, type()), left.place());
                case "?:" -> elvis(left);
                default -> level == INFIX ? infix(operator, left) : run(operator, level, left);
            };
            level = precedence();
        }
        return left;
    }

    private Expr type() {
        Place place = cursor.place();
        return new Expr.ClassLiteral(file.types().parse(), place);
    }

    private Expr infix(Token function, Expr left) {
        Expr right = binary(INFIX + 1);
        return new Expr.Call(Optional.of(left), function.text(), List.of(right), cursor.placeOf(function));
    }

    /** A run of the same operator is one list, however long. */
    private Expr run(Token operator, int level, Expr left) {
        List<Expr> operands = new ArrayList<>(List.of(left));
        operands.add(binary(level + 1));
        while (cursor.is(operator.text()) && precedence() == level) {
            cursor.next();
            operands.add(binary(level + 1));
        }
        boolean text = operator.is("+") && !operands.stream().allMatch(KotlinExpressions::isNumber);
        return text
                ? new Expr.Concat(List.copyOf(operands), left.place())
                : new Expr.Operation(operator.text(), List.copyOf(operands), left.place());
    }

    private static boolean isNumber(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NUMBER;
    }

    /** {@code a ?: b ?: c}; an alternative that throws or returns is no value. */
    private Expr elvis(Expr first) {
        List<Expr> values = new ArrayList<>(List.of(first));
        do {
            body.inIfNeeded(BlockKind.BRANCH, () -> values.add(binary(INFIX)));
        } while (precedence() == PRECEDENCE.get("?:") && cursor.accept("?:"));
        values.removeIf(KotlinExpressions::isNothing);
        if (values.isEmpty()) {
            return nothing(first.place());
        }
        Expr result = values.get(values.size() - 1);
        for (int i = values.size() - 2; i >= 0; i--) {
            Place place = values.get(i).place();
            result = new Expr.Conditional(new Expr.Opaque("whether it is null", place), values.get(i), result, place);
        }
        return result;
    }

    private Expr unary() {
        List<Token> operators = new ArrayList<>();
        while (cursor.is("!") || cursor.is("-") || cursor.is("+") || cursor.is("++") || cursor.is("--")) {
            operators.add(cursor.next());
        }
        Expr value = chains.parse();
        if (operators.isEmpty()) {
            return value;
        }
        // several in a row mean nothing for values
        return new Expr.Operation(operators.get(0).text(), List.of(value), cursor.placeOf(operators.get(0)));
    }
}
