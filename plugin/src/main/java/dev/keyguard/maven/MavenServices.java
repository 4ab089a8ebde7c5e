package dev.keyguard.maven;

import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Maven's own services, as injected into the goals. */
record MavenServices(
        ProjectDependenciesResolver dependenciesResolver, ProjectBuilder projectBuilder, SettingsDecrypter decrypter) {}
