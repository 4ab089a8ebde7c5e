package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.util.Optional;

/** The day on which a reference's model goes: what access says, else, at OpenAI, what the model table says. */
record Ends(ModelTable table) {
    /** The first day without the model. */
    Optional<LocalDate> of(Reference reference, Access access) {
        if (access instanceof Access.Available available) {
            return available.until().map(last -> last.plusDays(1));
        }
        if (access instanceof Access.Unavailable unavailable) {
            return unavailable.since();
        }
        return reference.endpoint().isOpenAi()
                ? reference.model().flatMap(table::find).flatMap(ModelFacts::shutdown)
                : Optional.empty();
    }
}
