package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What API keys look like, and what is written where a key belongs but cannot be one. Immutable; read from
 * {@code key-shapes.json}. No method keeps, prints or returns the text it is given.
 */
public final class KeyShapes {
    /** No provider's key is longer; a longer text is not run through the patterns. */
    private static final int LONGEST = 400;

    private final Set<String> placeholders;
    private final List<Pattern> placeholderPatterns;
    private final List<Shape> shapes = new ArrayList<>();
    private final Set<String> markers = new TreeSet<>();

    private record Shape(String service, Pattern pattern, String prefix, boolean needsBinding) {}

    private KeyShapes(JsonData data) {
        this.placeholders = new HashSet<>(data.texts("placeholders"));
        this.placeholderPatterns =
                data.texts("placeholderPatterns").stream().map(Pattern::compile).toList();
        for (JsonData shape : data.objects("shapes")) {
            shapes.add(new Shape(
                    shape.text("service"),
                    Pattern.compile(shape.text("pattern")),
                    shape.optionalText("prefix").orElse(""),
                    shape.flag("bindingNeeded")));
            shape.optionalText("marker").ifPresent(markers::add);
        }
    }

    /** The shapes that come with keyguard. */
    public static KeyShapes bundled() {
        return new KeyShapes(JsonData.resource("key-shapes.json"));
    }

    /** Whether the text cannot be a key: empty, {@code demo}, {@code <YOUR-KEY>}, an unresolved placeholder, prose, a URL. */
    public boolean isPlaceholder(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || placeholders.contains(trimmed.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (trimmed.length() > LONGEST) {
            return trimmed.chars().anyMatch(Character::isWhitespace);
        }
        return placeholderPatterns.stream().anyMatch(p -> p.matcher(trimmed).matches());
    }

    /** Whether the text has the unmistakable shape of some provider's live key and is no placeholder. */
    public boolean looksLive(String text) {
        return text.length() <= LONGEST
                && shapes.stream().anyMatch(s -> !s.needsBinding() && matches(s, text))
                && !isPlaceholder(text);
    }

    /**
     * Whether the text could be a key of that service. Where the service's keys have no shape of their own (Azure,
     * Mistral), that says little: ask only for a text that is bound to the service.
     */
    public boolean hasShapeOf(String service, String text) {
        return text.length() <= LONGEST
                && shapes.stream().anyMatch(s -> s.service().equals(service) && matches(s, text))
                && !isPlaceholder(text);
    }

    /** The services whose unmistakable key shape the text has. */
    public Set<String> servicesOf(String text) {
        Set<String> services = new TreeSet<>();
        if (text.length() <= LONGEST && !isPlaceholder(text)) {
            shapes.stream().filter(s -> !s.needsBinding() && matches(s, text)).forEach(s -> services.add(s.service()));
        }
        return services;
    }

    /** A form that may be shown: the provider's public prefix, if it has one, and how long the text is. */
    public String mask(String text) {
        String prefix = "";
        for (Shape shape : shapes) {
            if (text.length() >= shape.prefix().length() + 16
                    && text.startsWith(shape.prefix())
                    && shape.prefix().length() > prefix.length()) {
                prefix = shape.prefix();
            }
        }
        return prefix + "… (" + text.length() + " characters)";
    }

    /** Texts that every key of some shape holds. */
    Set<String> markers() {
        return markers;
    }

    private static boolean matches(Shape shape, String text) {
        return shape.pattern().matcher(text.strip()).matches();
    }
}
