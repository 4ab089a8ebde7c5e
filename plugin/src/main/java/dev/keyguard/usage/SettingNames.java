package dev.keyguard.usage;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.List;
import java.util.Optional;

/** What a setting is called where its name is written, or stands in a constant whose own name speaks of a setting. */
record SettingNames(Linker linker, SettingWords words) {

    Optional<String> of(Expr key, Site site) {
        if (key instanceof Expr.Literal literal) {
            return literal.text();
        }
        Optional<String> constant = key instanceof Expr.Name simple
                ? Optional.of(simple.name())
                : key instanceof Expr.Member member ? Optional.of(member.name()) : Optional.empty();
        return constant.filter(words::mayBeIn).flatMap(name -> only(linker.valuesOf(key, site)));
    }

    private static Optional<String> only(List<Value> values) {
        return values.size() == 1 && values.get(0) instanceof Value.Known known
                ? Optional.of(known.text())
                : Optional.empty();
    }
}
