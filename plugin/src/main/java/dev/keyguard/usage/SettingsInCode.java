package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.config.Placeholder;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Provider settings that code makes: {@code property("provider.openai.model", x)}, {@code Map.of("…", x, …)}, and lists of
 * {@code name=value} in annotations. Dotted names of one method belong together; plain ones only within one map.
 */
final class SettingsInCode {
    private final Linker linker;
    private final SettingNames names;
    private final ProviderSettings settings;
    private final Map<Object, Found> groups = new LinkedHashMap<>();

    private record Found(Site site, List<ProviderSettings.Setting> settings) {}

    SettingsInCode(Linker linker, ProviderSettings settings, SettingWords words) {
        this.linker = linker;
        this.names = new SettingNames(linker, words);
        this.settings = settings;
    }

    void visit(CodeWalk.Visit visit) {
        if (visit.expression() instanceof Expr.Call call && call.arguments().size() >= 2) {
            boolean pairs = MapCalls.is(call);
            boolean inner = visit.parent().filter(MapCalls::is).isPresent();
            if (!pairs || !plain(call, visit.site(), inner)) {
                dotted(call, visit.site());
            }
        }
    }

    private void dotted(Expr.Call call, Site site) {
        List<Expr> arguments = call.arguments();
        Object group = site.method().<Object>map(MethodFacts::place).orElse(call.place());
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (arguments.get(i) instanceof Expr.Literal key
                    && key.text().filter(k -> k.indexOf('.') > 0).isPresent()) {
                add(group, site, setting(key.text().get(), arguments.get(i + 1), key.place(), site));
            }
        }
    }

    /** A map whose names have no dots, maps in it included; whether that is one. */
    private boolean plain(Expr.Call call, Site site, boolean inner) {
        List<ProviderSettings.Setting> found = new ArrayList<>();
        flatten("", call, site, found);
        boolean worth = found.stream().anyMatch(setting -> settings.isCandidate(setting.key()));
        boolean dotted = call.arguments().get(0) instanceof Expr.Literal first
                && first.text().filter(key -> key.indexOf('.') > 0).isPresent();
        if (worth && !dotted && !inner) {
            found.forEach(setting -> add(call.place(), site, setting));
        }
        return worth && !dotted;
    }

    private void flatten(String prefix, Expr.Call call, Site site, List<ProviderSettings.Setting> found) {
        List<Expr> arguments = call.arguments();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Optional<String> name = names.of(arguments.get(i), site);
            if (name.isEmpty()) {
                continue;
            }
            Expr value = arguments.get(i + 1);
            String key = prefix + name.get();
            if (value instanceof Expr.Call nested && MapCalls.is(nested)) {
                if (prefix.isEmpty()) {
                    flatten(key + ".", nested, site, found);
                }
            } else {
                found.add(setting(key, value, arguments.get(i).place(), site));
            }
        }
    }

    private ProviderSettings.Setting setting(String key, Expr value, Place place, Site site) {
        return new ProviderSettings.Setting(key, () -> linker.valuesOf(value, site), place);
    }

    void visit(CodeWalk.Annotated annotated) {
        annotated.annotation().member("properties").ifPresent(member -> {
            List<Expr> lines = member instanceof Expr.ArrayLiteral array ? array.elements() : List.of(member);
            for (Expr line : lines) {
                if (line instanceof Expr.Literal literal) {
                    literal.text()
                            .filter(text -> text.indexOf('=') > 0)
                            .ifPresent(text -> add(
                                    annotated.annotation().place(), annotated.site(), setting(text, literal.place())));
                }
            }
        });
    }

    private static ProviderSettings.Setting setting(String text, Place place) {
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1).strip();
        Optional<Value> variable = Placeholder.references(Placeholder.parse(value, Placeholder.Style.JAVA))
                .flatMap(reference -> reference.plainName().stream())
                .<Value>map(name -> new Value.FromEnvironment(name, false, Trail.written(place)))
                .findFirst();
        Value known = new Value.Known(value, Origin.ANNOTATION, Trail.written(place));
        return new ProviderSettings.Setting(
                text.substring(0, equals).strip(), () -> List.of(variable.orElse(known)), place);
    }

    private void add(Object group, Site site, ProviderSettings.Setting setting) {
        groups.computeIfAbsent(group, g -> new Found(site, new ArrayList<>()))
                .settings()
                .add(setting);
    }

    List<ModelDraft> models() {
        List<ModelDraft> drafts = new ArrayList<>();
        candidates()
                .forEach(found -> drafts.addAll(settings.group(found.settings(), true)
                        .models(found.site().module(), found.site().scope())));
        return drafts;
    }

    List<KeyDraft> keys() {
        List<KeyDraft> drafts = new ArrayList<>();
        candidates()
                .forEach(found -> drafts.addAll(settings.group(found.settings(), true)
                        .keys(found.site().module(), found.site().scope())));
        return drafts;
    }

    private List<Found> candidates() {
        return groups.values().stream()
                .filter(found -> found.settings().stream().anyMatch(setting -> settings.isCandidate(setting.key())))
                .toList();
    }
}
