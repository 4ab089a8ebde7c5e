package dev.keyguard.source.code;

import dev.keyguard.source.code.Body.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The statements of one method while they are collected, with the block that is open and what returns and yields. */
public final class BodyBuilder {
    private final List<Statement> statements = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>(List.of(-1));
    private final List<BlockKind> kinds = new ArrayList<>(List.of(BlockKind.METHOD));
    private final List<TypeFacts> localTypes;
    private final List<Body.Guard> guards = new ArrayList<>();
    private int block;
    private List<Expr> lambdaResults;
    private List<Expr> yields;

    /**
     * @param localTypes of the enclosing type, where classes declared in this body go
     */
    public BodyBuilder(List<TypeFacts> localTypes) {
        this.localTypes = localTypes;
    }

    /** The open block. */
    public int block() {
        return block;
    }

    /** Number of statements so far. */
    public int size() {
        return statements.size();
    }

    /** Adds a statement, made from the number of the open block. */
    public void add(IntFunction<Statement> statement) {
        statements.add(statement.apply(block));
    }

    /** Adds a statement to a block that was open before. */
    public void addIn(int earlier, IntFunction<Statement> statement) {
        statements.add(statement.apply(earlier));
    }

    /** A class declared in this body. */
    public void addLocalType(TypeFacts type) {
        localTypes.add(type);
    }

    /** Runs {@code inside} in a new block and returns the block. */
    public int in(BlockKind kind, Runnable inside) {
        int outer = block;
        int opened = kinds.size();
        parents.add(outer);
        kinds.add(kind);
        block = opened;
        inside.run();
        block = outer;
        return opened;
    }

    /** From here to its end the open block runs only if these tests hold. */
    public void guard(List<Body.Test> tests) {
        tests.forEach(test -> guards.add(new Body.Guard(block, statements.size(), test)));
    }

    /** A {@code catch}: its statement stands before the block of its handler. */
    public void addCatch(IntFunction<IntFunction<Statement>> statement, Runnable handler) {
        add(statement.apply(kinds.size()));
        in(BlockKind.CATCH, handler);
    }

    /** As {@link #in}, for something that seldom holds statements: a block that stays empty is not kept. */
    public void inIfNeeded(BlockKind kind, Runnable inside) {
        int before = statements.size();
        int opened = in(kind, inside);
        if (statements.size() == before && kinds.size() == opened + 1) {
            kinds.remove(opened);
            parents.remove(opened);
        }
    }

    /** Runs the body of a lambda; what it returns is collected. */
    public List<Expr> collectReturns(Runnable inside) {
        List<Expr> outer = lambdaResults;
        List<Expr> collected = new ArrayList<>();
        lambdaResults = collected;
        inside.run();
        lambdaResults = outer;
        return collected;
    }

    /** Runs a branch of a switch expression; what it yields is collected. */
    public List<Expr> collectYields(Runnable inside) {
        List<Expr> outer = yields;
        List<Expr> collected = new ArrayList<>();
        yields = collected;
        inside.run();
        yields = outer;
        return collected;
    }

    /** What the method, or the lambda whose body is open, returns. */
    public void returns(Expr value) {
        if (lambdaResults != null) {
            lambdaResults.add(value);
        } else {
            add(b -> new Statement.Return(value, b));
        }
    }

    /** What the switch whose branch is open yields. */
    public void yields(Expr value) {
        if (yields != null) {
            yields.add(value);
        } else {
            add(b -> new Statement.Effect(value, b));
        }
    }

    /** Whether nothing needs this body: no statement stands in it, and no lambda refers to a block of it. */
    public boolean isEmpty() {
        return statements.isEmpty() && !kinds.contains(BlockKind.LAMBDA);
    }

    /** The body so far. */
    public Body build() {
        return new Body(List.copyOf(statements), List.copyOf(parents), List.copyOf(kinds), List.copyOf(guards));
    }
}
