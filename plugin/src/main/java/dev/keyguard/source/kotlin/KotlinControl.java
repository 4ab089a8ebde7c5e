package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Conditions;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses what opens blocks: {@code if}, {@code when}, {@code try}. The scope functions of the standard library
 * are written out: in {@code x.apply { model = "m" }} the assignment is one to {@code x.model}, in {@code x.also { }} and
 * {@code x.let { }} the lambda's parameter stands for {@code x}.
 */
final class KotlinControl {
    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinExpressions expressions;
    private final KotlinStatements statements;
    /** For the value of a branch the block it is evaluated in. */
    private final Map<Expr, Integer> blocks = new IdentityHashMap<>();

    private final Aliases aliases = new Aliases();
    private final KotlinLambdas lambdas;
    private int temporaries;

    KotlinControl(KotlinFile file, BodyBuilder body, KotlinExpressions expressions, KotlinStatements statements) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
        this.lambdas = new KotlinLambdas(file, body, expressions, statements, aliases);
    }

    KotlinLambdas lambdas() {
        return lambdas;
    }

    Aliases aliases() {
        return aliases;
    }

    /** A value nobody uses: kept for its effect, that of a branch in the branch's block. */
    void unused(Expr value) {
        unused(value, blocks.getOrDefault(value, body.block()));
    }

    private void unused(Expr value, int block) {
        if (value instanceof Expr.Conditional choice && blocks.containsKey(choice)) {
            unused(choice.condition(), block);
            unused(choice.whenTrue(), blocks.getOrDefault(choice.whenTrue(), block));
            unused(choice.whenFalse(), blocks.getOrDefault(choice.whenFalse(), block));
        } else if (value instanceof Expr.Switch choice) {
            unused(choice.selector(), block);
            choice.branches().forEach(branch -> {
                branch.labels().forEach(label -> unused(label, block));
                branch.results().forEach(result -> unused(result, branch.block()));
            });
        } else if (!(value instanceof Expr.Opaque || value instanceof Expr.Literal)) {
            body.addIn(block, b -> new Statement.Effect(value, b));
        }
    }

    /** A block or a single statement, as a branch. Gives its value, or the one of what never has any. */
    private Expr branch(BlockKind kind, List<Body.Test> tests) {
        Place place = cursor.place();
        List<Expr> value = new ArrayList<>();
        int block = body.in(kind, () -> {
            body.guard(tests);
            Optional<Expr> last = cursor.is("{") ? statements.block() : statements.statement();
            last.ifPresent(value::add);
        });
        Expr result = value.isEmpty() ? KotlinExpressions.nothing(place) : value.get(0);
        blocks.put(result, block);
        return result;
    }

    Expr ifExpression() {
        Place place = cursor.placeOf(cursor.next());
        Expr condition = statements.condition();
        int before = body.size();
        Expr whenTrue = branch(BlockKind.BRANCH, Conditions.whenTrue(condition));
        if (cursor.is(";") && cursor.is(1, "else")) {
            cursor.next();
        }
        Expr whenFalse = cursor.accept("else")
                ? branch(BlockKind.BRANCH, Conditions.whenFalse(condition))
                : KotlinExpressions.nothing(place);
        // where a branch holds statements, its value may speak of what they declare and belongs in their block
        boolean plain = body.size() == before
                && !KotlinExpressions.isNothing(whenTrue)
                && !KotlinExpressions.isNothing(whenFalse);
        Expr choice = plain
                ? new Expr.Conditional(condition, whenTrue, whenFalse, place)
                : new Expr.Switch(
                        condition,
                        List.of(
                                alternative(
                                        List.of(new Expr.Literal(Kind.BOOLEAN, Optional.of("true"), place)), whenTrue),
                                alternative(List.of(), whenFalse)),
                        place);
        blocks.put(choice, body.block());
        return choice;
    }

    private Expr.Switch.Branch alternative(List<Expr> labels, Expr value) {
        List<Expr> results = KotlinExpressions.isNothing(value) ? List.of() : List.of(value);
        return new Expr.Switch.Branch(labels, results, blocks.getOrDefault(value, body.block()));
    }

    Expr whenExpression() {
        Place place = cursor.placeOf(cursor.next());
        Expr selector = new Expr.Opaque("when", place);
        if (cursor.accept("(")) {
            if (cursor.is("val")) {
                selector = cursor.withLines(false, () -> {
                    Token name = cursor.peek(1);
                    statements.statement();
                    return new Expr.Name(name.text(), cursor.placeOf(name));
                });
            } else {
                selector = cursor.withLines(false, expressions::parse);
            }
            cursor.skipPast(")");
        }
        cursor.accept("{");
        Expr on = selector;
        return cursor.withLines(true, () -> {
            List<Expr.Switch.Branch> branches = new ArrayList<>();
            while (!cursor.atEnd() && !cursor.accept("}")) {
                int before = cursor.position();
                if (!cursor.accept(";")) {
                    branches.add(whenBranch(on));
                }
                if (cursor.position() == before) {
                    cursor.skipBalanced();
                }
            }
            return new Expr.Switch(on, List.copyOf(branches), place);
        });
    }

    private Expr.Switch.Branch whenBranch(Expr on) {
        List<Expr> labels = new ArrayList<>();
        boolean plain = true;
        if (!cursor.accept("else")) {
            do {
                plain &= !cursor.is("!") && !cursor.is("is") && !cursor.is("in");
                labels.add(label());
            } while (cursor.accept(",") && !cursor.is("->"));
        }
        while (!cursor.atEnd() && !cursor.is("->") && !cursor.is("}")) {
            cursor.skipBalanced();
        }
        cursor.accept("->");
        List<Body.Test> tests =
                plain && !labels.isEmpty() ? List.of(new Body.Test(on, List.copyOf(labels), true, false)) : List.of();
        return alternative(List.copyOf(labels), branch(BlockKind.BRANCH, tests));
    }

    private Expr label() {
        Place place = cursor.place();
        cursor.accept("!");
        if (cursor.accept("is")) {
            return new Expr.ClassLiteral(file.types().parse(), place);
        }
        cursor.accept("in");
        return expressions.parse();
    }

    Expr tryExpression() {
        Place place = cursor.placeOf(cursor.next());
        Expr value = branch(BlockKind.TRY, List.of());
        int guarded = blocks.get(value);
        List<Expr.Switch.Branch> outcomes = new ArrayList<>(List.of(alternative(List.of(), value)));
        while (cursor.is("catch")) {
            cursor.next();
            cursor.accept("(");
            Token name = cursor.next();
            TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
            cursor.skipPast(")");
            Place at = cursor.placeOf(name);
            body.addCatch(
                    opened -> block -> new Statement.Catch(List.of(type), name.text(), guarded, opened, block, at),
                    () -> statements.block().ifPresent(handled -> {
                        blocks.put(handled, body.block());
                        outcomes.add(alternative(List.of(), handled));
                    }));
        }
        if (cursor.accept("finally")) {
            body.in(BlockKind.PLAIN, statements::body);
        }
        return new Expr.Switch(new Expr.Opaque("try", place), List.copyOf(outcomes), place);
    }

    /** What follows {@code by}: the value of {@code lazy { }}; any other delegate is not followed. */
    Optional<Expr> delegate() {
        Place place = cursor.place();
        if (cursor.is("lazy") && cursor.is(1, "{")) {
            cursor.next();
            List<Expr> value = new ArrayList<>();
            statements.block().ifPresent(value::add);
            return value.stream().findFirst();
        }
        Expr delegate = expressions.parse();
        statements.effect(delegate);
        return Optional.of(new Expr.Opaque("delegated", place));
    }

    Expr scopeFunction(String function, Optional<Expr> on, boolean safe) {
        Place place = cursor.placeOf(cursor.next());
        Optional<Expr> target = on.map(this::held);
        String it =
                lambdas.parameters().stream().map(Parameter::name).findFirst().orElse("it");
        boolean named = function.equals("also") || function.equals("let");
        Optional<Expr> receiver = named ? Optional.empty() : target;
        if (function.equals("also") || function.equals("apply")) {
            body.in(
                    safe ? BlockKind.BRANCH : BlockKind.PLAIN,
                    () -> inside(it, named, target, receiver).ifPresent(this::unused));
            return target.orElseThrow();
        }
        // no block: the value may speak of what is declared inside
        return inside(it, named, target, receiver).orElseGet(() -> KotlinExpressions.nothing(place));
    }

    private Optional<Expr> inside(String it, boolean named, Optional<Expr> target, Optional<Expr> receiver) {
        List<Expr> value = new ArrayList<>();
        Optional<Expr> outer = named ? target.flatMap(object -> aliases.alias(it, object)) : Optional.empty();
        statements.withReceiver(
                receiver, () -> cursor.withLines(true, statements::rest).ifPresent(value::add));
        if (named) {
            aliases.restore(it, outer);
        }
        return value.stream().findFirst();
    }

    /** A name for the object: its own, or that of a local made for it. */
    private Expr held(Expr object) {
        if (object instanceof Expr.Name || object instanceof Expr.Self) {
            return object;
        }
        String name = "$" + ++temporaries;
        body.add(block ->
                new Statement.Local(name, TypeRef.of(""), Optional.of(object), List.of(), block, object.place()));
        return new Expr.Name(name, object.place());
    }
}
