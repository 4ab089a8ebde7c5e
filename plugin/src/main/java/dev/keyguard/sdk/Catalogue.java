package dev.keyguard.sdk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The client libraries keyguard knows, indexed for look-up. Immutable; safe to share between threads. */
public interface Catalogue {
    /** All libraries, in the order of their ids. */
    Collection<Library> libraries();

    /** The library with that id. */
    Optional<Library> library(String id);

    /** Entry points with that method name, of all libraries. */
    List<EntryPoint> entryPoints(String method);

    /** Entry points that a receiver (or constructed class) of that qualified name has, inherited ones included. */
    List<EntryPoint> entryPoints(String className, String method);

    /** The class a method of that class returns, if the catalogue knows better than «its own class». */
    Optional<String> resultOf(String className, String method);

    /** Whether some library names that class: as owner of an entry point, factory, constant or wrapper. */
    boolean knowsClass(String className);

    /** Qualified names of the classes known under that simple name (last segment), for wildcard imports. */
    Set<String> classesNamed(String simpleName);

    /** The library a class belongs to, by its package. */
    Optional<Library> libraryOf(String className);

    /** The model id behind a qualified constant. */
    Optional<String> constant(String qualifiedName);

    /** Whether {@code method} on a constant of the catalogue, or on a model wrapper, only gives its id. */
    boolean isAccessor(String method);

    /** Whether {@code className.method(x)} is {@code x} as a model. */
    boolean isWrapper(String className, String method);

    /** The properties that match a canonical key, named segments matched. */
    List<ConfigProperty> properties(String canonicalKey);

    /** Byte patterns (ASCII) one of which occurs in every file worth parsing at once; derived from the libraries. */
    Set<String> triggers();
}
