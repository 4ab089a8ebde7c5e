package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses {@code a.b(c)?.d { }}: what follows a name or another simple expression. */
final class KotlinChains {
    private static final int MAX_CHAIN = 200;
    private static final Set<String> SCOPE_FUNCTIONS = Set.of("apply", "also", "let", "run");

    private static final Set<String> TRIMS = Set.of("trimIndent", "trimMargin");

    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinExpressions expressions;
    private final KotlinStatements statements;
    private final KotlinPrimaries primaries;

    KotlinChains(KotlinFile file, BodyBuilder body, KotlinExpressions expressions, KotlinStatements statements) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
        this.primaries = new KotlinPrimaries(file, body, expressions, statements);
    }

    Expr parse() {
        boolean startsStatement = statements.startsAt(cursor.position());
        Expr current = primaries.parse();
        boolean callable = current instanceof Expr.Name;
        for (int length = 1; ; length++) {
            if (length % MAX_CHAIN == 0) {
                current = detach(current);
                callable = false;
            }
            boolean here = !cursor.atLineBreak();
            if ((cursor.is(".") || cursor.is("?.")) && cursor.peek(1).kind() == Token.Kind.NAME) {
                boolean safe = cursor.next().is("?.");
                Token name = cursor.next();
                if (SCOPE_FUNCTIONS.contains(name.text()) && cursor.is("{") && !cursor.atLineBreak()) {
                    current = statements.control().scopeFunction(name.text(), Optional.of(current), safe);
                    callable = false;
                } else {
                    current = new Expr.Member(current, name.text(), cursor.placeOf(name));
                    callable = true;
                }
            } else if (cursor.is("!!") && here) {
                cursor.next();
            } else if (cursor.is("::") && here) {
                current = reference(current);
                callable = false;
            } else if (cursor.is("[") && here) {
                current = index(current);
                callable = false;
            } else if ((cursor.is("++") || cursor.is("--")) && here) {
                current = new Expr.Operation(cursor.next().text(), List.of(current), current.place());
            } else if (here && callAhead()) {
                current = call(current, callable, startsStatement && length == 1);
                callable = false;
            } else {
                return current;
            }
        }
    }

    private boolean callAhead() {
        return cursor.is("(")
                || cursor.is("{")
                || cursor.is("<") && file.types().argumentsAhead();
    }

    private Expr detach(Expr deep) {
        body.add(block -> new Statement.Effect(deep, block));
        return new Expr.Opaque("chain too long", deep.place());
    }

    private Expr index(Expr array) {
        cursor.next();
        Expr index = cursor.withLines(false, expressions::parse);
        cursor.skipPast("]");
        return new Expr.Index(array, index, array.place());
    }

    private Expr reference(Expr scope) {
        cursor.next();
        Token name = cursor.next();
        if (name.is("class")) {
            if (cursor.is(".") && cursor.is(1, "java")) {
                cursor.next();
                cursor.next();
            }
            return new Expr.ClassLiteral(TypeRef.of(dotted(scope).orElse("")), scope.place());
        }
        return new Expr.MethodRef(scope, name.text(), scope.place());
    }

    private Expr call(Expr callee, boolean callable, boolean startsStatement) {
        List<TypeRef> types = file.types().arguments();
        List<Expr> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (cursor.is("(")) {
            KotlinExpressions.Arguments arguments = expressions.arguments();
            values.addAll(arguments.values());
            names.addAll(arguments.names());
        }
        boolean unscoped = callable && callee instanceof Expr.Name;
        if (cursor.is("{") && !cursor.atLineBreak()) {
            String name = unscoped ? ((Expr.Name) callee).name() : "";
            if (name.equals("with") && values.size() == 1) {
                return statements.control().scopeFunction(name, Optional.of(values.get(0)), false);
            }
            if (name.equals("run") && values.isEmpty()) {
                return statements.control().scopeFunction(name, Optional.empty(), false);
            }
            values.add(statements.control().lambdas().lambda());
            if (!names.isEmpty()) {
                names.add("");
            }
        }
        return made(callee, callable, startsStatement, types, List.copyOf(values), List.copyOf(names));
    }

    private Expr made(
            Expr callee,
            boolean callable,
            boolean startsStatement,
            List<TypeRef> types,
            List<Expr> values,
            List<String> names) {
        if (callable && callee instanceof Expr.Name name) {
            if (isClassName(name.name())) {
                return new Expr.New(new TypeRef(name.name(), types, 0), values, names, Optional.empty(), name.place());
            }
            Optional<Expr> receiver = startsStatement && !file.declaresFunction(name.name())
                    ? statements.implicitReceiver()
                    : Optional.empty();
            return new Expr.Call(receiver, name.name(), values, names, name.place());
        }
        if (callable && callee instanceof Expr.Member member) {
            Optional<String> outer = isClassName(member.name()) ? dotted(member.scope()) : Optional.empty();
            if (outer.isPresent()) {
                TypeRef type = new TypeRef(outer.get() + "." + member.name(), types, 0);
                return new Expr.New(type, values, names, Optional.empty(), member.place());
            }
            boolean trims = values.isEmpty() && TRIMS.contains(member.name()) && KotlinStrings.isText(member.scope());
            return trims
                    ? KotlinStrings.trimmed(member.scope())
                    : new Expr.Call(Optional.of(member.scope()), member.name(), values, names, member.place());
        }
        Place place = callee.place();
        return new Expr.Call(Optional.of(callee), "invoke", values, names, place);
    }

    /** By convention, which Kotlin's own compiler does not need, only classes begin with a capital. */
    private static boolean isClassName(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    private static Optional<String> dotted(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return Optional.of(name.name());
        }
        return expr instanceof Expr.Member member
                ? dotted(member.scope()).map(scope -> scope + "." + member.name())
                : Optional.empty();
    }
}
