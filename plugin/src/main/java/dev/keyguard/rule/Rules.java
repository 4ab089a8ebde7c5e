package dev.keyguard.rule;

import dev.keyguard.sdk.Catalogue;
import java.util.List;
import java.util.Optional;

/** The rules of keyguard, in the order in which people should read about them. */
public final class Rules {
    private Rules() {}

    /** Every rule; advice on properties comes from the catalogue. */
    public static List<Rule> all(Catalogue catalogue) {
        return all(ModelProperties.of(catalogue));
    }

    /** Every rule. */
    public static List<Rule> all() {
        return all(ModelProperties.none());
    }

    /** The rule with that id. */
    public static Optional<Rule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static List<Rule> all(ModelProperties properties) {
        return List.of(
                new ModelNotAccessible(),
                new ModelShutDown(),
                new ModelShuttingDown(),
                new ModelUnknown(),
                new ModelWrongOperation(),
                new KeyRejected(),
                new KeyScope(),
                new KeyHardcoded(),
                new KeyPlaceholder(),
                new KeyMissing(),
                new KeyUnbound(),
                new EndpointWrong(),
                new OrganizationMismatch(),
                new ConfigurationUnresolved(),
                new ConfigurationDead(),
                new ModelImplicit(properties),
                new ModelDynamic(),
                new ModelHardcoded(),
                new PermissionDeniedUnhandled(),
                new ParseFailed(),
                new SuppressionUnused());
    }
}
