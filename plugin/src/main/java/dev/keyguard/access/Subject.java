package dev.keyguard.access;

import dev.keyguard.usage.KeyName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A key at an endpoint: what one list answers for.
 *
 * @param key      the key's name; {@code none} at endpoints that want no key
 * @param names    the names it may be found under, the one that counts first
 * @param service  as in {@link dev.keyguard.usage.Endpoint}
 * @param url      where requests go; absent where that cannot be told
 * @param written  the base URL as the code has it, for people
 * @param assumed  whether nothing names the base URL
 * @param bound    whether the code itself ties key and endpoint
 * @param module   whose {@code .env} may be read
 * @param defect   why requests to the base URL cannot arrive, where that shows without asking
 */
record Subject(
        String key,
        List<String> names,
        String service,
        Optional<BaseUrl> url,
        String written,
        Optional<String> organization,
        Optional<String> project,
        boolean assumed,
        boolean bound,
        String module,
        Optional<String> defect) {
    static final String NO_KEY = "none";

    static final Comparator<Subject> ORDER = Comparator.comparing(Subject::key)
            .thenComparing(Subject::service)
            .thenComparing(Subject::where)
            .thenComparing(subject -> subject.organization().orElse(""))
            .thenComparing(subject -> subject.project().orElse(""));

    /** What makes two uses the same question. */
    record Identity(
            String key,
            String service,
            String where,
            Optional<String> organization,
            Optional<String> project,
            boolean defect) {}

    Identity identity() {
        return new Identity(key, service, where(), organization, project, defect.isPresent());
    }

    /** The URL for people and reports. */
    String where() {
        return url.map(BaseUrl::text).orElse(written);
    }

    boolean hardCoded() {
        return key.equals(KeyName.HARD_CODED);
    }

    /** The same, tied by the code if either is. */
    Subject and(Subject other) {
        return bound || !other.bound
                ? this
                : new Subject(key, names, service, url, written, organization, project, assumed, true, module, defect);
    }
}
