package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.source.kotlin.KotlinAnnotations.Prefix;
import java.util.List;
import java.util.Optional;

/** Parses properties with their accessors. */
final class KotlinProperties {
    private final KotlinFile file;
    private final Cursor cursor;
    private final KotlinMembers members;

    KotlinProperties(KotlinFile file, KotlinMembers members) {
        this.file = file;
        this.cursor = file.cursor();
        this.members = members;
    }

    /** From {@code val} or {@code var} on. */
    FieldFact parse(Prefix prefix, boolean isStatic) {
        boolean isFinal = cursor.next().is("val");
        file.types().arguments();
        Token name = cursor.next();
        while (cursor.accept(".") || cursor.is("<") || cursor.is("?.")) {
            if (cursor.is("<")) {
                file.types().arguments();
            }
            name = cursor.isName() ? cursor.next() : name;
        }
        TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
        BodyBuilder body = members.body();
        KotlinExpressions expressions = file.expressions(body);
        Optional<Expr> value = Optional.empty();
        if (cursor.accept("=")) {
            value = Optional.of(expressions.parse());
        } else if (cursor.accept("by")) {
            value = expressions.statements().control().delegate();
        }
        value = value.filter(v -> !KotlinExpressions.isNothing(v));
        Place place = cursor.placeOf(name);
        if (!body.isEmpty()) {
            Expr target = new Expr.Name(name.text(), place);
            value.ifPresent(v -> body.add(block -> new Statement.Assignment(target, v, block)));
            members.initializer(isStatic, body, place);
            value = Optional.empty();
        }
        Optional<Expr> read = accessors(name, type, isStatic);
        return new FieldFact(
                name.text(),
                type,
                value.or(() -> read),
                prefix.annotations(),
                isStatic,
                isFinal,
                place,
                cursor.lastLine());
    }

    /** {@code get() = value} is as good as an initialiser; a getter with a body becomes a method. */
    private Optional<Expr> accessors(Token property, TypeRef type, boolean isStatic) {
        Optional<Expr> value = Optional.empty();
        for (int i = 0; i < 2; i++) {
            cursor.accept(";");
            int before = cursor.position();
            Prefix prefix = file.annotations().parse();
            boolean get = cursor.is("get");
            if (!(get || cursor.is("set")) || !cursor.is(1, "(")) {
                cursor.reset(before);
                return value;
            }
            cursor.next();
            cursor.skipBalanced();
            if (cursor.accept(":")) {
                file.types().parse();
            }
            BodyBuilder body = members.body();
            KotlinExpressions expressions = file.expressions(body);
            if (cursor.accept("=")) {
                Expr read = expressions.parse();
                value = get && body.isEmpty() ? Optional.of(read) : value;
                body.returns(read);
            } else if (cursor.is("{")) {
                expressions.statements().body();
            }
            String bean = Character.toUpperCase(property.text().charAt(0))
                    + property.text().substring(1);
            if (get) {
                members.method(
                        "get" + bean,
                        List.of(),
                        type,
                        prefix.annotations(),
                        isStatic,
                        body.build(),
                        cursor.placeOf(property));
            }
        }
        return value;
    }
}
