package dev.keyguard.source.config;

import dev.keyguard.source.Place;
import java.util.Optional;

/**
 * One scalar of a configuration file.
 *
 * @param key      the full key: segments joined with {@code .}, list items as {@code [0]}, exactly as spelt; a Quarkus
 *                 {@code %dev.} prefix is cut off and stands in {@code profile}
 * @param value    the text with quotes and escapes undone, placeholders untouched
 * @param place    where the value is written (first character of the value; the key's where the value is empty)
 * @param keyPlace where the last segment of the key is written
 * @param profile  the profile the entry holds for: from the file's name ({@code application-dev.yml}), the document
 *                 ({@code spring.config.activate.on-profile}, {@code spring.profiles}) or a {@code %dev.} prefix
 * @param document index of the YAML document, 0 for other formats
 */
public record ConfigEntry(
        String key, String value, Place place, Place keyPlace, Optional<String> profile, int document) {}
