package org.broadleafreturns.admin.note;

/**
 * The form for a note on one return. Public for the templates.
 *
 * @param key tells this form from others, so that what is sent twice is one note
 * @param length how long a note can be
 * @param writer who would write it: what they type is kept in the browser for nobody else
 */
public record NoteForm(String key, int length, String writer) {
}
