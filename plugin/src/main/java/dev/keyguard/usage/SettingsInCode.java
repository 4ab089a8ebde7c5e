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
 * {@code name=value} in annotations.
 */
final class SettingsInCode {
    private final Linker linker;
    private final ProviderSettings settings;
    private final Map<Object, List<ProviderSettings.Setting>> groups = new LinkedHashMap<>();
    private final Map<Object, Site> sites = new LinkedHashMap<>();

    SettingsInCode(Linker linker, ProviderSettings settings) {
        this.linker = linker;
        this.settings = settings;
    }

    void visit(CodeWalk.Visit visit) {
        if (visit.expression() instanceof Expr.Call call && call.arguments().size() >= 2) {
            List<Expr> arguments = call.arguments();
            Object group = visit.site().method().<Object>map(MethodFacts::place).orElse(call.place());
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                if (arguments.get(i) instanceof Expr.Literal key
                        && key.text().filter(k -> k.indexOf('.') > 0).isPresent()) {
                    Expr value = arguments.get(i + 1);
                    add(
                            group,
                            visit.site(),
                            new ProviderSettings.Setting(
                                    key.text().get(), () -> linker.valuesOf(value, visit.site()), key.place()));
                }
            }
        }
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
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(setting);
        sites.putIfAbsent(group, site);
    }

    List<ModelDraft> models() {
        List<ModelDraft> drafts = new ArrayList<>();
        candidates().forEach((site, group) -> drafts.addAll(settings.models(group, true, site.module(), site.scope())));
        return drafts;
    }

    List<KeyDraft> keys() {
        List<KeyDraft> drafts = new ArrayList<>();
        candidates().forEach((site, group) -> drafts.addAll(settings.keys(group, true, site.module(), site.scope())));
        return drafts;
    }

    private Map<Site, List<ProviderSettings.Setting>> candidates() {
        Map<Site, List<ProviderSettings.Setting>> found = new LinkedHashMap<>();
        groups.forEach((key, group) -> {
            if (group.stream().anyMatch(setting -> settings.isCandidate(setting.key()))) {
                found.put(sites.get(key), group);
            }
        });
        return found;
    }
}
