package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import java.util.List;
import java.util.Optional;

/** Finds what a simple name stands for: innermost first, as the compiler does. */
final class Bindings {
    private final Declarations declarations;
    private final Hierarchy hierarchy;
    private final Catalogue catalogue;
    private final ClassPathConstants classPath;

    Bindings(Declarations declarations, Hierarchy hierarchy, Catalogue catalogue, ClassPathConstants classPath) {
        this.declarations = declarations;
        this.hierarchy = hierarchy;
        this.catalogue = catalogue;
        this.classPath = classPath;
    }

    Optional<Binding> find(String name, Site site) {
        for (int i = site.lambdas().size() - 1; i >= 0; i--) {
            Expr.Lambda lambda = site.lambdas().get(i);
            for (int p = 0; p < lambda.parameters().size(); p++) {
                if (lambda.parameters().get(p).name().equals(name)) {
                    return Optional.of(new Binding.LambdaParameter(lambda, p, site));
                }
            }
        }
        int innermost = site.enclosing().size();
        for (int depth = innermost; depth > 0; depth--) {
            TypeDecl decl = TypeDecl.around(site, depth);
            Optional<MethodFacts> method = site.methods().get(depth);
            if (method.isPresent()) {
                Site use = depth == innermost ? site : decl.endOf(method.get());
                Optional<Binding> inside = inMethod(name, decl, method.get(), use, depth < innermost);
                if (inside.isPresent()) {
                    return inside;
                }
            }
            Optional<Binding> member = hierarchy.member(decl, name).map(Binding.Field::new);
            if (member.isPresent()) {
                return member;
            }
        }
        return site.method()
                .flatMap(m -> escaped(name, TypeDecl.around(site), m, site))
                .or(() -> imported(name, site, false))
                .or(() -> topLevel(name, site))
                .or(() -> imported(name, site, true));
    }

    private static Optional<Binding> inMethod(
            String name, TypeDecl decl, MethodFacts method, Site use, boolean fromInside) {
        Body body = method.body();
        List<Statement> statements = body.statements();
        for (int i = Math.min(use.index(), statements.size() - 1); i >= 0; i--) {
            Statement statement = statements.get(i);
            if (declares(statement, name) && (fromInside || body.encloses(scope(statement), use.block()))) {
                return Optional.of(new Binding.Local(decl, method, i, use));
            }
        }
        for (int i = 0; i < method.parameters().size(); i++) {
            if (method.parameters().get(i).name().equals(name)) {
                return Optional.of(new Binding.MethodParameter(decl, method, i, use));
            }
        }
        return Optional.empty();
    }

    /** A pattern variable may be used outside of the block that its condition opens. */
    private static Optional<Binding> escaped(String name, TypeDecl decl, MethodFacts method, Site use) {
        List<Statement> statements = method.body().statements();
        for (int i = Math.min(use.index(), statements.size() - 1); i >= 0; i--) {
            if (declares(statements.get(i), name)) {
                return Optional.of(new Binding.Local(decl, method, i, use));
            }
        }
        return Optional.empty();
    }

    /** The block in which a declared name is known. */
    private static int scope(Statement statement) {
        return statement instanceof Statement.Catch handler ? handler.catchBlock() : statement.block();
    }

    static boolean declares(Statement statement, String name) {
        if (statement instanceof Statement.Local local) {
            return local.name().equals(name);
        } else if (statement instanceof Statement.ForEach loop) {
            return loop.name().equals(name);
        }
        return statement instanceof Statement.Catch handler && handler.name().equals(name);
    }

    private Optional<Binding> imported(String name, Site site, boolean wildcard) {
        for (ImportFact fact : site.file().imports()) {
            if (fact.wildcard() != wildcard || !wildcard && !fact.simpleName().equals(name)) {
                continue;
            }
            String member = wildcard ? name : Occurrences.lastSegment(fact.name());
            String owner = wildcard ? fact.name() : ownerOf(fact.name());
            if (owner.isEmpty()) {
                continue;
            }
            Optional<TypeDecl> decl = declarations.find(owner, site.module());
            if (decl.isPresent()) {
                Optional<Binding> found = hierarchy.member(decl.get(), member).map(Binding.Field::new);
                if (found.isPresent()) {
                    return found;
                }
            } else if (fact.isStatic() && isConstant(owner, member, wildcard, site)) {
                return Optional.of(new Binding.Imported(owner, member));
            }
        }
        return Optional.empty();
    }

    private boolean isConstant(String owner, String name, boolean wildcard, Site site) {
        return !wildcard
                || catalogue.constant(owner + "." + name).isPresent()
                || classPath.constant(owner, name, site.module()).isPresent();
    }

    private static String ownerOf(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return dot < 0 ? "" : qualified.substring(0, dot);
    }

    private Optional<Binding> topLevel(String name, Site site) {
        return declarations.topLevel(name, site).stream()
                .flatMap(decl -> hierarchy.member(decl, name).stream())
                .findFirst()
                .map(Binding.Field::new);
    }
}
