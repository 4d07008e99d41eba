package org.broadleafreturns.admin.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.openadmin.web.form.entity.ComboField;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.words.MerchantWords;

/** Says what a field offers in words; some of the platform's templates would show the codes of messages. */
public class EnumerationWords {

    private static final String OWN_CODES = "rtn.";

    private final MerchantWords words;

    EnumerationWords(MerchantWords words) {
        this.words = words;
    }

    /** Leaves fields alone that offer nothing, or nothing of ours. */
    public void translate(Field field) {
        if (field instanceof ComboField combo && combo.getOptions() != null) {
            Map<String, String> inWords = new LinkedHashMap<>();
            combo.getOptions().forEach((type, text) -> inWords.put(type, inWords(text)));
            combo.setOptions(inWords);
        }
    }

    private String inWords(String text) {
        return text != null && text.startsWith(OWN_CODES) ? words.message(text) : text;
    }
}
