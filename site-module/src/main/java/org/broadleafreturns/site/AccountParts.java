package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.List;
import org.broadleafreturns.core.request.ShownPart;

/** The parts that the page of a return is made of. One that fails is left out: shoppers come to the page for more than that. */
class AccountParts {

    private final List<AccountPart> parts;

    AccountParts(List<AccountPart> parts) {
        this.parts = parts;
    }

    List<ShownPart> of(ReturnPage page, AccountPart.Place place) {
        List<ShownPart> found = new ArrayList<>();
        parts.stream().filter(part -> part.place() == place)
            .forEach(part -> ShownPart.unlessItFails(part.template(), () -> part.model(page)).flatMap(model -> model)
                .ifPresent(model -> found.add(new ShownPart(part.template(), model))));
        return found;
    }
}
