package dev.keyguard.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.CommentReader;
import dev.keyguard.source.code.SourceText;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;

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
        }
    }

    private static CodeFacts facts(SourceText source) {
        ParseResult<CompilationUnit> result = parse(source.text());
        List<Problem> problems = new ArrayList<>();
        result.getProblems().stream()
                .filter(problem -> problem.getCause().isPresent())
                .findFirst()
                .ifPresent(problem -> problems.add(new Problem(source.placeAt(0), "could not be read in full")));
        CommentReader comments = new CommentReader(source);
        if (result.getResult().isEmpty()) {
            return unread(source, "is not Java that can be read");
        }
        CompilationUnit unit = result.getResult().get();
        List<ImportFact> imports = unit.getImports().stream()
                .map(i -> new ImportFact(i.getNameAsString(), i.isStatic(), i.isAsterisk()))
                .toList();
        Types types = new Lowering(source.path()).types();
        List<TypeFacts> declared = unit.getTypes().stream().map(types::lower).toList();
        return new CodeFacts(
                source.path(),
                unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse(""),
                imports,
                declared,
                comments.suppressions(),
                comments.dependencies(),
                List.copyOf(problems));
    }

    private static CodeFacts unread(SourceText source, String why) {
        Problem problem = new Problem(source.placeAt(0), "The file " + why + ".");
        return new CodeFacts(source.path(), "", List.of(), List.of(), List.of(), List.of(problem));
    }

    /** Without tokens the parser would give no positions; comments are not attributed to nodes: nobody asks for them. */
    private static ParseResult<CompilationUnit> parse(String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setAttributeComments(false)
                .setTabSize(1)
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
        return new JavaParser(configuration).parse(text);
    }
}
