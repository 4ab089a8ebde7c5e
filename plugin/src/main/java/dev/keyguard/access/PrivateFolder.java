package dev.keyguard.access;

import dev.keyguard.source.LeftOvers;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its user may read (mode 700, files 600 where the file system has modes); files appear whole. */
record PrivateFolder(Path path) {
    Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a file whole: readers see the old or the new one, also when several builds write. */
    void write(String name, byte[] content) throws IOException {
        create();
        new LeftOvers(path, name, ".part").sweep();
        Path part = posix()
                ? Files.createTempFile(path, name, ".part", mode("rw-------"))
                : Files.createTempFile(path, name, ".part");
        try {
            Files.write(part, content);
            try {
                Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void create() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        try {
            if (posix()) {
                Files.createDirectory(path, mode("rwx------"));
            } else {
                Files.createDirectory(path);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
