package org.broadleafreturns.admin.dialog;

import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnView;

/**
 * What a feature offers beside the message to the customer, in every dialog about a return that has one, such as texts to choose from.
 * Each bean of this type is one, in the order of the beans.
 */
@ForIntegrators
public interface MessageAid {

    /** The template, such as {@code rtn/template/picker}; in it {@code rtnAid.model()} is what {@link #model} gave. */
    String template();

    /** What its template shows; empty where there is nothing to offer. */
    Optional<Map<String, Object>> model(ReturnView request);
}
