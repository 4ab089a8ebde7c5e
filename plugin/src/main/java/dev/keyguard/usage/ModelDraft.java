package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Value;
import java.util.Optional;

/** One value of one model use, before uses of the same reference are put together. */
record ModelDraft(
        Value value,
        Place use,
        String client,
        String operation,
        Endpoint endpoint,
        KeyName key,
        Scope scope,
        Module module,
        Optional<Place> implicitAt) {}
