package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which configuration files are read. Code may ask for any property by name, so whatever is named like configuration is
 * always read: {@code application*}, {@code bootstrap*}, {@code microprofile-config*}, {@code *.properties},
 * {@code *.env}, {@code .env*}, {@code *.conf}, compose files, and YAML in a resource folder. Other files (data, BPMN,
 * deployment descriptors, test fixtures) are read if they hold a trigger of the catalogue or speak of models, deployments
 * or keys at all, or if a code file with a trigger names them.
 */
final class ConfigurationPolicy {
    private static final Pattern NAMED_LIKE_CONFIGURATION = Pattern.compile(
            "(application|bootstrap|microprofile-config|docker-compose|compose).*|.*\\.(properties|env|conf|toml)"
                    + "|\\.env.*|env\\.list");
    private static final Pattern RESOURCE_FOLDER = Pattern.compile("(^|.*/)(resources|config|conf)/.*");
    private static final List<String> WORDS =
            List.of("model", "deployment", "api-key", "api_key", "apikey", "apiKey", "base-url", "base_url", "baseUrl");

    private ConfigurationPolicy() {}

    /** Whether the file is read whatever it holds. */
    static boolean always(SourceFile file) {
        return NAMED_LIKE_CONFIGURATION.matcher(file.name()).matches() || yamlResource(file);
    }

    /** Texts one of which must be in any other file. */
    static Set<String> triggers(Set<String> catalogue) {
        Set<String> all = new HashSet<>(catalogue);
        for (String word : WORDS) {
            all.add(word);
            all.add(word.toUpperCase(java.util.Locale.ROOT));
            all.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return all;
    }

    private static boolean yamlResource(SourceFile file) {
        return (file.extension().equals("yml") || file.extension().equals("yaml"))
                && RESOURCE_FOLDER.matcher(file.path()).matches();
    }
}
