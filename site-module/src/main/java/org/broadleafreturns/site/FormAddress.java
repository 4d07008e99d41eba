package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Where the request form of an order is, and where the pages of a draft are. The order's number stands in the query, which takes
 * every character; a path does not take a slash, however it is written. Public for the templates.
 *
 * @param form where the form is, in the account or for guests
 * @param orderNumber as the shop writes it
 * @param token of the draft, or null before there is one
 */
public record FormAddress(String form, String orderNumber, String token) {

    static final String FORM = "/account/returns/new";
    static final String GUESTS_FORM = "/returns/new";
    /** Either of them, as a regular expression. */
    static final String ANY_FORM = "(?:/account)?/returns/new";

    /** Below the form: a draft, by what its token can be. */
    static final String DRAFT = "/{token:[0-9a-f-]+}";

    /** The form without a draft, in the account. */
    static FormAddress of(String orderNumber) {
        return new FormAddress(FORM, orderNumber, null);
    }

    /** In the area of the page that is being answered. */
    static FormAddress here(String orderNumber, String token) {
        return new FormAddress(Area.current() == Area.GUESTS ? GUESTS_FORM : FORM, orderNumber, token);
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
        return form + "/" + token + "/photos";
    }

    /** One photo. */
    public String photo(Long id) {
        return below("/photos/" + id);
    }

    private String below(String path) {
        return form + (token == null ? "" : "/" + token) + path + "?order=" + UriUtils.encode(orderNumber, StandardCharsets.UTF_8);
    }
}
