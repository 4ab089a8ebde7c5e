package dev.keyguard.rule;

import dev.keyguard.source.Place;
import dev.keyguard.source.tree.Glob;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the suppression file.
 *
 * @param place  where it stands
 * @param rule   only this rule
 * @param path   only files that match this glob, relative to the scanned root
 * @param model  only this model; {@code *} stands for anything
 * @param reason why, for people
 * @param until  last day it holds
 */
public record FileSuppression(
        Place place,
        Optional<String> rule,
        Optional<String> path,
        Optional<String> model,
        String reason,
        Optional<LocalDate> until) {
    /**
     * How path and model are matched; {@code \\} separates folders, too.
     *
     * @throws IllegalArgumentException with one sentence for people if the glob is not understood
     */
    static Glob glob(String pattern) {
        return Glob.of(pattern.replace('\\', '/'));
    }
}
