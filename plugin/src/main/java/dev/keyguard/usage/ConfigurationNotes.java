package dev.keyguard.usage;

import dev.keyguard.sdk.Role;
import dev.keyguard.source.Module;
import dev.keyguard.value.Program;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What configuration says to nobody, and what code asks of it in vain. */
final class ConfigurationNotes {
    private final FrameworkConfiguration configuration;
    private final Program program;

    ConfigurationNotes(FrameworkConfiguration configuration, Program program) {
        this.configuration = configuration;
        this.program = program;
    }

    /** Model and key properties of libraries that are not on the module's class path. */
    List<ConfigurationNote> dead(Module module) {
        List<ConfigurationNote> notes = new ArrayList<>();
        for (FrameworkConfiguration.Setting setting : configuration.settings(module)) {
            Role role = setting.property().role();
            if (!setting.live() && (role == Role.MODEL || role == Role.KEY)) {
                notes.add(new ConfigurationNote(
                        ConfigurationNote.Kind.DEAD,
                        setting.entry().key(),
                        configuration.whyDead(setting, module),
                        setting.entry().keyPlace(),
                        ConfiguredModels.scope(module, setting.entry().keyPlace()),
                        module.name()));
            }
        }
        return notes;
    }

    /** Properties that model uses read and no file sets. */
    List<ConfigurationNote> unresolved(Collection<ModelDraft> drafts) {
        Set<ConfigurationNote> notes = new LinkedHashSet<>();
        for (ModelDraft draft : drafts) {
            if (draft.value() instanceof Value.FromConfiguration unset) {
                notes.add(new ConfigurationNote(
                        ConfigurationNote.Kind.UNRESOLVED,
                        unset.property(),
                        "no file of the project sets it",
                        unset.trail().origin(),
                        draft.scope(),
                        program.moduleOf(unset.trail().origin().file()).name()));
            }
        }
        return List.copyOf(notes);
    }
}
