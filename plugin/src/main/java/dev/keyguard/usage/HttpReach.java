package dev.keyguard.usage;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evidence of requests in reach of a file: its own, then that of the classes it names, then of those they name. The URL
 * and the header of a request often stand in a helper class; the nearest evidence speaks.
 */
final class HttpReach {
    private static final int STEPS = 2;

    private final Map<CodeFacts, HttpEvidence> evidence;
    private final Map<String, CodeFacts> declaring = new HashMap<>();
    private final Map<CodeFacts, List<List<HttpEvidence>>> reaches = new LinkedHashMap<>();
    private final Map<String, List<CodeFacts>> namingInterface = new HashMap<>();
    private final Map<String, List<CodeFacts>> namingRequest = new HashMap<>();

    /**
     * The evidence of these files.
     *
     * @param requests qualified names of the classes that are sent: who names one of them sends it, or makes it
     */
    HttpReach(Map<CodeFacts, HttpEvidence> evidence, Set<String> requests) {
        this.evidence = evidence;
        for (CodeFacts file : evidence.keySet()) {
            file.types().forEach(type -> declaring.putIfAbsent(qualified(file.packageName(), type.name()), file));
        }
        Set<String> interfaces = new HashSet<>();
        for (CodeFacts file : evidence.keySet()) {
            if (evidence.get(file).isInterfaceOfPaths()) {
                file.types().forEach(type -> interfaces.add(qualified(file.packageName(), type.name())));
            }
        }
        for (CodeFacts file : evidence.keySet()) {
            for (String name : names(file)) {
                if (interfaces.contains(name)) {
                    namingInterface
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .add(file);
                }
                if (requests.contains(name)) {
                    namingRequest.computeIfAbsent(name, n -> new ArrayList<>()).add(file);
                }
            }
        }
    }

