import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.Maven;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequestPopulator;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuilder;
import org.codehaus.plexus.ContainerConfiguration;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.classworlds.ClassWorld;

/**
 * What mvnd does: one Maven, one container, one realm for each plugin, many builds. Runs {@code verify} for each line it
 * reads. Started from its source with a Maven's jars on the class path.
 */
public final class TwoBuilds {
    /** @param arguments project folder, local repository, global settings, user settings (may not exist) */
    public static void main(String[] arguments) throws Exception {
        ClassWorld world = new ClassWorld("plexus.core", Thread.currentThread().getContextClassLoader());
        ContainerConfiguration configuration = new DefaultContainerConfiguration()
                .setClassWorld(world)
                .setRealm(world.getRealm("plexus.core"))
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven");
        DefaultPlexusContainer container = new DefaultPlexusContainer(configuration);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            MavenExecutionResult result = build(container, arguments);
            result.getExceptions().forEach(problem -> System.out.println(problem.getMessage()));
            long realms = world.getRealms().stream()
                    .filter(realm -> realm.getId().contains("keyguard-maven-plugin"))
                    .count();
            System.out.println("ENDED " + (result.hasExceptions() ? "refused" : "passed") + " in realm " + realms);
        }
    }

    private static MavenExecutionResult build(DefaultPlexusContainer container, String[] arguments) throws Exception {
        Properties system = new Properties();
        System.getenv().forEach((name, value) -> system.setProperty("env." + name, value));
        system.putAll(System.getProperties());
        Properties user = new Properties();
        user.setProperty("keyguard.cache", "false");
        DefaultSettingsBuildingRequest settings = new DefaultSettingsBuildingRequest();
        settings.setGlobalSettingsFile(new File(arguments[2]));
        settings.setUserSettingsFile(new File(arguments[3]));
        settings.setSystemProperties(system);
        MavenExecutionRequest request = new DefaultMavenExecutionRequest()
                .setSystemProperties(system)
                .setUserProperties(user)
                .setBaseDirectory(new File(arguments[0]))
                .setPom(new File(arguments[0], "pom.xml"))
                .setGoals(List.of("verify"))
                .setInteractiveMode(false);
        ((DefaultMavenExecutionRequest) request).setMultiModuleProjectDirectory(new File(arguments[0]));
        MavenExecutionRequestPopulator populator = container.lookup(MavenExecutionRequestPopulator.class);
        populator.populateFromSettings(
                request, container.lookup(SettingsBuilder.class).build(settings).getEffectiveSettings());
        request.setLocalRepositoryPath(new File(arguments[1]));
        populator.populateDefaults(request);
        return container.lookup(Maven.class).execute(request);
    }
}
