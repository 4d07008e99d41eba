package org.broadleafreturns.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps documents as files of a directory, which all nodes of the shop must share. */
class FileSystemDocumentStore implements DocumentStore {

    private final Path directory;

    FileSystemDocumentStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void write(String key, InputStream content) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "upload", ".part");
        try {
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream read(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private Path file(String key) {
        return directory.resolve(key);
    }
}
