package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.tree.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of the workspace, read on demand and kept. Safe to share between threads; the same question always has the
 * same answer within a run.
 */
public interface Program {
    /** All modules. */
    List<Module> modules();

    /** Code files of that module that hold a trigger of the catalogue, in the order of their paths. */
    List<CodeFacts> triggered(Module module);

    /**
     * Code files of the workspace (of any module) in which all of these identifiers occur as whole words; read if they
     * were not yet. In the order of their paths.
     */
    default List<CodeFacts> mentioning(Set<String> identifiers) {
        return mentioning(identifiers.stream().collect(Collectors.toMap(word -> word, word -> Standing.ANYHOW)));
    }

    /**
     * Code files of the workspace in which all of these identifiers occur as whole words and may stand in those ways; read
     * if they were not yet. In the order of their paths. What does not stand so anywhere is left out where the bytes tell.
     */
    List<CodeFacts> mentioning(Map<String, Standing> identifiers);

    /**
     * Says which identifiers will be asked for, so that one pass over the files finds the answers for all of them. Changes
     * no answer; worth it where several questions are known at once.
     */
    default void announce(Set<String> identifiers) {}

    /** The files that can declare that qualified top-level or nested type (several modules may), nearest module first. */
    List<CodeFacts> declaring(String qualifiedName, Module from);

    /** Whether some file of the workspace declares a top-level type of that qualified name. Parses nothing. */
    boolean declares(String qualifiedName);

    /**
     * Whether some file that may declare that top-level or nested type mentions, of each of these sets, one word. Parses
     * nothing.
     */
    boolean declares(String qualifiedName, List<Set<String>> words);

    /** Qualified names of the top-level types in that package. Parses nothing. */
    Set<String> typesIn(String packageName);

    /**
     * Configuration files that hold for that module: its own, then {@code .env} and compose files of the folders above it,
     * then those of the modules it depends on.
     */
    Collection<ConfigFacts> configuration(Module module);

    /**
     * The module a file belongs to.
     *
     * @throws IllegalArgumentException if no module has the file
     */
    Module moduleOf(String path);

    /** Whether any of these identifiers occurs as a whole word in a code file of that module. Parses nothing. */
    boolean mentions(Module module, Set<String> identifiers);
}
