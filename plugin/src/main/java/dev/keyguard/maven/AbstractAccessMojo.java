package dev.keyguard.maven;

import dev.keyguard.access.Online;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that ask, or may ask, a provider what a key may use. */
abstract class AbstractAccessMojo extends AbstractKeyguardMojo {
    /**
     * Whether providers are asked: <code>auto</code> where a key is found and the network answers, <code>required</code>
     * makes everything that could not be asked an error, <code>never</code> uses lock file, cache and model table only.
     */
    @Parameter(property = "keyguard.online", defaultValue = "auto")
    private String online;

    /**
     * Endpoints that may be sent a key, besides OpenAI's own:
     * <code>&lt;service&gt;&lt;url/&gt;&lt;profile/&gt;&lt;key/&gt;&lt;/service&gt;</code>. Typed:
     * <code>-Dkeyguard.services=URL,URL=KEYNAME</code>. Only the plugin's configuration, your settings.xml and what you
     * type count; POM properties and files in <code>.mvn</code> do not.
     */
    @Parameter
    private List<ServiceParameter> services;

    /**
     * Where this build takes keys from when it holds its own, restricted ones: <code>&lt;key&gt;&lt;name/&gt;</code> (as
     * the code calls it) <code>&lt;env/&gt;</code> or <code>&lt;serverId/&gt;</code>,
     * <code>&lt;service/&gt;&lt;/key&gt;</code>. Typed: <code>-Dkeyguard.keys=NAME=VARIABLE</code>. Never a value. What
     * counts is as for <code>services</code>.
     */
    @Parameter
    private List<KeyParameter> keys;

    /** Models that the code cannot tell: <code>&lt;model&gt;&lt;id/&gt;&lt;key/&gt;&lt;service/&gt;&lt;/model&gt;</code>. */
    @Parameter
    private List<ModelParameter> models;

    /** How long a list of models is good without asking again. */
    @Parameter(property = "keyguard.cacheTtl", defaultValue = "1h")
    private String cacheTtl;

    /** The lock file; <code>keyguard.lock.json</code> in the root if not given. */
    @Parameter(property = "keyguard.lockFile")
    private File lockFile;

    /** How old the lock file, or a list kept from an earlier build, may be and still answer where nobody else does. */
    @Parameter(property = "keyguard.lockMaxAge", defaultValue = "30d")
    private String lockMaxAge;

    /** How long one request may take in all. */
    @Parameter(property = "keyguard.timeout", defaultValue = "10s")
    private String timeout;

    /**
     * Whether each model that the code uses, and that no list refuses, is asked with the cheapest real request, at most
     * ten of them. The key's owner pays: some ten tokens for each model and operation, again when <code>cacheTtl</code>
     * is over. Image, video, speech, audio, transcription, realtime and search models are never asked.
     */
    @Parameter(property = "keyguard.probe", defaultValue = "false")
    private boolean probe;

    /**
     * Whether the admin key of this build (<code>OPENAI_ADMIN_KEY</code>, or what <code>keys</code> says for that name)
     * may be used to ask for the project's allow or deny list when a model is refused, to say why. It is sent to OpenAI
     * alone, or to an endpoint that <code>services</code> names for this very key.
     */
    @Parameter(property = "keyguard.admin", defaultValue = "false")
    private boolean admin;

    /**
     * Whether keys are looked up in the <code>.env</code> file of the module, else of the root, too: last, after
     * environment and settings.xml. It never says where a key may go.
     */
    @Parameter(property = "keyguard.dotEnv", defaultValue = "false")
    private boolean dotEnv;

    /** The day that shutdown dates are compared with; today if not given. */
    @Parameter(property = "keyguard.today")
    private String today;

    AbstractAccessMojo(MavenServices maven) {
        super(maven);
    }

    final AccessOptions accessOptions() {
        return new AccessOptions(
                Choice.of("keyguard.online", online, Online.class),
                Trust.of(context(), given(services), given(keys)),
                given(models),
                TimeSpan.of("keyguard.cacheTtl", cacheTtl, "s"),
                Optional.ofNullable(lockFile).map(File::toPath),
                TimeSpan.of("keyguard.lockMaxAge", lockMaxAge, "d"),
                TimeSpan.of("keyguard.timeout", timeout, "s"),
                probe,
                admin,
                dotEnv,
                AccessOptions.day(today));
    }

    private static <T> List<T> given(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
