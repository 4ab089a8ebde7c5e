package dev.keyguard.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Token;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.keyguard.source.Problem;
import dev.keyguard.source.code.CommentReader;
import dev.keyguard.source.code.SourceText;
import dev.keyguard.source.java.Holes.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses one file and, where the parser stops, cuts a hole round that place and parses again. Enums declared in method
 * bodies, which JavaParser 3.28 does not know, are cut out and parsed by themselves: nothing of them is lost. Of another
 * hole the call in it is kept where that is an expression by itself.
 */
final class TolerantParser {
    private static final int MAX_ROUNDS = 12;
    private static final Pattern LEXICAL = Pattern.compile("at line (\\d+), column (\\d+)");

    private final SourceText source;
    private JavaTokens tokens;
    private final List<EnumDeclaration> localEnums = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    TolerantParser(SourceText source) {
        this.source = source;
    }

    /** Enums found inside method bodies. */
    List<EnumDeclaration> localEnums() {
        return localEnums;
    }

    /** What had to be left out. */
    List<Problem> problems() {
        return problems;
    }

    /** The tree, as far as the file can be understood. */
    Optional<CompilationUnit> parse() {
        String text = source.text();
        ParseResult<CompilationUnit> result = parser().parse(text);
        if (syntaxError(result).isEmpty()) {
            return result.getResult();
        }
        return repaired(text, result);
    }

    private Optional<CompilationUnit> repaired(String original, ParseResult<CompilationUnit> first) {
        tokens = JavaTokens.scan(original, new CommentReader(source));
        Holes structure = new Holes(original, tokens);
        String text = original;
        ParseResult<CompilationUnit> result = first;
        // what is long is tried less often: the time stays in proportion to the size
        int rounds = Math.max(2, Math.min(MAX_ROUNDS, 2_000_000 / (text.length() + 1)));
        for (int round = 0; round < rounds && tokens.count() > 0; round++) {
            Optional<com.github.javaparser.Problem> problem = syntaxError(result);
            if (problem.isEmpty()) {
                return result.getResult();
            }
            int offset = offset(problem.get());
            Optional<Hole> enumeration = structure.enumeration(offset).filter(this::isNew);
            if (enumeration.isPresent()) {
                text = withoutEnum(text, enumeration.get());
            } else {
                Hole hole = structure.around(offset);
                while (!isNew(hole) && hole.end() - hole.start() < text.length()) {
                    hole = structure.enclosing(hole);
                }
                text = without(text, hole);
            }
            result = parser().parse(text);
        }
        syntaxError(result).ifPresent(problem -> leftOut(offset(problem)));
        return result.getResult();
    }

    /** Problems without a cause are opinions, not holes: the tree is whole. */
    private static Optional<com.github.javaparser.Problem> syntaxError(ParseResult<?> result) {
        return result.getProblems().stream()
                .filter(problem -> problem.getCause().isPresent())
                .findFirst();
    }

    private int offset(com.github.javaparser.Problem problem) {
        Throwable cause = problem.getCause().orElseThrow();
        if (cause instanceof ParseException parse && parse.currentToken != null) {
            Token token = parse.currentToken.next != null ? parse.currentToken.next : parse.currentToken;
            return offset(token.beginLine, token.beginColumn);
        }
        Matcher lexical = LEXICAL.matcher(String.valueOf(cause.getMessage()));
        return lexical.find() ? offset(Integer.parseInt(lexical.group(1)), Integer.parseInt(lexical.group(2))) : 0;
    }

    private int offset(int line, int column) {
        return Math.min(source.text().length(), source.offsetOf(Math.max(1, line)) + Math.max(0, column - 1));
    }

    private boolean isNew(Hole hole) {
        return holes.stream().noneMatch(known -> known.contains(hole));
    }

    private String withoutEnum(String text, Hole hole) {
        String only = text.substring(hole.start(), hole.end());
        var place = source.placeAt(hole.start());
        String alone = "\n".repeat(place.line() - 1) + " ".repeat(place.column() - 1) + only;
        ParseResult<CompilationUnit> result = parser().parse(alone);
        Optional<EnumDeclaration> declaration = result.getResult()
                .filter(unit -> syntaxError(result).isEmpty() && unit.getTypes().size() == 1)
                .map(unit -> unit.getType(0))
                .filter(EnumDeclaration.class::isInstance)
                .map(EnumDeclaration.class::cast);
        declaration.ifPresentOrElse(localEnums::add, () -> leftOut(hole.start()));
        holes.add(hole);
        return Holes.blank(text, hole);
    }

    private String without(String text, Hole hole) {
        holes.add(hole);
        leftOut(hole.start());
        String blanked = Holes.blank(text, hole);
        return call(text, hole)
                .map(kept -> blanked.substring(0, kept.start())
                        + text.substring(kept.start(), kept.end())
                        + blanked.substring(kept.end()))
                .orElse(blanked);
    }

    /** The call a broken statement ends with: what follows {@code =}, {@code return} or {@code ->}. */
    private Optional<Hole> call(String text, Hole hole) {
        int last = tokens.at(hole.end() - 1);
        if (tokens.first(last) != ';' || hole.end() - hole.start() > 20_000) {
            return Optional.empty();
        }
        int tried = 0;
        for (int t = tokens.at(hole.start()); t < last && tried < 4; t++) {
            if (tokens.first(t) == '=' || tokens.first(t) == '>' || tokens.is(t, "return")) {
                tried++;
                Hole rest = new Hole(tokens.end(t), tokens.start(last));
                ParseResult<Expression> expression = parser().parseExpression(text.substring(rest.start(), rest.end()));
                boolean statement = expression.isSuccessful()
                        && expression
                                .getResult()
                                .filter(e -> e instanceof MethodCallExpr || e instanceof ObjectCreationExpr)
                                .isPresent();
                if (statement) {
                    return Optional.of(new Hole(rest.start(), hole.end()));
                }
            }
        }
        return Optional.empty();
    }

    private void leftOut(int offset) {
        var place = source.placeAt(offset);
        if (problems.isEmpty()) {
            problems.add(new Problem(
                    place,
                    "This is not Java that keyguard can read and was left out, from line " + place.line()
                            + " on; the rest of the file was read. If it compiles, please report it."));
        }
    }

    /**
     * Without tokens the parser would give no positions; comments are not attributed to nodes: nobody asks for them. No
     * processors: the validators' opinions about language levels cost two fifths of the time and change no tree, and
     * that {@code var} is no class is known without theirs.
     */
    private static JavaParser parser() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setAttributeComments(false)
                .setTabSize(1)
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
        configuration.getProcessors().clear();
        return new JavaParser(configuration);
    }
}
