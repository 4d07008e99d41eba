package org.broadleafreturns.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves as told, in a real SMTP conversation. */
final class ScriptedMailServer implements AutoCloseable {

    /** What it does with the mails that come in. */
    enum Manner {
        /** Takes every mail. */
        ACCEPT,
        /** Lets callers wait for its greeting. */
        NO_GREETING,
        /** Takes the mail, and lets the sender wait for the word that it did; when the same one comes again, says so. */
        NO_ANSWER,
        /** 451 to every mail. */
        REFUSE_FOR_NOW,
        /** 550 to every recipient. */
        REFUSE_FOR_GOOD,
        /** Closes the line in the middle of the mail. */
        CUT,
        /** Takes the mail, and says so a little later. */
        LATE,
        /** Takes the mail, says so, and closes the line without a word. */
        CLOSE_AFTER_MAIL
    }

    /** A mail that came in completely and was not refused. */
    record Taken(String messageId, String recipient, String subject) {

        String domain() {
            return recipient.substring(recipient.indexOf('@') + 1);
        }
    }

    private static final Duration LATENESS = Duration.ofMillis(500);

    private final Duration lateness;
    private final ServerSocket socket;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> mostWaiting = new ConcurrentHashMap<>();
    private volatile String slowDomain;
    private volatile CountDownLatch slow = new CountDownLatch(0);
    private volatile int millisPerMail;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Manner manner;
    private volatile CountDownLatch reached = new CountDownLatch(1);

    ScriptedMailServer(Manner manner) {
        this(manner, LATENESS);
    }

    /** @param lateness of a server that is late */
    ScriptedMailServer(Manner manner, Duration lateness) {
        this.manner = manner;
        this.lateness = lateness;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it does from now on, on open connections, too, except for its greeting. */
    void behave(Manner newManner) {
        manner = newManner;
        reached = new CountDownLatch(1);
    }

    /** Waits until a sender is where this manner leaves the well-behaved way. */
    void awaitReached() throws InterruptedException {
        if (!reached.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("No sender has come to " + manner);
        }
    }

    /** The Message-ID of every mail that came in completely and was not refused, as often as it came. */
    List<String> messageIds() {
        return taken.stream().map(Taken::messageId).toList();
    }

    /** All that came in completely and was not refused, in the order in which it did. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How many connections were ever opened. */
    int opened() {
        return opened.get();
    }

    /** How many connections have waited at once for a word on recipients of a domain; all domains together under an empty name. */
    int mostAtOnce(String domain) {
        return mostWaiting.getOrDefault(domain, new AtomicInteger()).get();
    }

    /** Lets whoever names a recipient of a domain wait until that is ended. */
    void hangFor(String domain) {
        slow = new CountDownLatch(1);
        slowDomain = domain;
    }

    void hangNoMore() {
        slowDomain = null;
        slow.countDown();
    }

    /** So long it thinks about every mail. */
    void takePerMail(int millis) {
        millisPerMail = millis;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket caller : open) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                opened.incrementAndGet();
                thread(() -> converse(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket caller) {
        try (caller) {
            BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = caller.getOutputStream();
            if (manner == Manner.NO_GREETING) {
                reached.countDown();
                in.read();
                return;
            }
            say(out, "220 here");
            String recipient = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                Manner now = manner;
                if (command.startsWith("RCPT")) {
                    recipient = line.replaceAll("^[^<]*<|>.*$", "");
                    think(recipient);
                }
                if (command.startsWith("RCPT") && now == Manner.REFUSE_FOR_GOOD) {
                    reached.countDown();
                    say(out, "550 nobody of that name");
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    if (!take(in, out, now, recipient)) {
                        return;
                    }
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException | InterruptedException e) {
            // The sender is gone, or the test is over.
        }
    }

    private void think(String recipient) throws InterruptedException {
        String domain = recipient.substring(recipient.indexOf('@') + 1);
        for (String counted : new String[] {domain, ""}) {
            int now = waiting.computeIfAbsent(counted, name -> new AtomicInteger()).incrementAndGet();
            mostWaiting.computeIfAbsent(counted, name -> new AtomicInteger()).accumulateAndGet(now, Math::max);
        }
        try {
            if (domain.equals(slowDomain)) {
                reached.countDown();
                slow.await();
            }
            Thread.sleep(millisPerMail);
        } finally {
            waiting.get(domain).decrementAndGet();
            waiting.get("").decrementAndGet();
        }
    }

    /** Reads a mail; false if the conversation is over. */
    private boolean take(BufferedReader in, OutputStream out, Manner now, String recipient) throws IOException, InterruptedException {
        String messageId = null;
        String subject = null;
        int lines = 0;
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            if (messageId == null && line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                messageId = line.substring("message-id:".length()).strip();
            }
            if (subject == null && line.startsWith("Subject: ")) {
                subject = line.substring("Subject: ".length());
            }
            if (++lines > 3 && now == Manner.CUT) {
                reached.countDown();
                return false;
            }
        }
        Taken mail = new Taken(messageId, recipient, subject);
        switch (now) {
            case REFUSE_FOR_NOW -> {
                reached.countDown();
                say(out, "451 not now");
            }
            case NO_ANSWER -> {
                boolean again = taken.stream().anyMatch(other -> other.messageId().equals(mail.messageId()));
                taken.add(mail);
                reached.countDown();
                if (!again) {
                    in.read();
                    return false;
                }
                say(out, "250 taken");
            }
            case LATE -> {
                taken.add(mail);
                reached.countDown();
                Thread.sleep(lateness.toMillis());
                say(out, "250 taken");
            }
            case CLOSE_AFTER_MAIL -> {
                taken.add(mail);
                say(out, "250 taken");
                return false;
            }
            default -> {
                taken.add(mail);
                say(out, "250 taken");
            }
        }
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
