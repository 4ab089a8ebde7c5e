package dev.keyguard.usage;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Classes of the program that are serialised to a request: a member that JSON calls {@code model} beside one that only a
 * request has ({@code messages}, {@code input} …).
 */
final class RequestObjects {
    private static final String MODEL = "model";
    private static final Set<String> NAMING =
            Set.of("JsonProperty", "SerializedName", "JsonbProperty", "Json", "SerialName");

    private final Program program;
    private final Linker linker;
    private final HttpVocabulary vocabulary;
    private final Map<String, Optional<Shape>> shapes = new HashMap<>();

    private final Map<String, Boolean> existing = new HashMap<>();

    /** A request class: where it stands, and the Java name of its model member. */
    record Shape(Site site, TypeFacts type, String member) {}

    RequestObjects(Program program, Linker linker, HttpVocabulary vocabulary) {
        this.program = program;
        this.linker = linker;
        this.vocabulary = vocabulary;
    }

    /** The expression that becomes the model of a request object made here; absent if it is none or set elsewhere. */
    Optional<Expr> modelArgument(Expr.New created, Site site) {
        return shape(created, site)
                .flatMap(shape -> index(shape, created.arguments().size())
                        .map(index -> created.arguments().get(index)));
    }

    /** The request class that is made here, if it is one. */
    Optional<Shape> shape(Expr.New created, Site site) {
        return shape(linker.resolve(created.type().name(), site), site);
    }

    /** The request class of that qualified name, as seen from there. */
    Optional<Shape> shape(String name, Site site) {
        return shapes.computeIfAbsent(name, n -> find(n, site));
    }

    /** Whether there is a request class of that qualified name, seen from anywhere. */
    boolean exists(String name, Site from) {
        return existing.computeIfAbsent(name, n -> find(n, from).isPresent());
    }

    /** Whether the bytes of the files that declare it allow that it is one: most classes are not worth parsing for that. */
    private boolean mayBe(String name) {
        return program.declares(name, List.of(Set.of(MODEL), vocabulary.raw().evidenceKeys()));
    }

    private Optional<Shape> find(String name, Site from) {
        if (!mayBe(name)) {
            return Optional.empty();
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        for (CodeFacts file : program.declaring(name, from.module())) {
            for (TypeFacts type : file.types()) {
                List<TypeFacts> candidates =
                        Stream.concat(Stream.of(type), type.nested().stream()).toList();
                for (TypeFacts candidate : candidates) {
                    if (candidate.name().equals(simple)) {
                        List<TypeFacts> enclosing = candidate == type ? List.of(type) : List.of(type, candidate);
                        List<Optional<MethodFacts>> methods = new ArrayList<>();
                        for (int i = 0; i <= enclosing.size(); i++) {
                            methods.add(Optional.empty());
                        }
                        Site site = new Site(
                                program.moduleOf(file.path()), from.scope(), file, enclosing, methods, List.of(), 0, 0);
                        return member(candidate).map(member -> new Shape(site, candidate, member));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> member(TypeFacts type) {
        Map<String, String> javaNames = new HashMap<>();
        type.components().forEach(c -> javaNames.put(jsonName(c.name(), c.annotations()), c.name()));
        type.fields().stream()
                .filter(field -> !field.isStatic())
                .forEach(field -> javaNames.put(jsonName(field.name(), field.annotations()), field.name()));
        boolean request = javaNames.containsKey(MODEL) && vocabulary.isRequest(javaNames.keySet());
        return request ? Optional.of(javaNames.get(MODEL)) : Optional.empty();
    }

    private static String jsonName(String name, List<AnnotationFact> annotations) {
        return annotations.stream()
                .filter(annotation -> NAMING.contains(annotation.simpleName()))
                .flatMap(annotation -> annotation.member("value").stream())
                .filter(Expr.Literal.class::isInstance)
                .flatMap(value -> ((Expr.Literal) value).text().stream())
                .findFirst()
                .orElse(name);
    }

    private static Optional<Integer> index(Shape shape, int arity) {
        List<String> names = shape.type().methods().stream()
                .filter(method -> method.isConstructor() && method.parameters().size() == arity)
                .findFirst()
                .map(method -> method.parameters().stream().map(Parameter::name).toList())
                .orElseGet(() -> byDeclaration(shape.type()));
        int index = names.indexOf(shape.member());
        return index >= 0 && index < arity && names.size() == arity ? Optional.of(index) : Optional.empty();
    }

    /** Records and classes with a generated all-arguments constructor. */
    private static List<String> byDeclaration(TypeFacts type) {
        return type.components().isEmpty()
                ? type.fields().stream()
                        .filter(field -> !field.isStatic())
                        .map(FieldFact::name)
                        .collect(Collectors.toList())
                : type.components().stream().map(Parameter::name).toList();
    }
}
