package dev.keyguard.source.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work on a few threads that live as long as the work, while the caller waits. All have the same, large stack, so
 * that what a reader makes of a deep source does not depend on who asks. The first failure ends the work and is thrown to
 * the caller.
 *
 * @param threads number of threads; 0 runs everything on the calling one
 */
public record Parallel(int threads) {
    /** Bytes of each thread's stack. Deep sources are deep trees: readers recurse further than the default allows. */
    private static final long STACK = 16L << 20;

    /** One thread for each processor. */
    public static Parallel onAllProcessors() {
        return new Parallel(Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    /** Does something to each item, in the order given as far as several threads allow. */
    public <T> void each(List<T> items, Consumer<T> action) {
        each(items, () -> action, Consumer::accept);
    }

    /** Likewise, with something that each thread makes once for itself, such as a buffer. */
    <S, T> void each(List<T> items, Supplier<S> own, BiConsumer<S, T> action) {
        if (items.isEmpty()) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        run(Math.min(threads, items.size()), failed -> {
            S state = own.get();
            int at;
            while (failed.get() == null && (at = next.getAndIncrement()) < items.size()) {
                action.accept(state, items.get(at));
            }
        });
    }

    /** Turns items into results that may lead to further items, until there are none. Results in no order. */
    <T, R> Collection<R> expand(List<T> first, Function<T, R> work, Function<R, List<T>> further) {
        ConcurrentLinkedDeque<T> open = new ConcurrentLinkedDeque<>(first);
        AtomicInteger unfinished = new AtomicInteger(first.size());
        ConcurrentLinkedQueue<R> results = new ConcurrentLinkedQueue<>();
        run(threads, failed -> {
            while (failed.get() == null && unfinished.get() > 0) {
                T item = open.pollLast();
                if (item == null) {
                    LockSupport.parkNanos(20_000); // another thread is about to add work or to finish
                    continue;
                }
                R result = work.apply(item);
                results.add(result);
                List<T> more = further.apply(result);
                unfinished.addAndGet(more.size());
                open.addAll(more);
                unfinished.decrementAndGet();
            }
        });
        return results;
    }

    /** Like this, but on the calling thread. For work that is part of other parallel work and not deep. */
    static Parallel inline() {
        return new Parallel(0);
    }

    private static void run(int threads, Consumer<AtomicReference<Throwable>> worker) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Runnable guarded = () -> {
            try {
                worker.accept(failed);
            } catch (RuntimeException | Error e) {
                failed.compareAndSet(null, e);
            }
        };
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(null, guarded, "keyguard-" + i, STACK);
            thread.setDaemon(true);
            thread.start();
            workers.add(thread);
        }
        if (threads == 0) {
            guarded.run();
        }
        workers.forEach(Parallel::join);
        Throwable failure = failed.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
