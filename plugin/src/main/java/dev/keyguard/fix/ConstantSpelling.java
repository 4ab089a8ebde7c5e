package dev.keyguard.fix;

import dev.keyguard.fix.Spelling.ImportChange;
import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An id written as a library's constant, {@code ChatModel.GPT_4O} or, statically imported, {@code GPT_4O}. */
final class ConstantSpelling {
    private static final Pattern ACCESSOR = Pattern.compile("\\.(\\w+)\\(\\s*\\)");

    private final ConstantNames names;

    ConstantSpelling(ConstantNames names) {
        this.names = names;
    }

    /**
     * The edits that write another id.
     *
     * @param at       offset somewhere in the constant's name, as written
     * @param constant the old one, qualified
     * @param uses     where the id enters a client: places of methods' names
     */
    Spelling in(TextFile file, String path, int at, String constant, List<Place> uses, String newId) {
        String className = constant.substring(0, constant.lastIndexOf('.'));
        String name = constant.substring(constant.lastIndexOf('.') + 1);
        Optional<Written> found = Written.in(file.text(), at, name);
        if (found.isEmpty()) {
            return new Spelling.ByHand(name + " does not stand there as such");
        }
        Written written = found.get();
        Optional<String> successor = names.constant(className, newId);
        if (successor.isPresent()) {
            Edit edit = new Edit(path, written.nameAt(), written.nameEnd(), name, successor.get());
            return new Spelling.Edits(
                    List.of(edit),
                    written.bare() ? Optional.of(new ImportChange(className, name, successor)) : Optional.empty());
        }
        if (names.wraps(className)) {
            return wrapped(file, path, written, className, name, newId);
        }
        return text(file, path, written, className, uses, newId)
                .orElseGet(() -> new Spelling.ByHand("no constant of " + className + " on the class path stands for "
                        + newId + ", and nothing shows that text may stand there"));
    }

    private static Spelling wrapped(
            TextFile file, String path, Written written, String className, String name, String newId) {
        String call = "of(\"" + newId + "\")";
        if (!written.bare()) {
            return Spelling.Edits.of(new Edit(path, written.nameAt(), written.nameEnd(), name, call));
        }
        boolean imported = Imports.has(file.text(), className);
        String owner = imported ? className.substring(className.lastIndexOf('.') + 1) : className;
        return new Spelling.Edits(
                List.of(new Edit(path, written.nameAt(), written.nameEnd(), name, owner + "." + call)),
                Optional.of(new ImportChange(className, name, Optional.empty())));
    }

    /** The id itself: as a call's argument where the method takes text, or for what an accessor would have said. */
    private Optional<Spelling> text(
            TextFile file, String path, Written written, String className, List<Place> uses, String newId) {
        String text = file.text();
        int end = written.nameEnd();
        Matcher accessor = ACCESSOR.matcher(text).region(end, text.length());
        boolean direct = written.call(text)
                .filter(call -> names.takesText(call.method(), className))
                .filter(call -> uses.stream().anyMatch(use -> stands(file, path, use, call.at())))
                .isPresent();
        if (accessor.lookingAt() && names.isText(className, accessor.group(1))) {
            end = accessor.end();
        } else if (!direct) {
            return Optional.empty();
        }
        Edit edit = new Edit(path, written.start(), end, text.substring(written.start(), end), "\"" + newId + "\"");
        Optional<ImportChange> change = written.bare()
                ? Optional.of(new ImportChange(className, written.name(), Optional.empty()))
                : written.importedClass(text, className)
                        .map(type -> new ImportChange(
                                type.substring(0, type.lastIndexOf('.')),
                                type.substring(type.lastIndexOf('.') + 1),
                                Optional.empty()));
        return Optional.of(new Spelling.Edits(List.of(edit), change));
    }

    private static boolean stands(TextFile file, String path, Place place, int at) {
        return place.file().equals(path)
                && file.offset(place.line(), place.column()).orElse(-1) == at;
    }
}
