package dev.keyguard.usage;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Calls that make a map of the keys and values they are given in turn: {@code Map.of("model", x, "apiKey", y)}. */
final class MapCalls {
    private static final Set<String> PAIRS = Set.of("of", "map", "mapOf", "hashMap", "asMap", "newMap", "toMap");

    private static final Set<String> SINGLES =
            Set.of("List", "Set", "Stream", "EnumSet", "ImmutableList", "ImmutableSet", "Arguments", "Path");

    private final Linker linker;
    private final SettingWords words;
    private final SettingNames names;

    MapCalls(Linker linker, SettingWords words) {
        this.linker = linker;
        this.words = words;
        this.names = new SettingNames(linker, words);
    }

    /** Whether the call makes a map of keys and values in turn. */
    static boolean is(Expr expression) {
        if (!(expression instanceof Expr.Call call)) {
            return false;
        }
        boolean ofSingles = call.scope().orElse(null) instanceof Expr.Name name && SINGLES.contains(name.name());
        return PAIRS.contains(call.name()) && !ofSingles && call.arguments().size() % 2 == 0;
    }

    /** API keys that the map holds, else the map around it: what goes along with a request carries its key beside it. */
    List<Value> keysBeside(Expr.Call map, CodeWalk.Visit visit) {
        List<Value> keys = under(words::isKey, map, visit.site());
        Optional<Expr.Call> around =
                visit.parent().filter(MapCalls::is).map(Expr.Call.class::cast).filter(outer -> keys.isEmpty());
        return around.map(outer -> under(words::isKey, outer, visit.site())).orElse(keys);
    }

    /** What the map holds under the names that are wanted. */
    List<Value> under(Predicate<String> wanted, Expr.Call map, Site site) {
        List<Value> found = new ArrayList<>();
        for (int i = 0; i + 1 < map.arguments().size(); i += 2) {
            if (names.of(map.arguments().get(i), site).filter(wanted).isPresent()) {
                found.addAll(linker.valuesOf(map.arguments().get(i + 1), site));
            }
        }
        return found;
    }
}
