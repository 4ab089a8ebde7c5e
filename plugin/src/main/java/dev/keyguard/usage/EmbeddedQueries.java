package dev.keyguard.usage;

import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Models and keys inside queries of another language (Cypher, SQL, GraphQL …) that call a provider:
 * <code>CALL ai.openai.chat($messages, {model: 'gpt-4o', apiKey: $key})</code>. An object of the query counts that has a
 * key beside the model; parameters are looked up in the map that the same call is given.
 */
final class EmbeddedQueries {
    static final String CLIENT = "query";

    private static final int LONGEST = 20_000;
    private static final Pattern OBJECT = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern MEMBER = Pattern.compile(
            "([A-Za-z_][A-Za-z0-9_]*)[\"'`]?\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\"|[$:@]([A-Za-z_][A-Za-z0-9_]*))");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*(?:[.:]+[A-Za-z0-9_]+)+)\\s*\\(");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final SettingWords words;
    private final Services services;
    private final KeyShapes shapes;
    private final MapCalls maps;
    private final List<ModelDraft> models = new ArrayList<>();
    private final List<KeyDraft> keys = new ArrayList<>();

    EmbeddedQueries(Linker linker, SettingWords words, Services services, KeyShapes shapes) {
        this.words = words;
        this.services = services;
        this.shapes = shapes;
        this.maps = new MapCalls(linker, words);
    }

    List<ModelDraft> models() {
        return models;
    }

    List<KeyDraft> keys() {
        return keys;
    }

    void visit(CodeWalk.Visit visit) {
        if (visit.expression() instanceof Expr.Literal literal) {
            boolean joined =
                    visit.parent().filter(Expr.Concat.class::isInstance).isPresent();
            literal.text()
                    .filter(text -> !joined && text.length() <= LONGEST)
                    .ifPresent(text -> query(List.of(literal), text, visit));
        } else if (visit.expression() instanceof Expr.Concat concat) {
            List<Expr.Literal> pieces = concat.parts().stream()
                    .filter(Expr.Literal.class::isInstance)
                    .map(Expr.Literal.class::cast)
                    .toList();
            StringBuilder whole = new StringBuilder();
            pieces.forEach(piece -> whole.append(piece.text().orElse("")));
            if (whole.length() <= LONGEST) {
                query(pieces, whole.toString(), visit);
            }
        }
    }

    private void query(List<Expr.Literal> pieces, String whole, CodeWalk.Visit visit) {
        if (whole.indexOf('(') < 0 || whole.indexOf(' ') < 0) {
            return;
        }
        Optional<String> provider = FUNCTION.matcher(whole)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split("[.:]+")))
                .flatMap(segment -> words.service(segment).stream())
                .findFirst();
        for (Expr.Literal piece : pieces) {
            String text = piece.text().orElse("");
            if (text.indexOf(':') >= 0) {
                OBJECT.matcher(text).results().forEach(object -> object(object, piece, provider, visit));
            }
            provider.ifPresent(service -> hardCoded(text, piece, service, visit.site()));
        }
    }

    private void object(MatchResult object, Expr.Literal piece, Optional<String> provider, CodeWalk.Visit visit) {
        List<MatchResult> members = MEMBER.matcher(object.group(1)).results().toList();
        Optional<MatchResult> key =
                members.stream().filter(member -> words.isKey(member.group(1))).findFirst();
        if (key.isEmpty()) {
            return;
        }
        List<Value> given = values(key.get(), object.start(1), piece, visit);
        String service = given.stream()
                .flatMap(value -> KeyNames.nameOf(value).stream())
                .flatMap(name -> services.serviceOfKeyName(name).stream())
                .findFirst()
                .or(() -> provider)
                .orElse("unknown");
        Endpoint endpoint =
                new Endpoint(service, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Site site = visit.site();
        members.stream()
                .filter(member -> words.isModel(member.group(1)))
                .forEach(member -> values(member, object.start(1), piece, visit)
                        .forEach(value -> models.add(new ModelDraft(
                                value,
                                piece.placeAt(object.start(1) + member.start()),
                                CLIENT,
                                "unknown",
                                endpoint,
                                KeyNames.of(given, false),
                                site.scope(),
                                site.module(),
                                Optional.empty()))));
    }

    /** What a member of the query's object is: written there, or a parameter from the map beside the query. */
    private List<Value> values(MatchResult member, int offset, Expr.Literal piece, CodeWalk.Visit visit) {
        int group = member.group(2) != null ? 2 : 3;
        if (member.group(4) == null) {
            Place place = piece.placeAt(offset + member.start(group));
            return member.group(group).isBlank()
                    ? List.of()
                    : List.of(new Value.Known(member.group(group), Origin.JSON, Trail.written(place)));
        }
        List<Value> found = new ArrayList<>();
        if (visit.parent().orElse(null) instanceof Expr.Call call) {
            for (Expr argument : call.arguments()) {
                if (argument instanceof Expr.Call map && MapCalls.is(map)) {
                    found.addAll(maps.under(member.group(4)::equals, map, visit.site()));
                }
            }
        }
        Place place = piece.placeAt(offset + member.start(4));
        return found.isEmpty()
                ? List.of(new Value.Dynamic("parameter " + member.group(4) + " of a query", Trail.written(place)))
                : found;
    }

    /** A quoted word that is a key, or stands where one belongs, in a query that calls a provider. */
    private void hardCoded(String text, Expr.Literal piece, String service, Site site) {
        QUOTED.matcher(text).results().forEach(quoted -> {
            int group = quoted.group(1) != null ? 1 : 2;
            String word = quoted.group(group);
            boolean inPlaceOfOne = word.toLowerCase(Locale.ROOT).contains("key") && shapes.isPlaceholder(word);
            if (word.indexOf(' ') < 0 && (inPlaceOfOne || shapes.looksLive(word))) {
                Place place = piece.placeAt(quoted.start(group));
                keys.add(KeyDraft.inCode(
                        new Value.Known(word, Origin.LITERAL, Trail.written(place)),
                        place,
                        service,
                        Optional.empty(),
                        site));
            }
        });
    }
}
