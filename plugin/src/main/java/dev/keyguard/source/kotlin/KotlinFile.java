package dev.keyguard.source.kotlin;

import dev.keyguard.source.code.BodyBuilder;
import java.util.HashSet;
import java.util.Set;

/** What parses the parts of one file, wired together. */
final class KotlinFile {
    private final Cursor cursor;
    private final KotlinTypes types;
    private final KotlinAnnotations annotations;
    private final KotlinClasses classes;
    private final Set<String> functions = new HashSet<>();

    KotlinFile(Cursor cursor) {
        this.cursor = cursor;
        this.types = new KotlinTypes(cursor);
        this.annotations = new KotlinAnnotations(this);
        this.classes = new KotlinClasses(this);
        for (int i = 1; cursor.peek(i).kind() != Token.Kind.END; i++) {
            if (cursor.peek(i - 1).is("fun") && cursor.peek(i).kind() == Token.Kind.NAME) {
                functions.add(cursor.peek(i).text());
            }
        }
    }

    Cursor cursor() {
        return cursor;
    }

    KotlinTypes types() {
        return types;
    }

    KotlinAnnotations annotations() {
        return annotations;
    }

    KotlinClasses classes() {
        return classes;
    }

    /** Whether the file itself declares a function of that name. */
    boolean declaresFunction(String name) {
        return functions.contains(name);
    }

    KotlinExpressions expressions(BodyBuilder body) {
        return new KotlinExpressions(this, body);
    }
}
