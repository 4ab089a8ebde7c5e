package dev.keyguard.maven;

import java.util.Optional;

/** A model that the code cannot tell: {@code <model>} in the plugin's configuration. */
public final class ModelParameter {
    /** The model's id. */
    private String id;

    /** Name of the key it is used with; {@code OPENAI_API_KEY} where absent. */
    private String key;

    /** {@code openai}, {@code azure}, {@code other:…} or a base URL; {@code openai} where absent. */
    private String service;

    /** For Maven's configurator. */
    public ModelParameter() {}

    String id() {
        if (id == null || id.isBlank()) {
            throw new BadParameterException("A <model> has no <id>. Give the model's id as the provider spells it.");
        }
        return id.strip();
    }

    String key() {
        return key == null ? "OPENAI_API_KEY" : key.strip();
    }

    Optional<String> service() {
        return Optional.ofNullable(service).map(String::strip);
    }
}
