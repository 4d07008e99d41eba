package org.broadleafreturns.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP byte for byte as told, also where no client would: broken encodings, NUL, bodies of the wrong kind. */
final class RawHttp {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");
    private static final int PATIENCE = 60_000;

    private RawHttp() {
    }

    /**
     * @param status 0 if the server hung up without a word, as it may do to what is no HTTP
     * @param text headers and body
     */
    record Answer(int status, String text) {
    }

    /**
     * @param base of the application
     * @param target of the request line below the application's path, taken as it is
     * @param headers beside host, length and connection
     */
    static Answer send(String base, String method, String target, Map<String, String> headers, byte[] body) {
        URI server = URI.create(base);
        StringBuilder head = new StringBuilder(method + " " + server.getRawPath() + target + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return read(socket);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer to " + method + " " + target, e);
        } catch (IOException hungUp) {
            return new Answer(0, "");
        }
    }

    private static Answer read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException hungUp) {
            // A server that does not want the rest of a body resets the connection behind its answer.
        }
        String text = answer.toString(StandardCharsets.UTF_8);
        Matcher status = STATUS.matcher(text);
        return new Answer(status.find() ? Integer.parseInt(status.group(1)) : 0, text);
    }
}
