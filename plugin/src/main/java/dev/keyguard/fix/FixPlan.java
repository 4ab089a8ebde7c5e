package dev.keyguard.fix;

import dev.keyguard.source.Place;
import java.util.List;

/**
 * What {@code keyguard:fix} would do.
 *
 * @param edits    sorted, without overlaps
 * @param manual   what it leaves to people
 * @param unverified whether some replacement is the model table's word alone
 */
public record FixPlan(List<Edit> edits, List<Manual> manual, boolean unverified) {
    /**
     * A finding that has a replacement and is not edited.
     *
     * @param why one sentence
     */
    public record Manual(Place place, String model, String replacement, String why) {}
}
