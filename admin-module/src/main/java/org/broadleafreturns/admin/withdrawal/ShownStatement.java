package org.broadleafreturns.admin.withdrawal;

/**
 * A statement that a return follows. Public for the templates.
 *
 * @param stated day, time and zone
 * @param linked whether the merchant may see it
 */
public record ShownStatement(String number, String stated, boolean linked) {
}
