package dev.keyguard.value;

import dev.keyguard.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a value, from where it is written to where it is used.
 *
 * @param hops in the order of the flow: written first
 */
public record Trail(List<Hop> hops) {
    /** A trail that begins where the value is written. */
    public static Trail written(Place place) {
        return new Trail(List.of(new Hop(Hop.Kind.WRITTEN, place, Optional.empty())));
    }

    /** This trail, continued by one step. A step at the place of the last one is not added again. */
    public Trail then(Hop hop) {
        if (!hops.isEmpty() && hops.get(hops.size() - 1).equals(hop)) {
            return this;
        }
        List<Hop> all = new ArrayList<>(hops);
        all.add(hop);
        return new Trail(List.copyOf(all));
    }

    /** Where the value is written. */
    public Place origin() {
        return hops.get(0).place();
    }
}
