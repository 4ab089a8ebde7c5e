package dev.keyguard.access;

/** The port to providers. Safe to use from several threads; never throws for what the network or the answer does. */
interface ModelLister extends AutoCloseable {
    /** The models the key may use. */
    ListAnswer list(ListQuestion question);

    /** Whether there is that one model for the key; {@link ListAnswer.Listed} with it alone if so. */
    ListAnswer retrieve(ListQuestion question, String model);

    /** Whether the model answers a real request; {@link ListAnswer.Listed} with it alone if so. Costs what it says. */
    ListAnswer probe(ListQuestion question, Wanted wanted, Probe probe);

    /** The allow or deny list of a project, for an admin key. */
    PermissionsAnswer permissions(ListQuestion question, String project);

    /** Gets ready, so that the first question finds everything loaded. Asks nobody. */
    void warmUp();

    @Override
    void close();
}
