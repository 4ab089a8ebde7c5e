package dev.keyguard.source.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.CommentReader;
import dev.keyguard.source.code.DeepStack;
import dev.keyguard.source.code.SourceText;
import dev.keyguard.source.code.TypeFacts;
import java.util.List;
import java.util.Optional;

/**
 * Reads Java source files of any release that JavaParser knows. A file it understands in part gives the facts of that
 * part and a problem; one it does not, or one above {@link SourceText#MAX_BYTES}, gives a problem alone.
 */
public final class JavaReader implements Reader {
    @Override
    public boolean reads(SourceFile file) {
        return file.extension().equals("java");
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

    private static CodeFacts facts(SourceText source) {
        CommentReader comments = new CommentReader(source);
        TolerantParser parser = new TolerantParser(source);
        Optional<CompilationUnit> parsed = parser.parse();
        if (CommentReader.wanted(source.text())) {
            JavaTokens.scan(source.text(), comments);
        }
        if (parsed.isEmpty()) {
            return unread(source, "is not Java that can be read");
        }
        CompilationUnit unit = parsed.get();
        List<ImportFact> imports = unit.getImports().stream()
                .map(i -> new ImportFact(i.getNameAsString(), i.isStatic(), i.isAsterisk()))
                .toList();
        Types types = new Lowering(source.path(), parser.localEnums()).types();
        List<TypeFacts> declared = unit.getTypes().stream()
                .map(type -> types.lower(type, nameOf(type, source.path())))
                .toList();
        return new CodeFacts(
                source.path(),
                unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse(""),
                imports,
                declared,
                comments.suppressions(),
                comments.dependencies(),
                List.copyOf(parser.problems()));
    }

    /** A compact source file's class is named by the file. */
    private static String nameOf(TypeDeclaration<?> type, String path) {
        boolean compact = type instanceof ClassOrInterfaceDeclaration declared && declared.isCompact();
        return compact ? path.substring(path.lastIndexOf('/') + 1).replace(".java", "") : type.getNameAsString();
    }

    private static CodeFacts unread(SourceText source, String why) {
        Problem problem = new Problem(source.placeAt(0), "The file " + why + ".");
        return new CodeFacts(source.path(), "", List.of(), List.of(), List.of(), List.of(problem));
    }
}
