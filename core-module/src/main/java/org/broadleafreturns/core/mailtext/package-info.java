/**
 * What mails say: the shipped texts in every language, and the merchant's own in their place. A text is simple HTML with
 * placeholders in the Mustache language, without logic; what cannot be rendered is refused when it is saved. Which mails there are,
 * features say.
 */
package org.broadleafreturns.core.mailtext;
