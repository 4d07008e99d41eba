package org.broadleafreturns.admin.mailtext;

import java.util.Date;
import java.util.List;

/**
 * One mail in the list of all.
 *
 * @param name of the mail, for the merchant
 * @param toShop whether the shop gets it
 * @param texts one a language
 */
public record MailTextRow(String name, boolean toShop, List<Text> texts) {

    /**
     * @param url of the editor
     * @param language its name, for the merchant
     * @param subject in force
     * @param changedBy who wrote the merchant's own text; null for the shipped one
     * @param changedAt when they did, or null
     */
    public record Text(String url, String language, String subject, String changedBy, Date changedAt) {

        public boolean own() {
            return changedBy != null;
        }
    }
}
