package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Value;

/** One value of one key use, before uses of the same look-up are put together. */
record KeyDraft(Value value, boolean implied, Place use, String service, String client, Scope scope, Module module) {}
