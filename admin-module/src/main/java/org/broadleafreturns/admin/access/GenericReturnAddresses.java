package org.broadleafreturns.admin.access;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Shuts the addresses that the platform answers for all entities alike: a return is looked at and changed on the page of its
 * order only. Left to itself, Broadleaf shows forms over returns there, with a button to save them, and fails to look up what
 * their fields do not refer to.
 */
class GenericReturnAddresses implements HandlerInterceptor {

    /** The section by its name, or a record of the module's by its class, but for those of the lists that merchants keep. */
    private static final Pattern RETURNS =
        Pattern.compile("returns|org\\.broadleafreturns\\.(?!core\\.(choice|exclusion|template)\\.).*");

    private static final Pattern LIST = Pattern.compile("/returns(/.*)?");

    private final ReturnAccess access;

    GenericReturnAddresses(ReturnAccess access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (RefusalResolver.isGeneric(handler) && (isOfTheList(request) || namesReturns(request))) {
            access.requireRead();
            throw new ReturnNotFoundException();
        }
        return true;
    }

    private static boolean isOfTheList(HttpServletRequest request) {
        return LIST.matcher(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))).matches();
    }

    /** As the platform has decoded the address. */
    private static boolean namesReturns(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
            && Stream.of("sectionKey", "owningClass").map(variables::get).filter(Objects::nonNull)
                .anyMatch(name -> RETURNS.matcher(name.toString()).matches());
    }
}
