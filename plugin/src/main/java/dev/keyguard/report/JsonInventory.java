package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.keyguard.access.Access;
import dev.keyguard.access.AccessBook;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parts {@code references} and {@code keys} of the JSON report. */
final class JsonInventory {
    private final JsonGenerator json;

    JsonInventory(JsonGenerator json) {
        this.json = json;
    }

    void write(Inventory inventory, Optional<AccessBook> access) throws IOException {
        json.writeArrayFieldStart("references");
        for (Reference reference : inventory.references().stream().sorted().toList()) {
            reference(reference, access);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("keys");
        for (KeyUse key : inventory.keys().stream().sorted().toList()) {
            key(key);
        }
        json.writeEndArray();
    }

    private void reference(Reference reference, Optional<AccessBook> access) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", reference.id());
        optional("model", reference.model());
        place(reference.place());
        places("uses", reference.uses());
        places("lookups", reference.lookups());
        json.writeStringField("origin", reference.origin().label());
        json.writeBooleanField("implicit", reference.implicit());
        optional("reason", reference.reason());
        json.writeStringField("client", reference.client());
        json.writeStringField("operation", reference.operation());
        json.writeStringField("service", reference.endpoint().service());
        json.writeBooleanField("serviceAssumed", reference.endpoint().assumed());
        optional("baseUrl", reference.endpoint().baseUrl());
        optional("key", reference.key().name());
        json.writeArrayFieldStart("keyNames");
        for (String name : reference.key().names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeBooleanField("keyAssumed", reference.key().assumed());
        json.writeStringField("scope", reference.scope().label());
        json.writeStringField("module", reference.module());
        if (access.isPresent()) {
            access(access.get().accessOf(reference));
        }
        json.writeEndObject();
    }

    private void access(Access access) throws IOException {
        json.writeObjectFieldStart("access");
        json.writeStringField("state", AccessText.state(access));
        optional("until", AccessText.until(access).map(LocalDate::toString));
        json.writeStringField("reason", access.reason());
        json.writeEndObject();
    }

    private void key(KeyUse key) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", key.name());
        json.writeStringField("via", key.via().label());
        place(key.place());
        places("uses", key.uses());
        places("lookups", key.lookups());
        json.writeStringField("service", key.service());
        json.writeStringField("client", key.client());
        json.writeStringField("scope", key.scope().label());
        json.writeEndObject();
    }

    private void places(String name, List<Place> places) throws IOException {
        json.writeArrayFieldStart(name);
        for (Place place : places) {
            json.writeStartObject();
            place(place);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(Place place) throws IOException {
        json.writeStringField("file", place.file());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
    }

    private void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
