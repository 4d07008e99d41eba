package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that the page of a return is made of. One that fails is left out: shoppers come to the page for more than that. */
class AccountParts {

    private static final Logger LOG = LoggerFactory.getLogger(AccountParts.class);

    private final List<AccountPart> parts;

    AccountParts(List<AccountPart> parts) {
        this.parts = parts;
    }

    List<ShownPart> of(ReturnPage page, AccountPart.Place place) {
        List<ShownPart> found = new ArrayList<>();
        parts.stream().filter(part -> part.place() == place)
            .forEach(part -> model(part, page).ifPresent(model -> found.add(new ShownPart(part.template(), model))));
        return found;
    }

    private static Optional<?> model(AccountPart part, ReturnPage page) {
        try {
            return part.model(page);
        } catch (RuntimeException e) {
            LOG.error("The part {} of a return's page is left out", part.template(), e);
            return Optional.empty();
        }
    }
}
