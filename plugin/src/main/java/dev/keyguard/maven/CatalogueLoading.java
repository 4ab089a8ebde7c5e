package dev.keyguard.maven;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads the catalogue while Maven and the walk are still busy; once for all modules of a session. */
final class CatalogueLoading {
    private final FutureTask<Catalogue> task = new FutureTask<>(JsonCatalogue::bundled);

    private CatalogueLoading() {}

    /** Begins at once. */
    static CatalogueLoading begin() {
        CatalogueLoading loading = new CatalogueLoading();
        Thread thread = new Thread(loading.task, "keyguard-catalogue");
        thread.setDaemon(true);
        thread.start();
        return loading;
    }

    /** The catalogue, as soon as it is read. An interrupt is passed on, and waited out: it is a matter of milliseconds. */
    Catalogue catalogue() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
