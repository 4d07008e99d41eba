package org.broadleafreturns.core.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server that keeps what it is told byte for byte, line by line, and takes every mail unless told otherwise. Several can
 * speak to it at once.
 */
final class RawMailServer implements AutoCloseable {

    /** Instead of a reply: closes the connection without a word. */
    static final String CLOSE = "";

    private final ServerSocket socket;
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    /** Each line of commands, one character a byte, without its end. */
    final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> replies = command -> null;

    RawMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::serve);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "raw-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many connections were ever opened. */
    int opened() {
        return opened.get();
    }

    /** How many connections are open. */
    int open() {
        return open.size();
    }

    /** Closes every connection without a word, as a server that is started again does. */
    void closeConnections() throws IOException {
        for (Socket client : open) {
            client.close();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param reply to a command, or null for the usual one */
    void replying(Function<String, String> reply) {
        replies = reply;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                opened.incrementAndGet();
                open.add(client);
                thread(() -> {
                    try (client) {
                        converse(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
                    } catch (IOException e) {
                        // The client has gone, or the server was closed.
                    } finally {
                        open.remove(client);
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        say(out, "220 raw");
        boolean data = false;
        for (String line = readLine(in); line != null; line = readLine(in)) {
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    String reply = reply(".");
                    if (reply.equals(CLOSE)) {
                        return;
                    }
                    say(out, reply);
                }
                continue;
            }
            commands.add(line);
            String reply = reply(line);
            if (reply.equals(CLOSE)) {
                return;
            }
            say(out, reply);
            data = line.equals("DATA") && reply.startsWith("354");
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private String reply(String line) {
        String reply = replies.apply(line);
        return reply != null ? reply : line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Ends at a line feed or carriage return alone, too, as lenient servers do. */
    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\r') {
                in.mark(1);
                if (in.read() != '\n') {
                    in.reset();
                }
            }
            if (read == '\n' || read == '\r') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            line.write(read);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
