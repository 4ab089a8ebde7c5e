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
 *                 ({@code spring.config.activate.on-profile}, {@code spring.profiles}) or a {@code %dev.} prefix. Several
 *                 profiles of which any is enough give one entry each; a Spring profile expression stays as written
 *                 ({@code !prod}, {@code dev & eu}), and a file's profile and a document's are joined with {@code &}
 * @param document index of the YAML document, of the {@code #---} section of a properties file or of the record of a
 *                 {@code .jsonl} file; 0 elsewhere
 */
public record ConfigEntry(
        String key, String value, Place place, Place keyPlace, Optional<String> profile, int document) {}
