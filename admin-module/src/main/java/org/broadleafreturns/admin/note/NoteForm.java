package org.broadleafreturns.admin.note;

/**
 * The form for a note on one return. Public for the templates.
 *
 * @param key tells this form from others, so that what is sent twice is one note
 * @param length how long a note can be
 */
public record NoteForm(String key, int length) {
}
