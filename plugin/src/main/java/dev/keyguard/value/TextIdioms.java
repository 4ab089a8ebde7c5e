package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Methods of {@code String}: changes of known texts, formats, joins, replacements. */
final class TextIdioms implements ValueStep {
    private static final Set<String> SAME = Set.of(
            "trim",
            "strip",
            "stripLeading",
            "stripTrailing",
            "toLowerCase",
            "toUpperCase",
            "lowercase",
            "uppercase",
            "stripIndent",
            "intern",
            "translateEscapes",
            "trimIndent",
            "trimMargin",
            "orEmpty",
            "toString");

    /** Code that does not compile may lack it. */
    private static final Set<String> NEEDS_ARGUMENT = Set.of("concat", "ifBlank", "ifEmpty");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (call.scope().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = engine.types.of(call.scope().get(), at.site());
        if (type.isPresent()) {
            return ofClass(type.get(), call, at, engine);
        }
        Optional<Ty> receiver = engine.typing.of(call.scope().get(), at.site());
        if (receiver.isPresent() && !receiver.get().is("String", "CharSequence", "GString")) {
            return Optional.empty();
        }
        At text = at.of(call.scope().get());
        List<At> arguments = call.arguments().stream().map(at::of).toList();
        if (arguments.isEmpty() && SAME.contains(call.name())) {
            return receiver.isEmpty() && call.name().equals("toString")
                    ? Optional.empty()
                    : Optional.of(Engine.map(engine.values(text), v -> changed(v, call.name())));
        }
        if (arguments.isEmpty() && NEEDS_ARGUMENT.contains(call.name())) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "toLowerCase", "toUpperCase" ->
                Optional.of(Engine.map(engine.values(text), v -> changed(v, call.name())));
            case "concat" ->
                Optional.of(Texts.product(List.of(engine.values(text), engine.values(arguments.get(0))), call.place()));
            case "formatted", "format" -> Optional.of(new Formats(engine).percent(text, arguments, call.place()));
            case "replace", "replaceAll", "replaceFirst" ->
                arguments.size() == 2
                        ? Optional.of(replaced(text, arguments.get(0), arguments.get(1), call, engine))
                        : Optional.empty();
            case "substring" -> Optional.of(substring(engine.values(text), call));
            case "ifBlank", "ifEmpty" ->
                Optional.of(with(engine.values(text), engine.values(engine.functions.results(arguments.get(0)), at)));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Value>> ofClass(String type, Expr.Call call, At at, Engine engine) {
        List<At> arguments = call.arguments().stream().map(at::of).toList();
        if (type.equals("java.text.MessageFormat") && call.name().equals("format") && !arguments.isEmpty()) {
            return Optional.of(
                    new Formats(engine).braces(arguments.get(0), arguments.subList(1, arguments.size()), call.place()));
        }
        if (!type.equals("java.lang.String") || arguments.isEmpty()) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "valueOf", "copyValueOf" -> Optional.of(engine.values(arguments.get(0)));
            case "format" -> Optional.of(format(arguments, at, engine));
            case "join" -> Optional.of(join(arguments, at, engine));
            default -> Optional.empty();
        };
    }

    /** A locale may stand before the format. */
    private static List<Value> format(List<At> arguments, At at, Engine engine) {
        boolean locale = engine.typing
                .of(arguments.get(0).expr(), at.site())
                .filter(t -> t.is("Locale"))
                .isPresent();
        int first = locale && arguments.size() > 1 ? 1 : 0;
        return new Formats(engine)
                .percent(
                        arguments.get(first),
                        arguments.subList(first + 1, arguments.size()),
                        at.expr().place());
    }

