package dev.keyguard.access;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Puts questions, each once in a session, and brings the client into being with the first. */
final class Asking {
    private final AccessSettings settings;
    private final ProxyChooser proxies;
    private final ListMemo memo;
    private final Supplier<ModelLister> maker;
    private ModelLister lister;

    /** {@code maker} is called when the first question must go out, and not before. */
    Asking(AccessSettings settings, ProxyChooser proxies, ListMemo memo, Supplier<ModelLister> maker) {
        this.settings = settings;
        this.proxies = proxies;
        this.memo = memo;
        this.maker = maker;
    }

    ListQuestion question(Subject subject, Optional<SecretKey> key, ProviderProfile profile) {
        BaseUrl url = subject.url().orElseThrow();
        return new ListQuestion(
                key,
                url,
                profile,
                subject.organization(),
                subject.project(),
                proxies.proxyFor(URI.create(url.text())),
                settings.timeout());
    }

    ListAnswer list(ListQuestion question) {
        return memo.once(memo.name(question), () -> lister().list(question));
    }

    ListAnswer retrieve(ListQuestion question, String model) {
        return memo.once(memo.name(question) + "/" + model, () -> lister().retrieve(question, model));
    }

    /** An answer to a real request; {@code now}: it was sent just now, not earlier in this session. */
    record Probed(ListAnswer answer, boolean now) {}

    Probed probe(ListQuestion question, Wanted wanted, Probe probe) {
        AtomicBoolean now = new AtomicBoolean();
        ListAnswer answer = memo.once(memo.name(question) + "/" + wanted.model() + "/" + probe.operation(), () -> {
            now.set(true);
            return lister().probe(question, wanted, probe);
        });
        return new Probed(answer, now.get());
    }

    PermissionsAnswer permissions(ListQuestion question, String project) {
        return memo.onceOfProject(memo.name(question) + "/" + project, () -> lister().permissions(question, project));
    }

    /** Gets the client ready on a thread of its own, once in a session. */
    void warmUp() {
        if (!memo.first()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        lister().warmUp();
                    } catch (RuntimeException | LinkageError e) {
                        // whatever it is, the first question meets it again and says so
                    }
                },
                "keyguard-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized ModelLister lister() {
        if (lister == null) {
            lister = maker.get();
        }
        return lister;
    }
}
