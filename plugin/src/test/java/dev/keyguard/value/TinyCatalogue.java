package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/** A catalogue that knows nothing but triggers. */
final class TinyCatalogue {
    private TinyCatalogue() {}

    static Catalogue of(String... triggers) {
        return (Catalogue) Proxy.newProxyInstance(
                TinyCatalogue.class.getClassLoader(), new Class<?>[] {Catalogue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("triggers")) {
                        return Set.of(triggers);
                    }
                    if (method.getName().equals("libraries")) {
                        return List.of();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
