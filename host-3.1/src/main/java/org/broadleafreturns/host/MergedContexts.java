package org.broadleafreturns.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.broadleafcommerce.common.extensibility.context.ResourceInputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * Merged contexts from one start to the next. Merging is half of what a start takes, and comes to the same for the same files; where the
 * system property {@value #FOLDER} names a folder, what they came to is kept there, by a digest of all that went in.
 */
final class MergedContexts {

    static final String FOLDER = "host.merged-contexts";

    private MergedContexts() {
    }

    /** @param merge reads both to their end */
    static Resource[] kept(ResourceInputStream[] sources, ResourceInputStream[] patches, Supplier<Resource[]> merge) throws IOException {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return merge.get();
        }
        MessageDigest digest = sha256();
        read(sources, digest);
        read(patches, digest);
        Path file = Path.of(folder, HexFormat.of().formatHex(digest.digest()) + ".xml");
        if (!Files.exists(file)) {
            write(merge.get()[0], file);
        }
        return new Resource[] {new ByteArrayResource(Files.readAllBytes(file))};
    }

    /** Puts what can be read once more in the place of each. */
    private static void read(ResourceInputStream[] streams, MessageDigest digest) throws IOException {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(streams.length).flip());
        for (int i = 0; i < streams.length; i++) {
            byte[] content = streams[i].readAllBytes();
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
            digest.update(content);
            streams[i] = new ResourceInputStream(new ByteArrayInputStream(content), null, streams[i].getNames());
        }
    }

    /** Whole or not at all: others start at the same time. */
    private static void write(Resource merged, Path file) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(folder, "merging", ".xml");
        Files.write(part, merged.getInputStream().readAllBytes());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
