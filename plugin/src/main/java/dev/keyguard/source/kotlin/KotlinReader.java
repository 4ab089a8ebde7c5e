package dev.keyguard.source.kotlin;

import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.CommentReader;
import dev.keyguard.source.code.DeepStack;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.SourceText;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Kotlin, sources and scripts, by hand and light: what values flow through is understood, what is not is opaque
 * ({@code docs/kotlin.md}). Linear in the size of the file, and never fails on a file that is not Kotlin.
 */
public final class KotlinReader implements Reader {
    @Override
    public boolean reads(SourceFile file) {
        return file.extension().equals("kt") || file.extension().equals("kts");
    }

    @Override
    public CodeFacts read(String path, byte[] content) {
        if (content.length > SourceText.MAX_BYTES) {
            return unread(SourceText.decode(path, new byte[0]), "is larger than 5 MB and was not read");
        }
        SourceText source = SourceText.decode(path, content);
        try {
            return facts(source);
        } catch (StackOverflowError deep) {
            return new DeepStack<>(() -> facts(source))
                    .run()
                    .orElseGet(() -> unread(source, "is nested too deeply and was not read"));
        } catch (RuntimeException fault) {
            // a fault of the parser or of ours must not cost the other files
            return unread(
                    source,
                    "could not be read (" + fault.getClass().getSimpleName() + "); if it compiles, please report it");
        }
    }

    private static CodeFacts unread(SourceText source, String why) {
        Problem problem = new Problem(source.placeAt(0), "The file " + why + ".");
        return new CodeFacts(source.path(), "", List.of(), List.of(), List.of(), List.of(problem));
    }

    private static CodeFacts facts(SourceText source) {
        CommentReader comments = new CommentReader(source);
        Cursor cursor = new Cursor(source, KotlinLexer.tokens(source.text(), comments));
        KotlinFile file = new KotlinFile(cursor);
        List<Dependency> dependencies = new ArrayList<>();
        while (cursor.is("@") && cursor.is(1, "file")) {
            file.annotations().parse().annotations().forEach(annotation -> dependsOn(annotation, dependencies));
        }
        dependencies.addAll(comments.dependencies());
        String packageName = cursor.accept("package") ? dotted(cursor) : "";
        List<ImportFact> imports = new ArrayList<>();
        cursor.accept(";");
        while (cursor.accept("import")) {
            imported(cursor, imports);
            cursor.accept(";");
        }
        return new CodeFacts(
                source.path(),
                packageName,
                List.copyOf(imports),
                types(source, file),
                comments.suppressions(),
                List.copyOf(dependencies),
                List.of());
    }

    private static List<TypeFacts> types(SourceText source, KotlinFile file) {
        Cursor cursor = file.cursor();
        KotlinMembers top = new KotlinMembers(file, nameOf(source.path()));
        List<TypeFacts> localTypes = new ArrayList<>();
        BodyBuilder script = new BodyBuilder(localTypes);
        KotlinStatements statements = file.expressions(script).statements();
        while (!cursor.atEnd()) {
            int before = cursor.position();
            if (!top.member(true)) {
                // only a script has statements here
                statements.statement().ifPresent(statements.control()::unused);
            }
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        top.initializer(true, script, source.placeAt(0));
        List<TypeFacts> types = new ArrayList<>(top.nested());
        types.addAll(localTypes);
        if (!top.isEmpty()) {
            types.add(top.topLevel(source.placeAt(0)));
        }
        return List.copyOf(types);
    }

    /** {@code chat/Main.kt} → {@code MainKt}. */
    private static String nameOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\p{Alnum}_].*$", "");
        return name.isEmpty() ? "Kt" : Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Kt";
    }

    private static String dotted(Cursor cursor) {
        StringBuilder name = new StringBuilder();
        while (cursor.isName()) {
            name.append(cursor.next().text());
            if (!cursor.is(".") || cursor.peek(1).kind() != Token.Kind.NAME) {
                return name.toString();
            }
            cursor.next();
            name.append('.');
        }
        return name.toString();
    }

    /** Whether a class or a member of one is imported cannot be seen where the name is no class's: both are noted. */
    private static void imported(Cursor cursor, List<ImportFact> imports) {
        String name = dotted(cursor);
        boolean wildcard = cursor.accept(".") && cursor.accept("*");
        Optional<String> alias = cursor.accept("as") ? Optional.of(cursor.next().text()) : Optional.empty();
        imports.add(new ImportFact(name, false, wildcard, alias));
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean className = !last.isEmpty() && Character.isUpperCase(last.charAt(0));
        boolean constant = last.equals(last.toUpperCase(Locale.ROOT));
        if (name.contains(".") && className == wildcard || constant) {
            imports.add(new ImportFact(name, true, wildcard, alias));
        }
    }

    /** A script's {@code @file:DependsOn("group:artifact:version")}. */
    private static void dependsOn(AnnotationFact annotation, List<Dependency> dependencies) {
        if (!annotation.simpleName().equals("DependsOn")) {
            return;
        }
        Expr value = annotation.member("value").orElse(new Expr.Opaque("", annotation.place()));
        List<Expr> values = value instanceof Expr.ArrayLiteral array ? array.elements() : List.of(value);
        for (Expr each : values) {
            String[] parts = each instanceof Expr.Literal literal
                    ? literal.text().orElse("").split(":", -1)
                    : new String[0];
            if (parts.length > 1) {
                Optional<String> version = parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
                dependencies.add(new Dependency(parts[0], parts[1], version, "compile", Optional.of(each.place())));
            }
        }
    }
}
