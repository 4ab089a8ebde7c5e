package dev.keyguard.maven;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * What the runs of one Maven session share. Kept in Resolver's session data, which is the one place that works from
 * Maven 3.6.3 to 4, in parallel builds and in daemons that keep statics.
 */
final class ReactorState {
    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    private ReactorState() {}

    /** That of the session; keyed by the class, so that two versions of the plugin never share. */
    static ReactorState of(MavenSession session) {
        RepositorySystemSession repositories = session.getRepositorySession();
        SessionData data = repositories == null ? null : repositories.getData();
        if (data == null) {
            return new ReactorState();
        }
        Object found = data.get(ReactorState.class);
        if (found == null) {
            ReactorState fresh = new ReactorState();
            found = data.set(ReactorState.class, null, fresh) ? fresh : data.get(ReactorState.class);
        }
        return (ReactorState) found;
    }

    /** The value of that key, made once in a session. */
    <T> T once(Class<T> type, Object key, Supplier<T> maker) {
        return type.cast(values.computeIfAbsent(key, absent -> maker.get()));
    }
}
