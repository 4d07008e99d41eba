package org.broadleafreturns.admin.access;

import java.util.Arrays;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.characters.Characters;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers what no list can search for, since no text can have it, before the platform asks the database: PostgreSQL takes no
 * U+0000 for something to compare with. What a form sends is looked at input by input.
 */
class ReadableQueries implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READING.contains(request.getMethod()) && RefusalResolver.isAboutReturns(request)
                && !request.getParameterMap().values().stream().flatMap(Arrays::stream).allMatch(Characters::areWritable)) {
            throw new UnreadableQueryException();
        }
        return true;
    }
}
