package dev.keyguard.source.config;

import java.util.List;

/**
 * A key as MicroProfile Config (SmallRye) and Quarkus understand it: {@code %dev.a.b} and {@code %dev,test.a.b} hold for
 * profiles only. Source: Quarkus configuration reference, "Profiles".
 *
 * @param key      without the prefix
 * @param profiles the profiles of the prefix, none if there is none
 */
record ProfiledKey(String key, List<String> profiles) {
    static ProfiledKey of(String spelt) {
        int dot = spelt.indexOf('.');
        if (!spelt.startsWith("%") || dot < 0) {
            return new ProfiledKey(spelt, List.of());
        }
        return new ProfiledKey(spelt.substring(dot + 1), Profiles.alternatives(spelt.substring(1, dot)));
    }
}
