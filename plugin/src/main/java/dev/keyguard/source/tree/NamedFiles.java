package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which file names stand in some code. */
final class NamedFiles {
    private final ByteSearch search;
    private final List<String> numbered;

    NamedFiles(Collection<String> names) {
        this.search = new ByteSearch(names);
        this.numbered = List.copyOf(new TreeSet<>(names));
    }

    /** The names that one of these files holds. */
    Set<String> in(List<SourceFile> code) {
        Set<String> found = new TreeSet<>();
        FileBuffer buffer = new FileBuffer();
        for (SourceFile file : code) {
            try {
                buffer.read(file);
            } catch (IOException | SecurityException e) {
                continue; // reading it for its facts will tell the problem
            }
            search.scan(
                    buffer.content(), buffer.length(), (pattern, position) -> found.add(numbered.get(pattern)) || true);
        }
        return found;
    }
}
