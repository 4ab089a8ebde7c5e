package dev.keyguard.source.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a value apart into what stands in it and what it refers to. Nothing is looked up here. */
public final class Placeholder {
    private Placeholder() {}

    /** How references are written in a file. */
    public enum Style {
        /**
         * Spring, MicroProfile Config, Maven filtering: <code>${name:default}</code>, <code>#{SpEL}</code>,
         * {@code @name@}; escaped with a backslash.
         */
        JAVA,
        /**
         * Shell, {@code .env} files and docker-compose: <code>${NAME:-default}</code>, <code>${NAME-default}</code>,
         * {@code $NAME}; {@code $$} is a dollar.
         */
        SHELL,
        /** Kubernetes' {@code env} lists and arguments: {@code $(NAME)}; {@code $$} is a dollar. */
        KUBERNETES;

        /** The style of a file, judged by its name; Kubernetes manifests are not told apart from other YAML files. */
        public static Style of(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean shell = DotenvReader.isDotenv(name) || name.matches("(docker-)?compose[^/]*\\.ya?ml");
            return shell ? SHELL : JAVA;
        }
    }

    /** A piece of a value. */
    public sealed interface Part {
        /** Where it begins in the value, counted from 0 in UTF-16 units. */
        int offset();
    }

    /** Text that stands for itself, escapes undone. */
    public record Literal(String text, int offset) implements Part {}

    /**
     * A reference to a property or variable.
     *
     * @param kind         where the name is looked up
     * @param name         mostly one literal; parts where references stand within the name
     * @param defaultValue what holds if nothing sets the name; may be empty text
     */
    public record Reference(Kind kind, List<Part> name, Optional<List<Part>> defaultValue, int offset) implements Part {
        /** The name, if no reference stands within it. */
        public Optional<String> plainName() {
            return plainText(name);
        }
    }

    /** Where the name of a reference is looked up. */
    public enum Kind {
        /** Configuration properties, and as a Java framework does it, system properties and the environment. */
        PROPERTY,
        /** Environment variables. */
        ENVIRONMENT,
        /** Properties of the build ({@code @project.version@}). */
        BUILD
    }

    /**
     * An expression in a language of its own (SpEL, a shell command, a template), which is not evaluated.
     *
     * @param text   as written, with its brackets
     * @param inside what could be understood within it: references are found there, too
     */
    public record Opaque(String text, List<Part> inside, int offset) implements Part {}

    /**
     * Looks like a reference but is none to any framework, so that the text itself arrives: {@code $(name)}, or
     * <code>${name</code> without an end.
     *
     * @param text   as written
     * @param name   what it was meant to refer to, if that can be told
     * @param remedy what to write instead
     */
    public record Malformed(String text, Optional<String> name, String remedy, int offset) implements Part {}

    /** The parts of a value, in order; empty for the empty text. Never fails; nesting is bounded. */
    public static List<Part> parse(String value, Style style) {
        return mayRefer(value)
                ? new PlaceholderParser(value, style).parse()
                : value.isEmpty() ? List.of() : List.of(new Literal(value, 0));
    }

    /** The text of parts that refer to nothing. */
    public static Optional<String> plainText(List<Part> parts) {
        return parts.stream().allMatch(Literal.class::isInstance)
                ? Optional.of(
                        parts.stream().map(part -> ((Literal) part).text()).collect(Collectors.joining()))
                : Optional.empty();
    }

    /** Every reference in these parts, those in names, defaults and expressions included, in order. */
    public static Stream<Reference> references(List<Part> parts) {
        return parts.stream().flatMap(part -> {
            if (part instanceof Reference reference) {
                Stream<Reference> within = Stream.concat(
                        references(reference.name()),
                        reference.defaultValue().stream().flatMap(Placeholder::references));
                return Stream.concat(Stream.of(reference), within);
            }
            return part instanceof Opaque opaque ? references(opaque.inside()) : Stream.empty();
        });
    }

    private static boolean mayRefer(String value) {
        return value.indexOf('$') >= 0 || value.indexOf('{') >= 0 || value.indexOf('@') >= 0;
    }
}
