package org.broadleafreturns.core.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the head of a JPEG file says that its reader does not tell.
 *
 * @param orientation how the picture was held, 1 to 8, as Exif 2.3 has it in tag 0x0112; 1 where nobody says
 * @param progressive whether its pixels come in several passes
 */
record JpegFacts(int orientation, boolean progressive) {

    private static final int START = 0xFFD8;
    private static final int APP1 = 0xE1;
    private static final int PROGRESSIVE_FRAME = 0xC2;
    private static final int SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    /** Of anything else than such a file: upright, and in one pass. */
    static JpegFacts of(byte[] file) {
        int orientation = 1;
        boolean progressive = false;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            if (Short.toUnsignedInt(bytes.getShort()) != START) {
                return new JpegFacts(1, false);
            }
            int marker = next(bytes);
            while (marker != SCAN && marker > 0) {
                int length = Short.toUnsignedInt(bytes.getShort()) - 2;
                if (length < 0 || length > bytes.remaining()) {
                    break;
                }
                if (marker == APP1 && orientation == 1) {
                    orientation = orientation(bytes.slice(bytes.position(), length));
                }
                progressive |= marker == PROGRESSIVE_FRAME;
                bytes.position(bytes.position() + length);
                marker = next(bytes);
            }
        } catch (BufferUnderflowException cutOff) {
            // What was found until there holds.
        }
        return new JpegFacts(orientation, progressive);
    }

    /** The next marker's code; 0 where there should be one and is none. */
    private static int next(ByteBuffer bytes) {
        if (Byte.toUnsignedInt(bytes.get()) != 0xFF) {
            return 0;
        }
        int code = 0xFF;
        while (code == 0xFF) {
            code = Byte.toUnsignedInt(bytes.get());
        }
        return code;
    }

    private static int orientation(ByteBuffer segment) {
        try {
            if (((long) segment.getInt() << 16 | Short.toUnsignedLong(segment.getShort())) != EXIF) {
                return 1;
            }
            ByteBuffer tiff = segment.slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + entry * ENTRY;
                if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                    int found = Short.toUnsignedInt(tiff.getShort(at + 8));
                    return found >= 1 && found <= 8 ? found : 1;
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException invalid) {
            // Says nothing then.
        }
        return 1;
    }
}
