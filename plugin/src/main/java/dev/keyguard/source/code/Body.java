package dev.keyguard.source.code;

import java.util.List;

/**
 * The statements of a method in source order, flattened, each with the block it stands in. Block 0 is the method's own;
 * a branch, a loop body, a {@code try}, a {@code catch} and a lambda open a block of their own.
 *
 * @param statements in source order
 * @param parents    parent of each block; {@code parents.get(0)} is -1
 * @param kinds      kind of each block
 * @param guards     what must hold where, as far as it is a comparison with something written
 */
public record Body(List<Statement> statements, List<Integer> parents, List<BlockKind> kinds, List<Guard> guards) {
    /** No body: abstract or native. */
    public static final Body NONE = new Body(List.of(), List.of(-1), List.of(BlockKind.METHOD), List.of());

    /**
     * The statements of a block from an index on run only if that test holds.
     *
     * @param from index of the first statement it holds for
     */
    public record Guard(int block, int from, Test test) {}

    /**
     * {@code subject} is one of {@code labels}, or none of them.
     *
     * @param labels     literals and constants; of a switch on an enum the constants' simple names
     * @param equal      whether it must be one of them
     * @param ignoreCase whether upper and lower case count as the same
     */
    public record Test(Expr subject, List<Expr> labels, boolean equal, boolean ignoreCase) {}

    /** What opened a block. A value assigned in a METHOD or PLAIN block always happens; in the others it may. */
    public enum BlockKind {
        METHOD,
        PLAIN,
        BRANCH,
        LOOP,
        TRY,
        CATCH,
        LAMBDA
    }

    /** Whether {@code ancestor} is {@code block} or encloses it. */
    public boolean encloses(int ancestor, int block) {
        for (int b = block; b >= 0; b = parents.get(b)) {
            if (b == ancestor) {
                return true;
            }
        }
        return false;
    }
}
