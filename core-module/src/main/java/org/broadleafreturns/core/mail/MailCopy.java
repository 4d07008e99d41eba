package org.broadleafreturns.core.mail;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafreturns.core.privacy.CustomerRecords;

/**
 * A mail as it is handed to whom it was written: what it says, and whether it went out.
 *
 * @param text the plain-text alternative of its body, as it was or will be sent
 * @param sentAt null if it did not go out
 */
public record MailCopy(String recipient, String subject, String text, MailState state, Date sentAt) {

    /** The mail among exported records. */
    public Map<String, Object> exported() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recipient", recipient);
        record.put("subject", subject);
        record.put("text", text);
        record.put("state", state.name());
        record.put("sentAt", CustomerRecords.time(sentAt));
        return record;
    }
}
