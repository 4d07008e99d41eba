package org.broadleafreturns.admin.withdrawal;

/** A language that can be chosen. Public for the templates. */
public record LanguageOption(String tag, String name) {
}
