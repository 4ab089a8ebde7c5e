package dev.keyguard.source.kotlin;

import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Parses types. */
final class KotlinTypes {
    private final Cursor cursor;

    KotlinTypes(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A type; a function type is one without a name. */
    TypeRef parse() {
        return cursor.deeper(this::type, () -> {
            cursor.skipBalanced();
            return TypeRef.of("");
        });
    }

    private TypeRef type() {
        while (cursor.is("@")) {
            cursor.next();
            cursor.next();
        }
        while ((cursor.is("suspend") || cursor.is("in") || cursor.is("out"))
                && cursor.peek(1).kind() != Token.Kind.SYMBOL) {
            cursor.next();
        }
        TypeRef type = TypeRef.of("");
        boolean function = cursor.is("(");
        if (function) {
            cursor.skipBalanced();
        } else if (cursor.is("*")) {
            cursor.next();
            type = TypeRef.of("?");
        } else if (cursor.isName()) {
            type = named();
        } else {
            return type;
        }
        while (cursor.is("?") || cursor.is("!!")) {
            cursor.next();
        }
        if (cursor.is(".") && cursor.is(1, "(")) {
            cursor.next();
            cursor.skipBalanced();
            function = true;
        }
        if (function && cursor.accept("->")) {
            parse();
            return TypeRef.of("");
        }
        return type;
    }

    private TypeRef named() {
        StringBuilder name = new StringBuilder(cursor.next().text());
        List<TypeRef> arguments = arguments();
        while (cursor.is(".")
                && cursor.peek(1).kind() == Token.Kind.NAME
                && !cursor.peek(1).newLine()) {
            cursor.next();
            name.append('.').append(cursor.next().text());
            arguments = arguments();
        }
        boolean array = name.toString().equals("Array") && arguments.size() == 1;
        return array
                ? new TypeRef(
                        arguments.get(0).name(),
                        arguments.get(0).arguments(),
                        arguments.get(0).dimensions() + 1)
                : new TypeRef(name.toString(), arguments, 0);
    }

    /** Type arguments, if a {@code <} stands here. */
    List<TypeRef> arguments() {
        if (!cursor.is("<") || cursor.peek().newLine()) {
            return List.of();
        }
        cursor.next();
        List<TypeRef> arguments = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.is(">") && !cursor.is(">=")) {
            int before = cursor.position();
            arguments.add(parse());
            if (cursor.accept(":")) {
                parse();
            }
            cursor.accept(",");
            if (cursor.position() == before) {
                return List.copyOf(arguments);
            }
        }
        cursor.next();
        return List.copyOf(arguments);
    }

    /** Whether a {@code <} here begins the type arguments of a call. */
    boolean argumentsAhead() {
        int open = 0;
        for (int i = 0; i < 64; i++) {
            Token token = cursor.peek(i);
            if (token.is("<")) {
                open++;
            } else if (token.is(">")) {
                if (--open == 0) {
                    Token next = cursor.peek(i + 1);
                    return next.is("(") || next.is("{") || next.is(".") || next.is("::");
                }
            } else if (token.kind() != Token.Kind.NAME
                    && !token.is(",")
                    && !token.is(".")
                    && !token.is("?")
                    && !token.is("*")) {
                return false;
            }
        }
        return false;
    }
}
