package org.broadleafreturns.core.draft;

import org.springframework.core.io.InputStreamSource;

/**
 * A photo that a shopper uploads.
 *
 * @param name as the sender called it
 * @param content opened, read and closed each time that it is tried to keep it
 */
public record PhotoFile(String name, InputStreamSource content) {
}