    private static String qualified(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** Whether the file sends requests to a model provider, itself or through classes in reach. */
    boolean speaksToProvider(Site site) {
        List<HttpEvidence> all = of(site).stream().flatMap(List::stream).toList();
        return all.stream().anyMatch(HttpEvidence::speaksForItself)
                || all.stream().anyMatch(HttpEvidence::speaksToProvider);
    }

    /** Whether a URL, path or authentication of a request stands in the same method. */
    boolean speaksNear(Site site) {
        return own(site).speaksNear(site);
    }

    /** Whether a member that only requests have is set in the same method. */
    boolean hasSibling(Site site) {
        return own(site).hasSibling(site);
    }

    /** The service that the nearest URLs name. */
    Optional<String> service(Site site) {
        return nearest(site, found -> found.service(site));
    }

    /** The nearest URL. */
    Optional<String> url(Site site) {
        return nearest(site, found -> found.url(site).map(HttpEvidence.Found::text));
    }

    /** The variable of the environment for which the nearest URL is the stand-in. */
    Optional<String> urlVariable(Site site, Linker linker) {
        return nearest(site, found -> found.url(site)).flatMap(url -> {
            List<Value> values = linker.valuesOf(url.around(), url.site());
            boolean standsIn = values.stream()
                    .anyMatch(value ->
                            value instanceof Value.Known known && known.text().equals(url.text()));
            return standsIn ? Endpoints.variable(values) : Optional.empty();
        });
    }

    /** The operation that the nearest path names. */
    Optional<String> operation(Site site) {
        return nearest(site, found -> found.operation(site));
    }

    /** What stands behind the nearest {@code Bearer}. */
    List<Located> bearers(Site site) {
        for (List<HttpEvidence> step : of(site)) {
            List<Located> all =
                    step.stream().flatMap(found -> found.bearers(site).stream()).toList();
            if (!all.isEmpty()) {
                return all;
            }
        }
        return List.of();
    }

    /** The service that all URLs of the module's files agree on, for what shows none in reach. */
    Optional<String> onlyService(Site site) {
        Set<String> services = new LinkedHashSet<>();
        inModule(site).forEach(found -> services.addAll(found.services()));
        return services.size() == 1 ? Optional.of(services.iterator().next()) : Optional.empty();
    }

    /** Every key that a request of the module's files goes out with, those for that service if it is known. */
    List<Located> bearersOf(Site site, Optional<String> service) {
        return inModule(site).stream()
                .filter(found -> !found.allBearers().isEmpty())
                .filter(found -> service.isEmpty()
                        || found.services().isEmpty()
                        || found.services().contains(service.get()))
                .flatMap(found -> found.allBearers().stream())
                .toList();
    }

    private List<HttpEvidence> inModule(Site site) {
        Set<String> paths = new HashSet<>();
        site.module().files().forEach(file -> paths.add(file.path()));
        return evidence.entrySet().stream()
                .filter(entry -> paths.contains(entry.getKey().path()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private HttpEvidence own(Site site) {
        return evidence.get(site.file());
    }

    /** The one answer of the nearest step that has any; absent where the step has several. */
    private <T> Optional<T> nearest(Site site, Function<HttpEvidence, Optional<T>> question) {
        for (List<HttpEvidence> step : of(site)) {
            Set<T> answers = step.stream()
                    .sorted(Comparator.comparing(HttpEvidence::isOpen))
                    .flatMap(found -> question.apply(found).stream())
                    .distinct()
                    .limit(2) // two are as good as more, and the open ones are dear to ask
                    .collect(Collectors.toSet());
            if (!answers.isEmpty()) {
                return answers.size() == 1 ? Optional.of(answers.iterator().next()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<List<HttpEvidence>> of(Site site) {
        return reaches.computeIfAbsent(site.file(), this::reach);
    }

    private List<List<HttpEvidence>> reach(CodeFacts start) {
        List<List<HttpEvidence>> steps = new ArrayList<>();
        Set<CodeFacts> seen = new HashSet<>(Set.of(start));
        List<CodeFacts> at = List.of(start);
        for (int step = 0; step <= STEPS && !at.isEmpty(); step++) {
            steps.add(at.stream().map(evidence::get).toList());
            List<CodeFacts> next = new ArrayList<>();
            for (CodeFacts file : at) {
                neighbours(file).stream().filter(seen::add).forEach(next::add);
            }
            at = next;
        }
        // the interface of an HTTP client, then what is sent through it, lead to where that client is made
        for (Map<String, List<CodeFacts>> naming : List.of(namingInterface, namingRequest)) {
            steps.add(names(start).stream()
                    .flatMap(name -> naming.getOrDefault(name, List.of()).stream())
                    .filter(seen::add)
                    .map(evidence::get)
                    .toList());
        }
        return steps;
    }

    private List<CodeFacts> neighbours(CodeFacts file) {
        Set<CodeFacts> found = new LinkedHashSet<>();
        for (String name : names(file)) {
            Optional.ofNullable(declaring.get(name)).ifPresent(found::add);
        }
        found.remove(file);
        return List.copyOf(found);
    }

    /** Qualified names of the classes a file may name. */
    private static Set<String> names(CodeFacts file, HttpEvidence evidence) {
        Set<String> found = new LinkedHashSet<>();
        for (ImportFact fact : file.imports()) {
            found.add(
                    fact.isStatic() && !fact.wildcard()
                            ? fact.name().substring(0, Math.max(0, fact.name().lastIndexOf('.')))
                            : fact.name());
        }
        new TypeMentions(file, evidence.typeNames())
                .all()
                .forEach(name -> found.add(qualified(file.packageName(), name)));
        return found;
    }

    private Set<String> names(CodeFacts file) {
        return names(file, evidence.get(file));
    }

    /** The first name of a scope that may be a type's: {@code Util} of {@code Util.call()}. */
    static Optional<String> typeName(Expr expression) {
        return expression instanceof Expr.Name name
                        && !name.name().isEmpty()
                        && Character.isUpperCase(name.name().charAt(0))
                ? Optional.of(name.name())
                : Optional.empty();
    }
}
