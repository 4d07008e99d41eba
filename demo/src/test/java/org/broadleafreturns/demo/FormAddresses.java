package org.broadleafreturns.demo;

/** Where the request form of an order is, as people and tests write it. */
final class FormAddresses {

    private FormAddresses() {
    }

    static String form(String order) {
        return "/account/returns/new?order=" + HttpVisitor.encoded(order);
    }

    static String draft(String order, String token) {
        return below(form(order), "/" + token);
    }

    /** An address with more path, query or both, wherever its own query begins. */
    static String below(String address, String more) {
        int query = address.indexOf('?');
        if (query < 0) {
            return address + more;
        }
        int moreQuery = (more + "?").indexOf('?');
        String rest = more.substring(moreQuery);
        return address.substring(0, query) + more.substring(0, moreQuery) + address.substring(query)
            + (rest.isEmpty() ? "" : "&" + rest.substring(1));
    }
}
