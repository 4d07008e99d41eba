package org.broadleafreturns.demo;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** One of the platform's forms, filled in and sent as a browser without scripts would. */
final class MerchantForm {

    private final HttpVisitor merchant;
    private final String address;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private MerchantForm(HttpVisitor merchant, String address) {
        this.merchant = merchant;
        this.address = address;
    }

    /** The form on a page of the back office. */
    static MerchantForm on(HttpVisitor merchant, String address) {
        MerchantForm form = new MerchantForm(merchant, address);
        // The token belongs to the session and is remembered with it.
        String token = merchant.token(address);
        Document page = Jsoup.parse(merchant.get(address).body());
        FormElement element = page.select("form.entity-form, form:has([name=ceilingEntityClassname])").forms().stream().findFirst()
            .orElseThrow(() -> new AssertionError("No form at " + address + ": " + page.text()));
        element.formData().forEach(field -> form.fields.put(field.key(), field.value()));
        form.fields.put("csrfToken", token);
        return form;
    }

    /** Enters a value, whether the form offers that field or not. */
    MerchantForm with(String field, String value) {
        fields.put(input(field), value);
        return this;
    }

    String value(String field) {
        return fields.get(input(field));
    }

    HttpResponse<String> save() {
        return merchant.post(address, fields);
    }

    HttpResponse<String> delete() {
        return merchant.post(address + "/delete", fields);
    }

    private static String input(String field) {
        return "fields['" + field + "'].value";
    }
}
