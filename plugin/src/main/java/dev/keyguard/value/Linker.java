package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates expressions and properties on facts. Deterministic: values come without duplicates, in the order in which
 * they are found. Bounded: what would need more steps than the limits allow is {@link Value.Dynamic} with that reason.
 */
public interface Linker {
    /** Every value the expression can have. Never empty. */
    List<Value> valuesOf(Expr expression, Site site);

    /** Whether {@code null} is written out as one of the things the expression can be. */
    boolean maybeNull(Expr expression, Site site);

    /**
     * Qualified name of the expression's type, as far as imports, declarations and the catalogue tell: for a call chain
     * on a library's builder the builder's class. Absent where it cannot be told.
     */
    Optional<String> typeOf(Expr expression, Site site);

    /** Qualified name of a type written at that site. Names that nothing declares stay as written. */
    String resolve(String typeName, Site site);

    /**
     * Every value a configuration property can have in that module, profiles and placeholders followed; relaxed spelling
     * is understood. A property no file sets is {@link Value.FromConfiguration}.
     *
     * @param key canonical or as spelt
     */
    default List<Value> property(String key, Module module) {
        return property(key, module, Scope.MAIN);
    }

    /**
     * The same for code of that scope: tests see what the resources of tests set as well.
     *
     * @param key canonical or as spelt
     */
    List<Value> property(String key, Module module, Scope scope);

    /**
     * The expressions that can produce the object an expression stands for: through locals, fields, parameters from
     * their call sites, {@code @Bean} and producer methods, getters and helpers; ends at constructor calls, calls of
     * library methods, literals. For a builder kept in a variable: the expression that made it.
     */
    Set<Located> producersOf(Expr expression, Site site);

    /**
     * Every call made on the same object as {@code chain}'s receiver, as far as the object stays in one method or field:
     * the calls of the fluent chain itself, and those of other statements on the same variable. In source order, the
     * chain's own included. Of a call {@code a.b(x).c(y)} the receiver of {@code c} counts as the object of {@code a}
     * while every method between returns it.
     */
    List<Located> callsOnSameObject(Expr chain, Site site);

    /** Call sites, in the whole workspace, of the method or constructor the site stands in. */
    List<Located> callersOf(Site site);

    /** What the jars on class paths say of configuration properties. */
    ConfigurationMetadata metadata();

    /** Everything that stands in a file: expressions, annotations and types, each with its site. */
    Occurrences occurrencesIn(CodeFacts file);

    /**
     * Qualified names of all classes and interfaces above that class, nearest first, itself not included: through the
     * workspace's declarations as far as they go, so the last ones may belong to libraries.
     */
    List<String> supertypesOf(String qualifiedName, Site site);

    /** An expression together with where it stands. Two are equal if they are the same expression, not equal ones. */
    record Located(Expr expression, Site site) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Located located && expression == located.expression;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(expression);
        }
    }
}
