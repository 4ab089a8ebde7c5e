package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Model references in requests that code puts together itself: maps, JSON trees and JSON text. */
final class RawRequests {
    static final String CLIENT = "http";

    private final Linker linker;
    private final HttpVocabulary vocabulary;
    private final HttpReach evidence;
    private final RequestObjects objects;
    private final KeyValues keys;
    private final MapCalls maps;
    private final List<ModelDraft> drafts = new ArrayList<>();

    RawRequests(Linker linker, KeyValues keys, UsageVocabulary vocabulary, HttpReach evidence, RequestObjects objects) {
        this.linker = linker;
        this.keys = keys;
        this.vocabulary = vocabulary.http();
        this.maps = new MapCalls(linker, vocabulary.settings());
        this.evidence = evidence;
        this.objects = objects;
    }

    List<ModelDraft> drafts() {
        return drafts;
    }

    void visit(CodeWalk.Visit visit) {
        Expr expression = visit.expression();
        if (expression instanceof Expr.Call call) {
            if (MapCalls.is(call)) {
                pairs(call, visit);
            } else if (vocabulary.raw().isBodyMethod(call.name()) || call.name().equals("to")) {
                setter(call, visit.site());
            } else if (call.name().equals("build") && call.arguments().isEmpty()) {
                built(call, visit.site());
            }
        } else if (expression instanceof Expr.New created) {
            created(created, visit.site());
        } else if (visit.inAnnotation()) {
            // examples for a documentation, not requests
            return;
        } else if (expression instanceof Expr.Literal literal && !inConcat(visit)) {
            literal.text().filter(text -> text.contains("model")).ifPresent(text -> json(text, List.of(), visit));
        } else if (expression instanceof Expr.Concat concat) {
            concat(concat, visit);
        }
    }

    private void created(Expr.New created, Site site) {
        Optional<RequestObjects.Shape> shape = objects.shape(created, site);
        if (shape.isEmpty()) {
            return;
        }
        Optional<Expr> argument = objects.modelArgument(created, site);
        List<Value> values = argument.map(model -> linker.valuesOf(model, site))
                .orElseGet(() -> linker.valuesOf(
                        new Expr.Name(shape.get().member(), shape.get().type().place()),
                        shape.get().site()));
        add(sent(values, site), argument.map(Expr::place).orElse(created.place()), site);
    }

    /** A class of that shape may as well be what the program itself serves: then only what it writes down counts. */
    private List<Value> sent(List<Value> values, Site site) {
        List<Value> known =
                values.stream().filter(Value.Known.class::isInstance).toList();
        return known.size() == values.size() || evidence.speaksToProvider(site) ? values : known;
    }

    /** The last call on the builder of an own request class. */
    private void built(Expr.Call build, Site site) {
        linker.typeOf(build, site).flatMap(type -> objects.shape(type, site)).ifPresent(shape -> {
            List<Value> values = linker.valuesOf(new Expr.Member(build, shape.member(), build.place()), site);
            add(sent(values, site), build.place(), site);
        });
    }

    private void setter(Expr.Call call, Site site) {
        boolean kotlinPair = call.name().equals("to");
        List<Expr> arguments = call.arguments();
        Optional<Expr> key = kotlinPair ? call.scope() : arguments.stream().findFirst();
        int value = kotlinPair ? 0 : 1;
        if (key.filter(k -> isModelKey(k, site)).isPresent() && arguments.size() == value + 1 && isRequest(site)) {
            add(linker.valuesOf(arguments.get(value), site), call.place(), site);
        }
    }

