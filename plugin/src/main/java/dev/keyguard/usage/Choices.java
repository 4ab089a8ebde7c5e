package dev.keyguard.usage;

import dev.keyguard.source.Scope;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model that is chosen while the program runs. Objects that cannot be told apart (rows of a list, settings of a user)
 * have all values that anybody gives any of them; what tests put there, and long lists to choose from, are no models that
 * the program asks for.
 */
final class Choices {
    private static final int LIST = 8;

    private Choices() {}

    /** The values that say something about that place in main code. */
    static List<Value> narrowed(List<Value> values, Site site) {
        boolean open = values.stream().anyMatch(Value.Dynamic.class::isInstance);
        if (!open || site.scope() == Scope.TEST) {
            return values;
        }
        List<Value> main = values.stream()
                .filter(value -> !(value instanceof Value.Known && isOfTest(value, site)))
                .toList();
        long known = known(main).distinct().count();
        if (known <= LIST) {
            return main;
        }
        List<Value> narrowed = new ArrayList<>();
        main.stream().filter(value -> !(value instanceof Value.Known)).forEach(narrowed::add);
        Trail trail = narrowed.get(0).trail();
        narrowed.set(0, new Value.Dynamic("one of " + known + " ids, chosen while the program runs", trail));
        return narrowed;
    }

    private static Stream<String> known(List<Value> values) {
        return values.stream().filter(Value.Known.class::isInstance).map(value -> ((Value.Known) value).text());
    }

    private static boolean isOfTest(Value value, Site site) {
        return ConfiguredModels.scope(site.module(), value.trail().origin()) == Scope.TEST;
    }
}
