package org.broadleafreturns.admin.access;

import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicOperationsController;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers requests about returns that cannot be had: with the platform's words for those without access and status 403, or
 * with a page that says so and status 404. The platform's own resolver answers both with status 500.
 */
public class RefusalResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalResolver.class);

    /** The sections of the module: the list of returns, and those of its menu. */
    private static final Pattern ADDRESS = Pattern.compile("/(returns|refund-types|return-[a-z-]+)(/.*)?");
    /** Those of them that are lists which merchants keep through the platform's own pages. */
    private static final Pattern LIST = Pattern.compile(
        "(/(?:return-reasons|refund-types|return-conditions|return-refusals|return-templates|return-exclusions))(/.*)?");
    /** Controllers are chosen without them. */
    private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*");
    /** How the platform's lists name the module's records where they have no section. */
    private static final String ENTITIES = "/org.broadleafreturns.";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final SettingsAccess access;

    RefusalResolver(SettingsAccess access) {
        this.access = access;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception exception) {
        if (has(exception, NoAccessException.class)
                || has(exception, SecurityServiceException.class) && isAboutReturns(request)) {
            return page("rtn/noAccess", HttpServletResponse.SC_FORBIDDEN, response);
        }
        if (has(exception, ReturnNotFoundException.class)) {
            return page("rtn/notFound", HttpServletResponse.SC_NOT_FOUND, response);
        }
        if (!isAboutReturns(request)) {
            return null;
        }
        if (exception instanceof UnreadableQueryException) {
            return page("rtn/notFound", HttpServletResponse.SC_BAD_REQUEST, response);
        }
        if (exception instanceof MissingPathVariableException) {
            // The platform trims what stands in an address, and takes nothing but blanks for nothing.
            return page("rtn/notFound", HttpServletResponse.SC_NOT_FOUND, response);
        }
        if (isOneOfOurLists(handler) && isOfJavaItself(exception)) {
            LOG.warn("The platform cannot read what was asked of {}", request.getRequestURI(), exception);
            return page("rtn/notFound", HttpServletResponse.SC_BAD_REQUEST, response);
        }
        if (!isGeneric(handler) || isLookup(handler) && !isOfJavaItself(exception)) {
            return null;
        }
        Optional<String> list = list(request);
        if (list.isEmpty()) {
            LOG.debug("The platform has no answer to {}", request.getRequestURI(), exception);
            return page("rtn/notFound", HttpServletResponse.SC_NOT_FOUND, response);
        }
        if (!READING.contains(request.getMethod()) && !access.mayChange()) {
            return page("rtn/noAccess", HttpServletResponse.SC_FORBIDDEN, response);
        }
        if (READING.contains(request.getMethod())) {
            LOG.debug("The platform has no entry for {}", request.getRequestURI(), exception);
            return page("rtn/entryNotFound", HttpServletResponse.SC_NOT_FOUND, response).addObject("rtnList", list.get());
        }
        if (isOfJavaItself(exception)) {
            LOG.warn("The platform cannot read what was sent to {}", request.getRequestURI(), exception);
            return page("rtn/entryNotFound", HttpServletResponse.SC_BAD_REQUEST, response).addObject("rtnList", list.get());
        }
        return null;
    }

    /** Such as that a text is no number: the platform's code does not look at what it gets. Databases have exceptions of their own. */
    private static boolean isOfJavaItself(Throwable exception) {
        Throwable first = NestedExceptionUtils.getMostSpecificCause(exception);
        return first instanceof RuntimeException && first.getClass().getName().startsWith("java.")
            || first instanceof ReflectiveOperationException || first instanceof ParseException;
    }

    /** The address of the list that a request is about, if it is one of those that merchants keep. */
    private static Optional<String> list(HttpServletRequest request) {
        Matcher list = LIST.matcher(path(request));
        return list.matches() ? Optional.of(list.group(1)) : Optional.empty();
    }

    private static ModelAndView page(String view, int status, HttpServletResponse response) {
        response.setStatus(status);
        return new ModelAndView("modules/defaultContainer", "viewType", view);
    }

    /** Whether a request is for one of the module's sections, or for its records by the platform's own addresses. */
    public static boolean isAboutReturns(HttpServletRequest request) {
        String path = path(request);
        return ADDRESS.matcher(path).matches() || path.contains(ENTITIES);
    }

    private static String path(HttpServletRequest request) {
        return PATH_PARAMETERS.matcher(request.getRequestURI().substring(request.getContextPath().length())).replaceAll("");
    }

    /** Whether the platform's catch-all URLs for all entities were asked, which returns have nothing behind. */
    static boolean isGeneric(Object handler) {
        return isOf(handler, AdminBasicEntityController.class) || isLookup(handler);
    }

    /** Whether the platform was asked what a field could refer to. */
    private static boolean isLookup(Object handler) {
        return isOf(handler, AdminBasicOperationsController.class);
    }

    private static boolean isOf(Object handler, Class<?> controller) {
        return handler instanceof HandlerMethod method && method.getMethod().getDeclaringClass() == controller;
    }

    private static boolean isOneOfOurLists(Object handler) {
        return handler instanceof HandlerMethod method && !isGeneric(handler)
            && AdminBasicEntityController.class.isAssignableFrom(method.getBeanType());
    }

    private static boolean has(Throwable exception, Class<? extends Throwable> type) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(type::isInstance);
    }
}
