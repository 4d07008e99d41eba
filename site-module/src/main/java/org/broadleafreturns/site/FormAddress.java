package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Where the request form of an order is, and where the pages of a draft are. The order's number stands in the query, which takes
 * every character; a path does not take a slash, however it is written. Public for the templates.
 *
 * @param orderNumber as the shop writes it
 * @param token of the draft, or null before there is one
 */
public record FormAddress(String orderNumber, String token) {

    static final String FORM = "/account/returns/new";

    /** Below the form: a draft, by what its token can be. */
    static final String DRAFT = "/{token:[0-9a-f-]+}";

    /** The form without a draft. */
    static FormAddress of(String orderNumber) {
        return new FormAddress(orderNumber, null);
    }

    /** Where the form is sent to; with a draft also its summary. */
    public String page() {
        return below("");
    }

    /** The form with what was entered. */
    public String edit() {
        return token == null ? page() : below("/edit");
    }

    /** Where the summary is sent to. */
    public String send() {
        return below("/send");
    }

    /** Where photos are added. */
    public String photos() {
        return below("/photos");
    }

    /** Where photos are sent to: without a query, since the platform adds one of its own to forms with files. */
    public String upload() {
        return FORM + "/" + token + "/photos";
    }

    /** One photo. */
    public String photo(Long id) {
        return below("/photos/" + id);
    }

    private String below(String path) {
        return FORM + (token == null ? "" : "/" + token) + path + "?order=" + UriUtils.encode(orderNumber, StandardCharsets.UTF_8);
    }
}
