package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands in maps that are put together in the code. */
final class MapEntries {
    private static final Set<String> PUTS =
            Set.of("put", "putIfAbsent", "set", "replace", "addProperty", "computeIfAbsent", "setProperty");
    private static final Set<String> COPIES = Set.of("copyOf", "unmodifiableMap", "synchronizedMap", "putAll");
    /** How many maps are looked through for the entries of one. */
    private static final int MAX_MAPS = 32;

    private final Engine engine;

    MapEntries(Engine engine) {
        this.engine = engine;
    }

    /** A key and its value as written. */
    record Entry(At key, At value) {}

    /** The keys, or the values, of a map. */
    List<Source> all(At map, boolean key) {
        List<Source> found = new ArrayList<>();
        for (Entry entry : entries(map)) {
            found.add(new Source.Of(key ? entry.key() : entry.value()));
        }
        return found.isEmpty() ? List.of(new Source.Unknown("an entry of a map")) : found;
    }

    /** The values that stand under one of these keys, those under keys that are not known included. */
    List<Source> under(At map, List<String> keys) {
        List<Source> found = new ArrayList<>();
        for (Entry entry : entries(map)) {
            List<String> texts = engine.texts(entry.key());
            if (texts.isEmpty() || keys.isEmpty() || texts.stream().anyMatch(keys::contains)) {
                found.add(new Source.Of(entry.value()));
            }
        }
        return found;
    }

    /** The values that are put under exactly that key. */
    List<Source> exactly(At map, String key) {
        List<Source> found = new ArrayList<>();
        for (Entry entry : entries(map)) {
            if (engine.texts(entry.key()).contains(key)) {
                found.add(new Source.Of(entry.value()));
            }
        }
        return found;
    }

    /** The entries of a map, in the order in which they are written; of maps that are put into it, too, each once. */
    List<Entry> entries(At map) {
        Set<Entry> found = new LinkedHashSet<>();
        Set<At> seen = new LinkedHashSet<>(List.of(map));
        Deque<At> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && found.size() <= Engine.MAX_VALUES) {
            At next = open.removeFirst();
            List<At> inside = new ArrayList<>();
            collect(next, found, inside);
            inside.stream().filter(at -> seen.size() < MAX_MAPS && seen.add(at)).forEach(open::add);
        }
        return new ArrayList<>(found);
    }

    /** @param inside gets the maps whose entries this one has, too */
    private void collect(At map, Set<Entry> found, List<At> inside) {
        for (At producer : engine.producers(map)) {
            if (producer.expr() instanceof Expr.Call call) {
                made(call, producer, found, inside);
            } else if (producer.expr() instanceof Expr.New creation) {
                creation.arguments().stream()
                        .filter(a -> !(a instanceof Expr.Literal))
                        .forEach(a -> inside.add(producer.of(a)));
                creation.body().ifPresent(body -> initialiser(body, producer, found));
            }
        }
        puts(map, found, inside);
    }

    private void made(Expr.Call call, At at, Set<Entry> found, List<At> inside) {
        List<Expr> arguments = call.arguments();
        if (call.name().equals("of")) {
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                found.add(new Entry(at.of(arguments.get(i)), at.of(arguments.get(i + 1))));
            }
        } else if (call.name().equals("ofEntries")
                || call.name().equals("mapOf")
                || call.name().equals("mutableMapOf")) {
            arguments.forEach(a -> entry(at.of(a), found));
        } else if (call.name().equals("singletonMap") && arguments.size() == 2) {
            found.add(new Entry(at.of(arguments.get(0)), at.of(arguments.get(1))));
        } else if (COPIES.contains(call.name()) && !arguments.isEmpty()) {
            inside.add(at.of(arguments.get(0)));
        } else if (call.name().equals("build") && call.scope().isPresent()) {
            puts(at.of(call.scope().get()), found, inside);
        }
    }

    private void entry(At at, Set<Entry> found) {
        for (At producer : engine.producers(at)) {
            List<Expr> arguments = Frames.arguments(producer.expr());
            boolean infix = producer.expr() instanceof Expr.Call c
                    && c.name().equals("to")
                    && c.scope().isPresent();
            if (infix && arguments.size() == 1) {
                Expr key = ((Expr.Call) producer.expr()).scope().orElseThrow();
                found.add(new Entry(producer.of(key), producer.of(arguments.get(0))));
            } else if (arguments.size() == 2) {
                found.add(new Entry(producer.of(arguments.get(0)), producer.of(arguments.get(1))));
            }
        }
    }

    /** Calls of {@code put} on the same variable or chain. */
    private void puts(At map, Set<Entry> found, List<At> inside) {
        for (At on : engine.sameObject.calls(map)) {
            if (!(on.expr() instanceof Expr.Call call)) {
                continue;
            }
            if (PUTS.contains(call.name()) && call.arguments().size() == 2) {
                put(call, on, found);
            } else if (call.name().equals("putAll") && call.arguments().size() == 1) {
                inside.add(on.of(call.arguments().get(0)));
            }
        }
    }

    private void put(Expr.Call call, At at, Set<Entry> found) {
        Expr value = call.arguments().get(1);
        if (value instanceof Expr.Lambda lambda) {
            lambda.results()
                    .forEach(r -> found.add(new Entry(at.of(call.arguments().get(0)), at.in(lambda, r))));
        } else {
            found.add(new Entry(at.of(call.arguments().get(0)), at.of(value)));
        }
    }

    /** {@code new HashMap<>() {{ put(k, v); }}}. */
    private void initialiser(TypeFacts body, At at, Set<Entry> found) {
        TypeDecl decl = TypeDecl.around(at.site()).inner(body, at.site().method());
        for (MethodFacts method : body.methods()) {
            List<Statement> statements = method.body().statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Effect effect
                        && effect.expression() instanceof Expr.Call call
                        && PUTS.contains(call.name())
                        && call.arguments().size() == 2) {
                    Site site = engine.declarations.bodies().site(decl, method, i);
                    put(call, new At(call, site, at.frame()), found);
                }
            }
        }
    }
}
