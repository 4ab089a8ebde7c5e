package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What methods of libraries return: from the catalogue, from a short list of the JDK, by the manners of builders. */
final class LibraryTypes {
    private static final String STRING = "java.lang.String";
    private static final Set<String> OPTIONAL = Set.of("get", "orElse", "orElseThrow", "orElseGet", "getIfAvailable");
    private static final Set<String> HOLDERS = Set.of(
            "Supplier",
            "Provider",
            "ObjectProvider",
            "ObjectFactory",
            "Instance",
            "Lazy",
            "ThreadLocal",
            "AtomicReference",
            "Iterator",
            "ListIterator",
            "Callable",
            "Future",
            "CompletableFuture",
            "Mono",
            "WeakReference",
            "SoftReference");
    private static final Set<String> HOLDER_READS = Set.of(
            "get",
            "getObject",
            "getIfAvailable",
            "getIfUnique",
            "next",
            "call",
            "join",
            "block",
            "getPlain",
            "getAcquire");
    private static final Set<String> SAME = Set.of(
            "filter",
            "sorted",
            "limit",
            "skip",
            "peek",
            "distinct",
            "parallel",
            "sequential",
            "or",
            "stream",
            "reversed");
    private static final Map<String, Integer> COLLECTIONS =
            Map.of("List", 0, "Set", 0, "Collection", 0, "ArrayList", 0, "Deque", 0, "Queue", 0, "LinkedList", 0);
    private static final Set<String> ELEMENT =
            Set.of("get", "getFirst", "getLast", "removeFirst", "poll", "peek", "remove", "first", "element");
    private static final Set<String> MAP_VALUE =
            Set.of("get", "getOrDefault", "computeIfAbsent", "putIfAbsent", "remove", "put", "compute", "merge");

    private final Catalogue catalogue;

    LibraryTypes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What {@code receiver.call} returns, where the receiver is no type of the workspace. */
    Optional<Ty> of(Ty receiver, Expr.Call call) {
        String method = call.name();
        Optional<String> listed = catalogue.resultOf(receiver.name(), method);
        if (listed.isPresent()) {
            return listed.map(Ty::of);
        }
        Optional<Ty> jdk = jdk(receiver, method);
        if (jdk.isPresent()) {
            return jdk;
        }
        return byManners(receiver, method);
    }

    /** Whether the workspace's or another library's type has methods the catalogue knows. */
    boolean lists(String className, String method) {
        return catalogue.resultOf(className, method).isPresent()
                || !catalogue.entryPoints(className, method).isEmpty();
    }

    private Optional<Ty> byManners(Ty receiver, String method) {
        String name = receiver.name();
        String simple = receiver.simpleName();
        boolean builder = simple.endsWith("Builder");
        if (method.equals("build") && builder) {
            int dot = name.lastIndexOf('.');
            String outer = dot < 0 ? "" : name.substring(0, dot);
            boolean nested = !outer.isEmpty()
                    && Character.isUpperCase(Occurrences.lastSegment(outer).charAt(0));
            String stripped = name.substring(0, name.length() - "Builder".length());
            return nested
                    ? Optional.of(Ty.of(outer))
                    : stripped.endsWith(".") ? Optional.empty() : Optional.of(Ty.of(stripped));
        }
        if (method.equals("builder") || method.equals("newBuilder") || method.equals("toBuilder")) {
            String own = name + "." + simple + "Builder";
            return Optional.of(Ty.of(catalogue.knowsClass(own) ? own : name + ".Builder"));
        }
        if (builder || catalogue.knowsClass(name)) {
            return Optional.of(receiver);
        }
        return Optional.empty();
    }

    private static Optional<Ty> jdk(Ty receiver, String method) {
        Ty first = receiver.argument(0);
        Ty second = receiver.argument(1);
        if (receiver.is("String")) {
            return switch (method) {
                case "length", "indexOf", "isEmpty", "isBlank", "equals" -> Optional.of(Ty.of("int"));
                case "split" -> Optional.of(new Ty(STRING, List.of(), 1));
                default -> Optional.of(Ty.of(STRING));
            };
        } else if (receiver.is("System")) {
            return switch (method) {
                case "getenv" -> Optional.of(new Ty("java.util.Map", List.of(Ty.of(STRING), Ty.of(STRING)), 0));
                case "getProperty" -> Optional.of(Ty.of(STRING));
                default -> Optional.empty();
            };
        } else if (receiver.is("StringBuilder", "StringBuffer")) {
            return Optional.of(method.equals("toString") ? Ty.of(STRING) : receiver);
        } else if (receiver.is("Optional")) {
            return OPTIONAL.contains(method) ? Optional.ofNullable(first) : same(receiver, method);
        } else if (receiver.is(
                "Map", "HashMap", "LinkedHashMap", "TreeMap", "ConcurrentHashMap", "ConcurrentMap", "EnumMap")) {
            return map(receiver, method, first, second);
        } else if (receiver.is("Entry")) {
            return Optional.ofNullable(method.equals("getKey") ? first : method.equals("getValue") ? second : null);
        } else if (COLLECTIONS.containsKey(receiver.simpleName())) {
            return collection(receiver, method, first);
        } else if (receiver.is("Stream")) {
            return switch (method) {
                case "findFirst", "findAny", "min", "max", "reduce" -> with("java.util.Optional", first);
                case "toList", "collect" -> with("java.util.List", first);
                default -> same(receiver, method);
            };
        } else if (HOLDERS.contains(receiver.simpleName())) {
            return HOLDER_READS.contains(method) ? Optional.ofNullable(first) : same(receiver, method);
        }
        return Optional.empty();
    }

    private static Optional<Ty> map(Ty receiver, String method, Ty key, Ty value) {
        if (MAP_VALUE.contains(method)) {
            return Optional.ofNullable(value);
        }
        return switch (method) {
            case "keySet" -> with("java.util.Set", key);
            case "values" -> with("java.util.Collection", value);
            case "entrySet" ->
                Optional.of(
                        new Ty("java.util.Set", List.of(new Ty("java.util.Map.Entry", receiver.arguments(), 0)), 0));
            default -> Optional.empty();
        };
    }

    private static Optional<Ty> collection(Ty receiver, String method, Ty element) {
        if (ELEMENT.contains(method)) {
            return Optional.ofNullable(element);
        }
        return switch (method) {
            case "stream", "parallelStream" -> with("java.util.stream.Stream", element);
            case "iterator", "listIterator" -> with("java.util.Iterator", element);
            case "subList", "reversed" -> Optional.of(receiver);
            default -> Optional.empty();
        };
    }

    private static Optional<Ty> same(Ty receiver, String method) {
        return SAME.contains(method) ? Optional.of(receiver) : Optional.empty();
    }

    private static Optional<Ty> with(String name, Ty argument) {
        return Optional.of(new Ty(name, argument == null ? List.of() : List.of(argument), 0));
    }
}
