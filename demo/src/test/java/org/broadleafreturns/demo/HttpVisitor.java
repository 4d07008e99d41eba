package org.broadleafreturns.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a session, who speaks HTTP without a browser and follows no redirect by itself. */
final class HttpVisitor {

    private final String base;
    /** Broadleaf 7.0's back office wants it beside every CSRF token. */
    private String stateVersion = "";
    private final HttpClient client = HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();

    private HttpVisitor(String base) {
        this.base = base;
    }

    static HttpVisitor onSite() {
        return new HttpVisitor(TestShop.get().siteUrl());
    }

    static HttpVisitor inBackOffice() {
        return new HttpVisitor(TestShop.get().adminUrl());
    }

    static HttpVisitor shopper(String email) {
        return onSite().loggedIn("/login_post.htm", email, "shopper");
    }

    /** On the storefront of another shop than the one of most tests. */
    static HttpVisitor siteAt(String base) {
        return new HttpVisitor(base);
    }

    /** The same, logged in. */
    static HttpVisitor shopperAt(String base, String email) {
        return new HttpVisitor(base).loggedIn("/login_post.htm", email, "shopper");
    }

    /** In the back office of another shop. */
    static HttpVisitor merchantAt(String base, String login) {
        return new HttpVisitor(base).loggedIn("/login_admin_post", login, login);
    }

    static HttpVisitor merchant(String login) {
        return inBackOffice().loggedIn("/login_admin_post", login, login);
    }

    private HttpVisitor loggedIn(String target, String user, String password) {
        String token = token("/login");
        // Broadleaf 7.0's back office calls its fields otherwise than everything else does.
        HttpResponse<String> answer = post(target, Map.of("j_username", user, "j_password", password,
            "username", user, "password", password, "csrfToken", token));
        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("Login of " + user + " failed: " + answer.statusCode());
        }
        return this;
    }

    /** The token that the forms of a page carry, or the empty string. */
    String token(String page) {
        Document document = Jsoup.parse(get(page).body());
        stateVersion = token(document, "stateVersionToken");
        return token(document, "csrfToken");
    }

    private static String token(Document document, String name) {
        String field = document.select("input[name=" + name + "]").attr("value");
        return field.isEmpty() ? inAddress(document, name) : field;
    }

    /** Forms with files carry their tokens in the address. */
    private static String inAddress(Document document, String token) {
        String action = document.select("form[action*=" + token + "=]").attr("action");
        return URLDecoder.decode(action.replaceAll(".*[?&]" + token + "=([^&]*).*|.*", "$1"), StandardCharsets.UTF_8);
    }

    /** Fills in the request form for an order and sends what its summary shows; the answer to the last step. */
    HttpResponse<String> askToReturn(String order, Map<String, String> inputs) {
        String form = FormAddresses.form(order);
        Map<String, String> fields = new java.util.HashMap<>(inputs);
        fields.put("csrfToken", token(form));
        HttpResponse<String> entered = post(form, fields);
        return entered.statusCode() == 302
            ? post(FormAddresses.below(entered.headers().firstValue("Location").orElseThrow(), "/send"), Map.of("csrfToken", fields.get("csrfToken")))
            : entered;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** As a script asks for a piece of a page. */
    HttpResponse<String> getInBackground(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("X-Requested-With", "XMLHttpRequest").GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "stateVersionToken=" + encoded(stateVersion) + "&", ""));
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any method, with the session's tokens in the query where every filter looks for them, and no body. */
    HttpResponse<String> send(String method, String path, String csrfToken) {
        return send(HttpRequest.newBuilder(uri(csrfToken.isEmpty() ? path : FormAddresses.below(path, tokens(csrfToken)))).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private String tokens(String csrfToken) {
        return "?csrfToken=" + encoded(csrfToken) + "&stateVersionToken=" + encoded(stateVersion);
    }

    /** The session's cookies, for those who speak HTTP by themselves. */
    String cookies() {
        CookieManager cookies = (CookieManager) client.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    }

    /** What Broadleaf 7.0's back office wants beside every CSRF token, of the page that was asked for a token last. */
    String stateVersion() {
        return stateVersion;
    }

    /** Sends a form with files, the token in the address as the platform's own forms have it. */
    HttpResponse<String> upload(String path, String token, Map<String, String> fields, List<Upload> files) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts(body, boundary, fields);
        for (Upload file : files) {
            open(body, boundary, file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sendParts(path, token, boundary, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** The same with one file that is not held in memory. */
    HttpResponse<String> uploadStream(String path, String token, Map<String, String> fields, Upload head, Supplier<InputStream> rest) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        parts(before, boundary, fields);
        open(before, boundary, head);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return sendParts(path, token, boundary, HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofByteArray(before.toByteArray()), HttpRequest.BodyPublishers.ofInputStream(rest),
            HttpRequest.BodyPublishers.ofByteArray(after)));
    }

    private HttpResponse<String> sendParts(String path, String token, String boundary, HttpRequest.BodyPublisher body) {
        return send(HttpRequest.newBuilder(uri(FormAddresses.below(path, tokens(token))))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(body));
    }

    /** The number of bytes that an address answers with, none of which is kept. */
    long download(String path) {
        try (InputStream bytes = client.send(HttpRequest.newBuilder(uri(path)).GET().build(),
                HttpResponse.BodyHandlers.ofInputStream()).body()) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void parts(ByteArrayOutputStream body, String boundary, Map<String, String> fields) {
        fields.forEach((name, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
            + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The part of a file up to the end of its content, or of that much of it as is here. */
    private static void open(ByteArrayOutputStream body, String boundary, Upload file) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\"" + file.name()
            + "\"\r\nContent-Type: " + file.claimedType() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file.content());
    }

    /** A file in a form. */
    record Upload(String field, String name, String claimedType, byte[] content) {
    }

    /** @param path as a page names it, or below the application's own path, or a whole address */
    private URI uri(String path) {
        String application = URI.create(base).getRawPath();
        boolean named = !application.isEmpty() && path.startsWith(application + "/");
        return URI.create(path.startsWith("http") ? path : base + (named ? path.substring(application.length()) : path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.build().method() + " " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
