package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;

/** What a simple name stands for. */
sealed interface Binding {
    /**
     * A local variable.
     *
     * @param declaration index of its declaration in the method's body
     * @param use         where it is used, in that method; at the end of the method if the use stands in a class inside
     */
    record Local(TypeDecl decl, MethodFacts method, int declaration, Site use) implements Binding {
        Statement statement() {
            return method.body().statements().get(declaration);
        }
    }

    /** A method's or constructor's parameter; {@code use} as for a local. */
    record MethodParameter(TypeDecl decl, MethodFacts method, int index, Site use) implements Binding {
        Parameter parameter() {
            return method.parameters().get(index);
        }
    }

    /** A parameter of a lambda that stands around the use; {@code site} is the use's. */
    record LambdaParameter(Expr.Lambda lambda, int index, Site site) implements Binding {
        Parameter parameter() {
            return lambda.parameters().get(index);
        }
    }

    /** A field, enum constant or record component of the workspace. */
    record Field(Hierarchy.Member member) implements Binding {}

    /** A static import from a class the workspace does not declare. */
    record Imported(String className, String name) implements Binding {}
}
