package org.broadleafreturns.demo;

import java.util.regex.Pattern;

/** What no answer may show: how the shop works inside. */
final class Leaks {

    private static final Pattern INSIDES = Pattern.compile("\\bat [\\w.$/]+\\(\\w+\\.java:\\d+\\)"
        + "|\\b(java|javax|jakarta|org|com)(\\.\\w+)+(Exception|Error)\\b"
        + "|\\b\\w+(Exception|Error): "
        + "|\\bnested exception is\\b|\\bSQLSTATE\\b|Whitelabel Error Page|Apache Tomcat/");

    private Leaks() {
    }

    static boolean in(String text) {
        return INSIDES.matcher(text).find();
    }
}
