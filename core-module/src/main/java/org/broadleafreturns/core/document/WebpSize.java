package org.broadleafreturns.core.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** How many pixels a WebP picture has, as its head says: of one in simple form, lossless, or with further parts. RFC 9649. */
record WebpSize(int width, int height) {

    /** So many bytes tell it. */
    static final int HEAD = 30;

    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int LOSSY = 0x20385056;
    private static final int LOSSLESS = 0x4C385056;
    private static final int EXTENDED = 0x58385056;
    private static final int FOURTEEN_BITS = 0x3FFF;
    private static final int THREE_BYTES = 0xFFFFFF;

    /** Empty for anything else than such a file. */
    static Optional<WebpSize> of(byte[] file) {
        if (file.length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (head.getInt(0) != RIFF || head.getInt(8) != WEBP) {
            return Optional.empty();
        }
        return switch (head.getInt(12)) {
            case LOSSY -> Optional.of(new WebpSize(head.getShort(26) & FOURTEEN_BITS, head.getShort(28) & FOURTEEN_BITS));
            case LOSSLESS -> Optional.of(new WebpSize((head.getInt(21) & FOURTEEN_BITS) + 1, (head.getInt(21) >>> 14 & FOURTEEN_BITS) + 1));
            case EXTENDED -> Optional.of(new WebpSize((head.getInt(24) & THREE_BYTES) + 1, (head.getInt(26) >>> 8) + 1));
            default -> Optional.empty();
        };
    }
}
