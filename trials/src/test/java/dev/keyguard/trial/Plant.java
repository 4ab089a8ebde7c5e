package dev.keyguard.trial;

import dev.keyguard.sdk.Catalogue;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refused id instead of the one at a labelled place. */
record Plant(Label label, Kind kind, String model) {
    /** Why it will be refused. */
    enum Kind {
        /** The provider has it, the key's list has not. */
        NOT_ACCESSIBLE,
        SHUT_DOWN,
        /** In the list, and not for what it is used for. */
        WRONG_OPERATION
    }

    /**
     * The line with the other id: as text, as a constant of the same class where that is named on the line, or as text
     * instead of a constant. Empty if neither id nor constant is written on it.
     */
    Optional<String> into(String line, Catalogue catalogue) {
        Matcher literal = Pattern.compile("(?<![\\w.:/-])" + Pattern.quote(label.model()) + "(?![\\w/-])")
                .matcher(line);
        if (literal.find()) {
            return Optional.of(line.substring(0, literal.start()) + model + line.substring(literal.end()));
        }
        return label.constant()
                .map(written -> written.substring(written.lastIndexOf('.') + 1))
                .flatMap(name -> constant(line, name, catalogue));
    }

    private Optional<String> constant(String line, String name, Catalogue catalogue) {
        Matcher use =
                Pattern.compile("(\\w+\\.)*\\b" + Pattern.quote(name) + "\\b").matcher(line);
        if (!use.find() || line.stripLeading().startsWith("import")) {
            return Optional.empty();
        }
        Optional<String> other = Optional.ofNullable(use.group(1))
                .flatMap(qualifier -> catalogue.libraries().stream()
                        .flatMap(library -> library.constants().entrySet().stream())
                        .filter(e -> e.getKey().endsWith("." + qualifier + name)
                                && e.getValue().equals(label.model()))
                        .flatMap(e -> sibling(e.getKey(), catalogue).stream())
                        .map(sibling -> qualifier + sibling)
                        .findFirst());
        return Optional.of(
                line.substring(0, use.start()) + other.orElse("\"" + model + "\"") + line.substring(use.end()));
    }

    /** The constant of the same class that stands for the planted id. */
    private Optional<String> sibling(String constant, Catalogue catalogue) {
        String owner = constant.substring(0, constant.lastIndexOf('.') + 1);
        return catalogue.libraries().stream()
                .flatMap(library -> library.constants().entrySet().stream())
                .filter(e -> e.getKey().startsWith(owner)
                        && e.getKey().indexOf('.', owner.length()) < 0
                        && e.getValue().equals(model))
                .map(Map.Entry::getKey)
                .map(key -> key.substring(owner.length()))
                .sorted()
                .findFirst();
    }
}