    private static List<Value> join(List<At> arguments, At at, Engine engine) {
        List<List<Value>> parts = new ArrayList<>();
        List<Value> separator = engine.values(arguments.get(0));
        List<At> joined = arguments.subList(1, arguments.size());
        if (joined.size() == 1) {
            List<At> elements = new ArrayList<>();
            for (Source source : engine.elements(joined.get(0))) {
                if (source instanceof Source.Of of) {
                    elements.add(of.at());
                }
            }
            joined = elements.isEmpty() ? joined : elements;
        }
        for (At one : joined) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(engine.values(one));
        }
        return Texts.product(parts, at.expr().place());
    }

    private static Value changed(Value value, String method) {
        if (!(value instanceof Value.Known known)) {
            return value;
        }
        String text = change(known.text(), method);
        return text.equals(known.text()) ? known : new Value.Known(text, known.origin(), known.trail());
    }

    static String change(String text, String method) {
        return switch (method) {
            case "trim", "strip" -> text.strip();
            case "stripLeading" -> text.stripLeading();
            case "stripTrailing" -> text.stripTrailing();
            case "toLowerCase", "lowercase" -> text.toLowerCase(Locale.ROOT);
            case "toUpperCase", "uppercase" -> text.toUpperCase(Locale.ROOT);
            case "stripIndent", "trimIndent" -> text.stripIndent().strip();
            default -> text;
        };
    }

    /** A replacement in a known text: what is put in stays a part of its own, so that its origin is not lost. */
    private static List<Value> replaced(At text, At target, At replacement, Expr.Call call, Engine engine) {
        List<String> targets = engine.texts(target);
        boolean regex = !call.name().equals("replace");
        if (targets.size() != 1 || targets.get(0).isEmpty() || regex && isPattern(targets.get(0))) {
            return Engine.map(
                    engine.values(text),
                    v -> new Value.Dynamic("a text in which something is replaced", v.trail(), v.parts()));
        }
        List<Value> found = new ArrayList<>();
        List<Value> replacements = engine.values(replacement);
        String plain = regex ? targets.get(0).replace("\\", "") : targets.get(0);
        for (Value value : engine.values(text)) {
            List<List<Value>> parts = new ArrayList<>();
            for (Value part : value.parts()) {
                split(part, plain, replacements, parts);
            }
            found.addAll(Texts.product(parts, call.place()));
        }
        return found;
    }

    private static void split(Value part, String target, List<Value> replacements, List<List<Value>> parts) {
        if (!(part instanceof Value.Known known) || !known.text().contains(target)) {
            parts.add(List.of(part));
            return;
        }
        int from = 0;
        for (int at = known.text().indexOf(target); at >= 0; at = known.text().indexOf(target, from)) {
            piece(known, from, at, parts);
            parts.add(replacements);
            from = at + target.length();
        }
        piece(known, from, known.text().length(), parts);
    }

    private static void piece(Value.Known known, int from, int to, List<List<Value>> parts) {
        if (from < to) {
            parts.add(List.of(new Value.Known(known.text().substring(from, to), known.origin(), known.trail())));
        }
    }

    private static boolean isPattern(String regex) {
        return !regex.replaceAll("\\\\[^a-zA-Z0-9]", "").matches("[^\\\\\\[\\](){}.*+?^$|]*");
    }

    private static List<Value> substring(List<Value> values, Expr.Call call) {
        List<Integer> bounds = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Literal literal
                    && literal.text().orElse("").matches("\\d{1,6}")) {
                bounds.add(Integer.parseInt(literal.text().get()));
            }
        }
        return Engine.map(values, v -> {
            if (v instanceof Value.Known known
                    && !bounds.isEmpty()
                    && bounds.size() == call.arguments().size()) {
                int to = bounds.size() > 1 ? bounds.get(1) : known.text().length();
                if (bounds.get(0) <= to && to <= known.text().length()) {
                    return new Value.Known(known.text().substring(bounds.get(0), to), known.origin(), known.trail());
                }
            }
            return v instanceof Value.Known known ? new Value.Dynamic("a part of a text", known.trail()) : v;
        });
    }

    private static List<Value> with(List<Value> values, List<Value> defaults) {
        List<Value> all = new ArrayList<>(values);
        all.addAll(Engine.map(defaults, v -> Evaluator.retold(v, Origin.LITERAL, Origin.DEFAULT)));
        return all;
    }
}
