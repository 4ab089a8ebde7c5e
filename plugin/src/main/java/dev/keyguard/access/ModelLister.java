package dev.keyguard.access;

/** The port to providers. Safe to use from several threads; never throws for what the network or the answer does. */
interface ModelLister extends AutoCloseable {
    /** The models the key may use. */
    ListAnswer list(ListQuestion question);

    /** Whether there is that one model for the key; {@link ListAnswer.Listed} with it alone if so. */
    ListAnswer retrieve(ListQuestion question, String model);

    @Override
    void close();
}
