package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.Jsoup;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Whatever is put into paths, parameters and bodies of the modules' addresses, by somebody who is logged in and has a valid
 * token: the shop answers with a page that tells nothing of its insides.
 */
abstract class Fuzz {

    private static final int LONG = 9000;

    /** One request: which address, what stands for its path variables, and what comes with it. */
    record Shot(int address, String method, List<String> variables, List<Parameter> query, Body body) {
    }

    record Parameter(int name, String value, boolean raw) {
    }

    record Body(String contentType, List<Parameter> fields, String bytes) {
    }

    /** Somebody's session at one of the applications, with the names of all inputs found on its pages. */
    record Session(String base, String returnNumber, String cookies, String tokens, List<ModuleAddress> addresses, List<String> names) {
    }

    static void fire(Session session, Shot shot) {
        ModuleAddress address = session.addresses().get(shot.address() % session.addresses().size());
        String method = shot.method().isEmpty()
            ? address.methods().stream().findFirst().map(RequestMethod::name).orElse("POST") : shot.method();
        String target = path(session, address, shot.variables()) + "?" + session.tokens() + parameters(session, shot.query(), "&");
        byte[] body = method.equals("GET") ? new byte[0] : body(session, shot.body());
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Cookie", session.cookies()));
        if (body.length > 0) {
            headers.put("Content-Type", shot.body().contentType());
        }

        if (PLATFORMS_OWN.matcher(target + "&" + new String(body, StandardCharsets.ISO_8859_1)).find()) {
            return;
        }

        RawHttp.Answer answer = RawHttp.send(session.base(), method, target, headers, body);

        String request = method + " " + (target.length() > 300 ? target.substring(0, 300) + "…" : target) + " " + shot.body();
        assertThat(answer.status()).as(request + "\n" + beginning(answer.text())).isLessThan(500);
        assertThat(answer.status() > 0 || body.length > 0).as("an answer to " + request).isTrue();
        assertThat(Leaks.in(answer.text())).as(request + "\n" + beginning(answer.text())).isFalse();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), 1500));
    }

    private static String path(Session session, ModuleAddress address, List<String> variables) {
        StringBuilder path = new StringBuilder();
        int variable = 0;
        for (String part : address.pattern().split("(?<=/)|(?=/)")) {
            boolean isVariable = part.startsWith("{") || part.contains("*");
            String value = isVariable ? variables.get(variable++ % variables.size()) : part;
            path.append(!isVariable || value.startsWith("!") ? value.replaceFirst("^!", "") : HttpVisitor.encoded(value).replace("+", "%20"));
        }
        return path.toString().replace("REAL", session.returnNumber());
    }

    private static String parameters(Session session, List<Parameter> parameters, String start) {
        return parameters.stream().map(parameter -> session.names().get(parameter.name() % session.names().size()) + "="
                + (parameter.raw() ? parameter.value().replaceAll("[\\s\\x00#]", "") : HttpVisitor.encoded(parameter.value())))
            .map(pair -> pair.replace("[", "%5B").replace("]", "%5D"))
            .collect(Collectors.joining("&", start, ""));
    }

    private static byte[] body(Session session, Body body) {
        if (body.contentType().startsWith("application/x-www-form-urlencoded")) {
            return (parameters(session, body.fields(), "") + body.bytes()).getBytes(StandardCharsets.ISO_8859_1);
        }
        if (body.contentType().startsWith("multipart/")) {
            String parts = body.fields().stream().map(field -> "--xyz\r\nContent-Disposition: form-data; name=\""
                + session.names().get(field.name() % session.names().size()) + "\"" + (field.raw() ? "; filename=\"" + field.value() + "\"" : "")
                + "\r\n\r\n" + field.value() + "\r\n").collect(Collectors.joining());
            return (parts + "--xyz" + body.bytes()).getBytes(StandardCharsets.UTF_8);
        }
        return body.bytes().getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<Shot> shots() {
        Arbitrary<Parameter> parameters = Combinators.combine(Arbitraries.integers().between(0, 500), hostile(),
            Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true))).as(Parameter::new);
        Arbitrary<String> contentTypes = Arbitraries.frequency(
            Tuple.of(6, "application/x-www-form-urlencoded"), Tuple.of(4, "multipart/form-data; boundary=xyz"),
            Tuple.of(1, "multipart/form-data"), Tuple.of(1, "application/json"), Tuple.of(1, "text/xml"),
            Tuple.of(1, "application/x-www-form-urlencoded; charset=nonsense"), Tuple.of(1, "nonsense"));
        Arbitrary<Body> bodies = Combinators.combine(contentTypes, parameters.list().ofMaxSize(8),
            Arbitraries.of("", "--\r\n", "--", "&", "&=&&==", "&%", "{\"a\":", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "\u0000\u0001\u00ff", "&a=" + "b".repeat(LONG), "&a=1".repeat(400))).as(Body::new);
        Arbitrary<String> methods = Arbitraries.frequency(Tuple.of(8, ""), Tuple.of(2, "GET"), Tuple.of(3, "POST"), Tuple.of(1, "PUT"),
            Tuple.of(1, "DELETE"), Tuple.of(1, "PATCH"));
        Arbitrary<String> variables = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just("REAL")), Tuple.of(2, hostile()),
            Tuple.of(1, Arbitraries.of("!%", "!%zz", "!%00", "!%c0%af", "!..%2f..%2fetc", "!%2e%2e/", "!;a=b", "!%0d%0aSet-Cookie:a=b", "!%5c")));
        return Combinators.combine(Arbitraries.integers().between(0, 500), methods, variables.list().ofMinSize(1).ofMaxSize(3),
            parameters.list().ofMaxSize(4), bodies).as(Shot::new);
    }

    /** Nothing that a form could mean: no whole number from 1 on, no status, no code that is on offer. */
    private static Arbitrary<String> hostile() {
        Arbitrary<String> known = Arbitraries.of("", " ", "0", "-1", "1.5", "1e9", "0x7f", "\u0661", "NaN", "null", "undefined", "true", "[]", "{}",
            "2147483648", "-2147483649", "9223372036854775808", "9".repeat(400), "x".repeat(LONG), "\u0000", "a\u0000b", "\r\nSet-Cookie: a=b",
            "\u202e\u200b", "\ud83d\ude00".repeat(50), "\ud83d", "\ufffe\uffff", "' or 1=1--", "\"; drop table RTN_REQUEST; --", "') union select 1 --",
            "%", "%00", "%s%n%x", "${7*7}", "#{7*7}", "*{7*7}", "@{7*7}", "__${T(java.lang.Runtime).getRuntime().exec('id')}__::x", "{{7*7}}",
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "//evil.example", "../../../../etc/passwd",
            "..\\..\\windows", "classpath:/application.properties", "redirect:https://evil.example", "forward:/returns", "org.broadleafreturns.core.request.ReturnRequest",
            "REQUESTED;", "ACCEPTED\u0000", "fields['status'].value", "a,b|c", "|", "status", "submittedAt", "order.customer.password");
        return Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, Arbitraries.strings().all().ofMaxLength(40).filter(text -> !text.matches("\\s*\\+?\\d{1,9}\\s*"))));
    }

    /**
     * The platform asks the database for the language that an address names before anything of ours is reached, on every page of
     * every shop, and PostgreSQL refuses U+0000.
     */
    private static final Pattern PLATFORMS_OWN = Pattern.compile("[?&]blLocaleCode=[^&]*(%00|\\x00)");

    static Session session(String base, String returnNumber, HttpVisitor visitor, String page, List<ModuleAddress> addresses) {
        String token = visitor.token(page);
        Set<String> names = new LinkedHashSet<>(List.of("version", "status", "message", "note", "label", "token", "sendMail", "page",
            "accepted[1]", "accepted[x]", "quantity[x]", "quantity[]", "refundType", "comment",
            "submissionKey", "id", "entityType", "sortProperty", "sortDirection", "startIndex", "maxIndex", "number", "orderNumber",
            "customerLastName", "submittedAt", "articleCount", "blLocaleCode", "fields['status'].value", "_method", "unknown"));
        List<String> found = new ArrayList<>(Jsoup.parse(visitor.get(page).body()).select("[name]").eachAttr("name"));
        for (ModuleAddress address : addresses) {
            if (!address.pattern().contains("{") && address.methods().contains(RequestMethod.GET)) {
                found.addAll(Jsoup.parse(visitor.get(address.pattern()).body()).select("[name]").eachAttr("name"));
            }
        }
        found.stream().filter(name -> !name.matches("csrfToken|stateVersionToken")).forEach(names::add);
        return new Session(base, returnNumber, visitor.cookies(), "csrfToken=" + HttpVisitor.encoded(token) + "&stateVersionToken="
            + HttpVisitor.encoded(visitor.stateVersion()), addresses, List.copyOf(names));
    }
}
