package org.broadleafreturns.demo;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses that the modules answer at, read from the running applications, so that one that was added since is not
 * forgotten.
 *
 * @param pattern with path variables in braces
 * @param methods the HTTP methods it is mapped for; empty for all
 * @param inherited whether the platform's own code answers, since the controller extends one of the platform's
 */
record ModuleAddress(String pattern, Set<RequestMethod> methods, boolean inherited) implements Comparable<ModuleAddress> {

    private static final String MODULES = "org.broadleafreturns.";

    static List<ModuleAddress> ofStorefront() {
        return of(TestShop.get().siteContext());
    }

    static List<ModuleAddress> ofBackOffice() {
        return of(TestShop.get().adminContext());
    }

    /** Of a shop in another virtual machine, which has said them. */
    static List<ModuleAddress> said(String words) {
        return Arrays.stream(words.split("\t")).map(word -> word.split(" ", 2)).map(word -> new ModuleAddress(word[1],
            Arrays.stream(word[0].split(",")).filter(method -> !method.isEmpty()).map(RequestMethod::valueOf).collect(Collectors.toSet()),
            false)).toList();
    }

    /** On one line. */
    static String say(List<ModuleAddress> addresses) {
        return addresses.stream().map(address -> address.methods().stream().map(RequestMethod::name).collect(Collectors.joining(","))
            + " " + address.pattern()).collect(Collectors.joining("\t"));
    }

    static List<ModuleAddress> of(ApplicationContext application) {
        Set<ModuleAddress> addresses = new TreeSet<>();
        for (ApplicationContext context : contexts(application)) {
            for (RequestMappingHandlerMapping mapping : context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
                mapping.getHandlerMethods().forEach((info, handler) -> addresses.addAll(of(info, handler)));
            }
        }
        return new ArrayList<>(addresses);
    }

    private static List<ModuleAddress> of(RequestMappingInfo info, HandlerMethod handler) {
        String controller = handler.getBeanType().getName();
        if (!controller.startsWith(MODULES) || controller.startsWith(MODULES + "demo") || controller.startsWith(MODULES + "host")) {
            return List.of();
        }
        Method method = handler.getMethod();
        boolean inherited = !method.getDeclaringClass().getName().startsWith(MODULES);
        return info.getPatternValues().stream()
            .map(pattern -> new ModuleAddress(pattern, info.getMethodsCondition().getMethods(), inherited)).toList();
    }

    /** The application's context and those of its servlets. */
    static Set<ApplicationContext> contexts(ApplicationContext application) {
        Set<ApplicationContext> contexts = new LinkedHashSet<>(List.of(application));
        if (application instanceof WebApplicationContext web && web.getServletContext() != null) {
            for (String name : Collections.list(web.getServletContext().getAttributeNames())) {
                if (web.getServletContext().getAttribute(name) instanceof WebApplicationContext servlet) {
                    contexts.add(servlet);
                }
            }
        }
        return contexts;
    }

    @Override
    public int compareTo(ModuleAddress other) {
        return (pattern + methods + inherited).compareTo(other.pattern + other.methods + other.inherited);
    }
}
