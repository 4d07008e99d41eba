package org.broadleafreturns.core.storedsettings;

import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** Text with simple formatting, made safe when it is saved and again when it is read. */
record HtmlText(int longest) implements ValueForm<String> {

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public String read(String stored) {
        return SafeHtml.of(stored);
    }

    @Override
    public Entry<String> enter(String typed) {
        String html = SafeHtml.ofTyped(typed);
        if (html.length() > longest) {
            return Entry.refused("rtn.objection.text.tooLong", longest);
        }
        // Cleaning takes some of them away.
        return Characters.areWritable(typed) && Characters.areWritable(html) ? Entry.of(html)
            : Entry.refused("rtn.objection.text.characters");
    }
}
