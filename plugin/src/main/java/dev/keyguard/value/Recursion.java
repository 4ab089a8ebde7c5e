package dev.keyguard.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs questions that depend on each other, each once. A question that comes back to itself contributes nothing the
 * second time; what was answered on the way of such a circle is not kept, because it may lack what the circle's start
 * adds. Depth, number of steps and work of one outer question are bounded, and a stack that overflows cuts that question only.
 */
final class Recursion {
    /** A depth no honest code reaches: about forty hops, each of two or three questions. */
    static final int MAX_DEPTH = 120;

    /** Of the code this was measured on two questions take all of it and are cut, all others take 700 at most. */
    static final int MAX_STEPS = 4_000;

    /** Uses of objects looked at on the way: the code this was measured on takes 5,000 at most for one question. */
    static final int MAX_WORK = 40_000;

    private final Map<Object, List<?>> known = new HashMap<>();
    private final Map<Object, Integer> active = new HashMap<>();
    private int steps;
    private int work;
    private int lowest = Integer.MAX_VALUE;

    /**
     * The answer to a question.
     *
     * @param question identifies it, and is of another class than questions with other kinds of answers
     * @param whenCut  the answer where a limit is reached
     */
    @SuppressWarnings("unchecked")
    <T> List<T> ask(Object question, Supplier<List<T>> answer, Supplier<List<T>> whenCut) {
        List<?> kept = known.get(question);
        if (kept != null) {
            return (List<T>) kept;
        }
        Integer at = active.get(question);
        if (at != null) {
            lowest = Math.min(lowest, at);
            return List.of();
        }
        int depth = active.size();
        if (depth == 0) {
            steps = 0;
            lowest = Integer.MAX_VALUE;
            work = 0;
        }
        if (depth >= MAX_DEPTH || ++steps > MAX_STEPS || work > MAX_WORK) {
            lowest = Math.min(lowest, 0);
            return whenCut.get();
        }
        int outer = lowest;
        lowest = Integer.MAX_VALUE;
        active.put(question, depth);
        List<T> found;
        try {
            found = answer.get();
        } catch (StackOverflowError deep) {
            if (depth > 0) {
                throw deep;
            }
            active.clear();
            lowest = outer;
            return whenCut.get();
        } finally {
            active.remove(question);
        }
        if (lowest >= depth) {
            known.put(question, found);
            lowest = outer;
        } else {
            lowest = Math.min(outer, lowest);
        }
        return found;
    }

    /** Counts work that is no question. */
    void worked() {
        work++;
    }
}