    private void pairs(Expr.Call call, CodeWalk.Visit visit) {
        Site site = visit.site();
        List<Expr> arguments = call.arguments();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            boolean alone = arguments.size() == 2;
            if (isModelKey(arguments.get(i), site)
                    && (hasSibling(arguments)
                            || evidence.hasSibling(site)
                            || (alone || evidence.speaksNear(site)) && evidence.speaksToProvider(site))) {
                List<Value> keys = maps.keysBeside(call, visit);
                add(
                        linker.valuesOf(arguments.get(i + 1), site),
                        arguments.get(i).place(),
                        site,
                        keys.isEmpty() ? bearers(site) : keys);
            }
        }
    }

    private boolean hasSibling(List<Expr> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (arguments.get(i) instanceof Expr.Literal literal
                    && literal.text().filter(vocabulary.raw()::isEvidenceKey).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRequest(Site site) {
        return evidence.hasSibling(site) || evidence.speaksToProvider(site);
    }

    /** The name itself, or a constant that is called after it. */
    private boolean isModelKey(Expr key, Site site) {
        if (key instanceof Expr.Literal literal) {
            return literal.text().filter(vocabulary.raw()::isModelKey).isPresent();
        }
        String name = key instanceof Expr.Name simple
                ? simple.name()
                : key instanceof Expr.Member member ? member.name() : "";
        return name.toLowerCase(Locale.ROOT).contains("model")
                && linker.valuesOf(key, site).stream()
                        .allMatch(value -> value instanceof Value.Known known
                                && vocabulary.raw().isModelKey(known.text()));
    }

    private static boolean inConcat(CodeWalk.Visit visit) {
        return visit.parent().filter(Expr.Concat.class::isInstance).isPresent();
    }

    private void concat(Expr.Concat concat, CodeWalk.Visit visit) {
        StringBuilder text = new StringBuilder();
        List<Expr> holes = new ArrayList<>();
        for (Expr part : concat.parts()) {
            if (part instanceof Expr.Literal literal) {
                text.append(literal.text().orElse(""));
            } else {
                text.append(JsonText.HOLE);
                holes.add(part);
            }
        }
        if (text.indexOf("model") >= 0) {
            json(text.toString(), holes, visit);
        }
    }

    private void json(String text, List<Expr> holes, CodeWalk.Visit visit) {
        JsonText json = new JsonText(text);
        if (!json.isRequest(vocabulary, () -> evidence.speaksToProvider(visit.site()))) {
            return;
        }
        Expr expression = visit.expression();
        for (JsonText.Named named : json.models()) {
            Place place = placeOf(expression, named.offset());
            if (named.value().indexOf(JsonText.HOLE) >= 0) {
                int hole = json.holeAt(named.offset());
                if (hole < holes.size()) {
                    add(linker.valuesOf(holes.get(hole), visit.site()), expression.place(), visit.site());
                }
            } else if (named.value().startsWith("%")) {
                formatArgument(visit, json.argumentAt(named.offset()))
                        .ifPresent(argument -> add(linker.valuesOf(argument, visit.site()), place, visit.site()));
            } else if (!named.value().isBlank()) {
                add(List.of(new Value.Known(named.value(), Origin.JSON, Trail.written(place))), place, visit.site());
            }
        }
    }

    /** The argument with that index of {@code text.formatted(…)} or {@code String.format(text, …)}. */
    private static Optional<Expr> formatArgument(CodeWalk.Visit visit, int index) {
        return visit.parent().flatMap(parent -> {
            if (!(parent instanceof Expr.Call call)) {
                return Optional.empty();
            }
            int shift = call.scope().orElse(null) == visit.expression() ? 0 : 1;
            return call.arguments().stream().skip((long) index + shift).findFirst();
        });
    }

    /** Where the id itself stands, in a literal of whatever form. */
    private static Place placeOf(Expr expression, int offset) {
        return expression instanceof Expr.Literal literal ? literal.placeAt(offset) : expression.place();
    }

    private List<Value> bearers(Site site) {
        return evidence.bearers(site).stream()
                .flatMap(bearer -> keys.of(bearer.expression(), bearer.site()).stream())
                .toList();
    }

    private void add(List<Value> values, Place use, Site site) {
        add(values, use, site, values.isEmpty() ? List.of() : bearers(site));
    }

    private void add(List<Value> values, Place use, Site site, List<Value> keys) {
        if (values.isEmpty()) {
            return;
        }
        Optional<String> near = evidence.service(site);
        Optional<String> service = near.or(() -> evidence.onlyService(site));
        Endpoint endpoint = new Endpoint(
                        service.orElse("unknown"),
                        near.isEmpty() && service.isPresent(),
                        evidence.url(site),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .or(evidence.urlVariable(site, linker));
        KeyName key = key(keys, site, service);
        for (Value value : Choices.narrowed(values, site)) {
            if (value instanceof Value.Known known && known.text().isBlank()) {
                continue;
            }
            drafts.add(new ModelDraft(
                    value,
                    use,
                    CLIENT,
                    evidence.operation(site).orElse("unknown"),
                    endpoint,
                    key,
                    site.scope(),
                    site.module(),
                    Optional.empty()));
        }
    }

    /** The key of the nearest authentication, else the only one of the module that goes to that service. */
    private KeyName key(List<Value> keys, Site site, Optional<String> service) {
        KeyName near = KeyNames.of(keys, false);
        if (near.name().isPresent()) {
            return near;
        }
        Map<Optional<String>, KeyName> all = new LinkedHashMap<>();
        for (Linker.Located bearer : evidence.bearersOf(site, service)) {
            KeyName name = KeyNames.of(linker.valuesOf(bearer.expression(), bearer.site()), true);
            all.putIfAbsent(name.name(), name);
        }
        all.remove(Optional.<String>empty());
        return all.size() == 1 ? all.values().iterator().next() : near;
    }
}
