package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type of the workspace together with where it is declared.
 *
 * @param enclosing the types around it and, last, itself
 * @param methods   for each of them the method it is declared in
 */
record TypeDecl(
        Module module, Scope scope, CodeFacts file, List<TypeFacts> enclosing, List<Optional<MethodFacts>> methods) {
    TypeFacts type() {
        return enclosing.get(enclosing.size() - 1);
    }

    String qualifiedName() {
        String nested = enclosing.stream().map(TypeFacts::name).collect(Collectors.joining("."));
        return file.packageName().isEmpty() ? nested : file.packageName() + "." + nested;
    }

    /** The type that encloses this one, if it is not top-level. */
    Optional<TypeDecl> outer() {
        int last = enclosing.size() - 1;
        return last == 0
                ? Optional.empty()
                : Optional.of(new TypeDecl(module, scope, file, enclosing.subList(0, last), methods.subList(0, last)));
    }

    /** The declaration of a type inside this one. */
    TypeDecl inner(TypeFacts type, Optional<MethodFacts> method) {
        List<TypeFacts> types = new ArrayList<>(enclosing);
        types.add(type);
        List<Optional<MethodFacts>> around = new ArrayList<>(methods);
        around.add(method);
        return new TypeDecl(module, scope, file, List.copyOf(types), List.copyOf(around));
    }

    /** Where field initialisers, annotations and enum arguments of this type stand. */
    Site site() {
        return site(Optional.empty(), 0, 0, List.of());
    }

    /** Where the end of a method of this type stands: every assignment of its body lies before. */
    Site endOf(MethodFacts method) {
        return site(Optional.of(method), 0, method.body().statements().size(), List.of());
    }

    Site site(Optional<MethodFacts> method, int block, int index, List<Expr.Lambda> lambdas) {
        List<Optional<MethodFacts>> around = new ArrayList<>(methods);
        around.add(method);
        return new Site(module, scope, file, enclosing, List.copyOf(around), lambdas, block, index);
    }

    /** The declaration of the innermost type around a site. */
    static TypeDecl around(Site site) {
        return around(site, site.enclosing().size());
    }

    /** The declaration of the {@code depth}-th type around a site, counted from 1 at the outermost. */
    static TypeDecl around(Site site, int depth) {
        return new TypeDecl(
                site.module(),
                site.scope(),
                site.file(),
                site.enclosing().subList(0, depth),
                site.methods().subList(0, depth));
    }

    Optional<AnnotationFact> annotation(String simpleName) {
        return Annotations.find(type().annotations(), simpleName);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeDecl decl && type() == decl.type() && file == decl.file;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(type());
    }
}
