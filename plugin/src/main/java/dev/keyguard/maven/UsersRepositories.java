package dev.keyguard.maven;

import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Sends every question for an artifact to a repository that the user has, whatever repositories a pom names: to the
 * user's mirror for it if there is one, else to the first of the user's.
 *
 * @param known the user's repositories
 */
record UsersRepositories(MirrorSelector mirrors, List<ArtifactRepository> known) implements MirrorSelector {
    /** A session that asks no other repositories. */
    static RepositorySystemSession in(RepositorySystemSession session, Collection<ArtifactRepository> known) {
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
        own.setMirrorSelector(new UsersRepositories(session.getMirrorSelector(), List.copyOf(known)));
        return own;
    }

    @Override
    public RemoteRepository getMirror(RemoteRepository repository) {
        RemoteRepository mirror = mirrors == null ? null : mirrors.getMirror(repository);
        if (mirror != null || known.stream().anyMatch(own -> same(own.getUrl(), repository.getUrl()))) {
            return mirror;
        }
        RemoteRepository.Builder instead = known.isEmpty()
                ? new RemoteRepository.Builder("none", repository.getContentType(), "file:/nonexistent")
                : new RemoteRepository.Builder(
                        known.get(0).getId(),
                        repository.getContentType(),
                        known.get(0).getUrl());
        return instead.setMirroredRepositories(List.of(repository)).build();
    }

    private static boolean same(String one, String other) {
        return one != null && one.replaceFirst("/$", "").equals(other.replaceFirst("/$", ""));
    }
}
