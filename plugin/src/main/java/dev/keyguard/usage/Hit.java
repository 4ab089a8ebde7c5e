package dev.keyguard.usage;

import dev.keyguard.sdk.EntryPoint;
import dev.keyguard.sdk.Library;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Site;
import java.util.Optional;

/**
 * A place where code meets an entry point of the catalogue.
 *
 * @param call     the call, constructor call or {@code new}
 * @param argument what is given; absent where the call itself counts
 * @param chain    the last call of the fluent chain that {@code call} stands in
 */
record Hit(EntryPoint entry, Library library, Expr call, Optional<Expr> argument, Expr chain, Site site) {
    Place place() {
        return call.place();
    }
}
