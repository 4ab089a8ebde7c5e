package dev.keyguard.maven;

import org.eclipse.aether.AbstractForwardingRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.WorkspaceReader;

/** Maven's session with another view of what is at hand. */
final class TreeSession extends AbstractForwardingRepositorySystemSession {
    private final RepositorySystemSession session;
    private final WorkspaceReader workspace;

    TreeSession(RepositorySystemSession session, WorkspaceReader workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    @Override
    protected RepositorySystemSession getSession() {
        return session;
    }

    @Override
    public WorkspaceReader getWorkspaceReader() {
        return workspace;
    }
}
