package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.Optional;

/**
 * One value of one key use, before uses of the same look-up are put together.
 *
 * @param via how it is looked up, where the value itself does not tell
 */
record KeyDraft(
        Value value,
        boolean implied,
        Place use,
        String service,
        String client,
        Scope scope,
        Module module,
        Optional<KeyUse.Via> via) {

    KeyDraft(Value value, boolean implied, Place use, String service, String client, Scope scope, Module module) {
        this(value, implied, use, service, client, scope, module, Optional.empty());
    }

    /** One in code that no client is known to take. */
    static KeyDraft inCode(Value value, Place use, String service, Optional<KeyUse.Via> via, Site site) {
        return new KeyDraft(value, false, use, service, "", site.scope(), site.module(), via);
    }
}
