package org.broadleafreturns.core.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the head of a JPEG file says that its reader does not tell.
 *
 * @param orientation how the picture was held, 1 to 8, as Exif 2.3 has it in tag 0x0112; 1 where nobody says
 * @param atOnce whether decoders hold all of it before they have its first pixel, as they do where its pixels come in several scans;
 *     so unless the head says without a doubt that they come in one
 */
record JpegFacts(int orientation, boolean atOnce) {

    private static final int START = 0xFFD8;
    private static final int APP1 = 0xE1;
    private static final int BASELINE_FRAME = 0xC0;
    private static final int SEQUENTIAL_FRAME = 0xC1;
    private static final int COMPONENTS_OF_FRAME = 5;
    /** These have no length. */
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_RESTART = 0xD0;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    /** Of anything else than such a file: upright, and not at once. */
    static JpegFacts of(byte[] file) {
        int orientation = 1;
        int components = 0;
        boolean atOnce = true;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            if (Short.toUnsignedInt(bytes.getShort()) != START) {
                return new JpegFacts(1, false);
            }
            int marker = next(bytes);
            while (marker > 0 && hasLength(marker)) {
                int length = Short.toUnsignedInt(bytes.getShort()) - 2;
                if (length < 0 || length > bytes.remaining()) {
                    break;
                }
                ByteBuffer segment = bytes.slice(bytes.position(), length);
                if (marker == SCAN) {
                    // As libjpeg tells whether there are several.
                    atOnce = components == 0 || Byte.toUnsignedInt(segment.get()) < components;
                    break;
                }
                if (marker == APP1 && orientation == 1) {
                    orientation = orientation(segment);
                }
                if (marker == BASELINE_FRAME || marker == SEQUENTIAL_FRAME) {
                    components = Byte.toUnsignedInt(segment.get(COMPONENTS_OF_FRAME));
                }
                bytes.position(bytes.position() + length);
                marker = next(bytes);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException cutOff) {
            // What was found until there holds.
        }
        return new JpegFacts(orientation, atOnce);
    }

    private static boolean hasLength(int marker) {
        return marker != TEMPORARY && (marker < FIRST_RESTART || marker > END);
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
