package org.broadleafreturns.core.storedsettings;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/**
 * Mail addresses in the form that mail servers everywhere take: one line of ASCII, as browsers check it in a field for
 * addresses (WHATWG HTML, "valid e-mail address"), and as RFC 822 has it.
 */
final class MailAddress {

    static final int ADDRESS_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
        + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private MailAddress() {
    }

    static boolean isValid(String typed) {
        if (typed.length() > ADDRESS_LENGTH || !FORM.matcher(typed).matches()) {
            return false;
        }
        try {
            return typed.equals(new InternetAddress(typed, true).getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    /** As a mail's header takes it, in one line: the name quoted or encoded as needed (RFC 2047). */
    static String header(String name, String address) {
        String oneLine = name.replaceAll("\\p{Cntrl}+", " ").strip();
        try {
            return new InternetAddress(address, oneLine.isEmpty() ? null : oneLine, "UTF-8").toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name in a header, or the empty string. */
    static String nameIn(String header) {
        try {
            String name = new InternetAddress(header).getPersonal();
            return name == null ? "" : name;
        } catch (AddressException e) {
            return "";
        }
    }

    /** The bare address in a header, or the whole if it is none. */
    static String addressIn(String header) {
        try {
            return new InternetAddress(header).getAddress();
        } catch (AddressException e) {
            return header;
        }
    }
}
