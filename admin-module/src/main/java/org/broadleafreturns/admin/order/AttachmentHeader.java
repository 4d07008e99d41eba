package org.broadleafreturns.admin.order;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The header that makes a browser save a file under its name, in any language (RFC 6266, RFC 8187). */
final class AttachmentHeader {

    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private AttachmentHeader() {
    }

    static String of(String fileName) {
        return "attachment; filename=\"" + plain(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    /** For browsers that know only ASCII. */
    private static String plain(String fileName) {
        return Normalizer.normalize(fileName, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\x20-\\x7e]", "_")
            .replaceAll("[\"\\\\%]", "_");
    }

    private static String encoded(String fileName) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
