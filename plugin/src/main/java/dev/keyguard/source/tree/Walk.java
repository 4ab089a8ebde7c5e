package dev.keyguard.source.tree;

import dev.keyguard.source.Problem;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.tree.Listing.Folder;
import dev.keyguard.source.tree.Listing.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists folders and all below them. Links that stay below the boundary are followed when everything else is listed, and
 * only where they lead to something not seen yet: so a loop ends, and nothing is seen twice.
 */
final class Walk {
    private final Path boundary;
    private final FileFilter filter;
    private final Parallel parallel;
    private final TreeMap<String, SourceFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> entered = new ArrayList<>();
    private final Set<Path> linked = new HashSet<>();
    private int others;

    /** @param boundary real path; links that lead out of it are not followed */
    Walk(Path boundary, FileFilter filter, Parallel parallel) {
        this.boundary = boundary;
        this.filter = filter;
        this.parallel = parallel;
    }

    void add(List<Folder> roots) {
        roots.forEach(root -> real(root.absolute()).ifPresent(entered::add));
        List<Link> links = list(roots);
        while (!links.isEmpty()) {
            links.sort(Comparator.comparing(Link::path));
            List<Link> next = new ArrayList<>();
            for (Link link : links) {
                next.addAll(follow(link));
            }
            links = next;
        }
    }

    /** A file that no walk leads to. */
    void add(SourceFile file) {
        if (filter.wants(file.path(), file.scope()) && filter.readable(file)) {
            files.putIfAbsent(file.path(), file);
        }
    }

    List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }

    int others() {
        return others;
    }

    private List<Link> list(List<Folder> roots) {
        List<Link> links = new ArrayList<>();
        for (Listing listing : parallel.expand(roots, folder -> Listing.of(folder, filter), Listing::folders)) {
            listing.files().forEach(file -> files.putIfAbsent(file.path(), file));
            links.addAll(listing.links());
            problems.addAll(listing.problems());
            others += listing.others();
        }
        return links;
    }

    private List<Link> follow(Link link) {
        Optional<Path> target = real(link.absolute()).filter(path -> path.startsWith(boundary));
        if (target.isEmpty()) {
            return List.of();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(target.get(), BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                followToFile(link, target.get(), attributes);
            } else if (attributes.isDirectory()) {
                return followToFolder(link, target.get());
            }
        } catch (IOException | SecurityException e) {
            return List.of(); // vanished or not ours to read; a link adds nothing that must be reported
        }
        return List.of();
    }

    private void followToFile(Link link, Path target, BasicFileAttributes attributes) {
        if (files.containsKey(relative(target)) || !linked.add(target)) {
            return;
        }
        Listing one = new Listing(new ArrayList<>(), List.of(), List.of(), List.of(), 0);
        one.take(link.absolute(), link.name(), link.in(), attributes, filter);
        one.files().forEach(file -> files.putIfAbsent(file.path(), file));
    }

    private List<Link> followToFolder(Link link, Path target) {
        Folder folder = link.in().child(link.absolute(), link.name());
        boolean unwanted = link.in().skips(link.name(), false)
                || !filter.enters(folder.path(), folder.scope().scope());
        if (unwanted || seen(target)) {
            return List.of();
        }
        entered.add(target);
        return list(List.of(folder));
    }

    /** Whether the folder was walked, or holds one that was: then following would see files twice. */
    private boolean seen(Path target) {
        if (entered.stream().anyMatch(path -> path.startsWith(target))) {
            return true;
        }
        String below = files.ceilingKey(relative(target) + "/");
        return below != null && Folders.holds(relative(target), below);
    }

    private String relative(Path target) {
        return boundary.relativize(target).toString().replace('\\', '/');
    }

    static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
