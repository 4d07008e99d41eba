package org.broadleafreturns.demo.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.MimeMessage;
import org.springframework.web.util.HtmlUtils;

/** Shows what the demo's mail server has received, on plain pages. */
public final class MailPage implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final GreenMail mails;

    private MailPage(HttpServer server, GreenMail mails) {
        this.server = server;
        this.mails = mails;
        this.threads = Executors.newFixedThreadPool(2);
    }

    /** Starts the page on a port of this machine only. */
    public static MailPage start(int port, GreenMail mails) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            MailPage page = new MailPage(server, mails);
            server.createContext("/", page::handle);
            server.setExecutor(page.threads);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        MimeMessage[] received = mails.getReceivedMessages();
        try {
            Optional<MimeMessage> asked = Stream.of(received).filter(mail -> name(mail).equals(path[0])).findFirst();
            if (path[0].isEmpty()) {
                answer(exchange, 200, "text/html", list(received));
            } else if (asked.isPresent() && path.length <= 3) {
                one(exchange, asked.get(), path);
            } else {
                answer(exchange, 404, "text/html", page("Not found", "<p>There is no such mail.</p>"));
            }
        } catch (MessagingException e) {
            answer(exchange, 500, "text/html", page("Error", "<p>This mail cannot be read.</p>"));
        }
    }

    private void one(HttpExchange exchange, MimeMessage mail, String[] path) throws MessagingException, IOException {
        Contents contents = new Contents(mail);
        if (path.length == 1) {
            answer(exchange, 200, "text/html", detail(path[0], mail, contents));
        } else if (path[1].equals("html") && contents.html != null) {
            exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
            answer(exchange, 200, "text/html", contents.html);
        } else if (path[1].equals("attachments") && path.length == 3 && path[2].matches("\\d{1,3}")
                && Integer.parseInt(path[2]) < contents.attachments.size()) {
            Part part = contents.attachments.get(Integer.parseInt(path[2]));
            exchange.getResponseHeaders().set("Content-Type", part.getContentType().replaceAll("\\s", ""));
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename*=UTF-8''"
                + java.net.URLEncoder.encode(part.getFileName(), StandardCharsets.UTF_8).replace("+", "%20"));
            exchange.sendResponseHeaders(200, 0);
            try (InputStream content = part.getInputStream()) {
                content.transferTo(exchange.getResponseBody());
            }
            exchange.close();
        } else {
            answer(exchange, 404, "text/html", page("Not found", "<p>There is no such part.</p>"));
        }
    }

    /** What a mail is called in addresses. Its place among the others changes, since the server keeps them by recipient. */
    private static String name(MimeMessage mail) {
        try {
            return UUID.nameUUIDFromBytes((mail.getMessageID() + recipient(mail)).getBytes(StandardCharsets.UTF_8)).toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date sent(MimeMessage mail) {
        try {
            return mail.getSentDate();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String list(MimeMessage[] received) throws MessagingException {
        StringBuilder rows = new StringBuilder();
        List<MimeMessage> newestFirst = Stream.of(received)
            .sorted(Comparator.comparing(MailPage::sent, Comparator.nullsFirst(Comparator.naturalOrder())).reversed()).toList();
        for (MimeMessage mail : newestFirst) {
            rows.append("<tr><td><a href=\"/").append(name(mail)).append("\">").append(escaped(mail.getSubject()))
                .append("</a></td><td>").append(escaped(recipient(mail))).append("</td><td>")
                .append(escaped(String.valueOf(mail.getSentDate()))).append("</td></tr>");
        }
        return page("Mails", received.length == 0 ? "<p>No mail yet.</p>"
            : "<table><thead><tr><th>Subject</th><th>To</th><th>Date</th></tr></thead><tbody>" + rows + "</tbody></table>");
    }

    private static String detail(String number, MimeMessage mail, Contents contents) throws MessagingException {
        StringBuilder body = new StringBuilder("<p><a href=\"/\">All mails</a></p><dl>");
        body.append("<dt>From</dt><dd>").append(escaped(mail.getFrom()[0].toString())).append("</dd>");
        body.append("<dt>To</dt><dd>").append(escaped(recipient(mail))).append("</dd>");
        body.append("<dt>Message-ID</dt><dd>").append(escaped(mail.getMessageID())).append("</dd></dl>");
        if (!contents.attachments.isEmpty()) {
            body.append("<h2>Attachments</h2><ul>");
            for (int i = 0; i < contents.attachments.size(); i++) {
                body.append("<li><a href=\"/").append(number).append("/attachments/").append(i).append("\">")
                    .append(escaped(contents.attachments.get(i).getFileName())).append("</a></li>");
            }
            body.append("</ul>");
        }
        if (contents.html != null) {
            body.append("<h2>HTML</h2><iframe sandbox title=\"HTML body\" src=\"/").append(number).append("/html\"></iframe>");
        }
        if (contents.text != null) {
            body.append("<h2>Text</h2><pre>").append(escaped(contents.text)).append("</pre>");
        }
        return page(mail.getSubject(), body.toString());
    }

    private static String recipient(MimeMessage mail) throws MessagingException {
        return mail.getAllRecipients()[0].toString();
    }

    private static String page(String title, String body) {
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><title>%1$s</title><style>
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 900px; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd }
            iframe { width: 100%%; height: 480px; border: 1px solid #ccc } pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem }
            dt { font-weight: bold } dd { margin: 0 0 .5rem }
            </style></head><body><h1>%1$s</h1>%2$s</body></html>""".formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The bodies and attachments of a mail, wherever in its parts they are. */
    private static final class Contents {

        private final java.util.List<Part> attachments = new java.util.ArrayList<>();
        private String html;
        private String text;

        Contents(Part part) throws MessagingException, IOException {
            collect(part);
        }

        private void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.getFileName() != null) {
                attachments.add(part);
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            }
        }
    }
}
