package org.broadleafreturns.core.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.ReflectionUtils;

/**
 * The connections to the mail server, over each of which one mail goes out at a time. Those of a {@link JavaMailSenderImpl} are
 * kept for the next mail, since a greeting, a handshake and a login take longer than most mails. Any other sender opens and
 * closes its own, and so does one that sends in a way of its own.
 */
public class MailConnections implements SmartLifecycle {

    /** More than mail servers take from one address. */
    static final int MOST = 50;

    /** Mail servers, and what is between, forget idle connections after some minutes. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(MailConnections.class);

    /** Whoever overrides one of these has a way of its own. */
    private static final Set<String> WAYS = Set.of("send", "doSend", "createMimeMessage");

    private final JavaMailSender sender;
    private final JavaMailSenderImpl keeping;
    private final int most;
    private final Duration idleTime;
    private final Semaphore free;
    private final Deque<Kept> idle = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor timer;
    private boolean watched;
    private boolean stopped;

    MailConnections(JavaMailSender sender, int most) {
        this(sender, most, IDLE);
    }

    /**
     * @param most how many mails can be under way at once
     * @param idleTime after which a connection that is not used is closed
     */
    MailConnections(JavaMailSender sender, int most, Duration idleTime) {
        this.sender = MailTimeouts.ensured(sender);
        this.keeping = sender instanceof JavaMailSenderImpl smtp && sendsInSpringsWay(smtp) ? smtp : null;
        this.most = most;
        this.idleTime = idleTime;
        this.free = new Semaphore(most, true);
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "rtn-mail-connections");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** @throws IllegalArgumentException if it is no number of connections */
    static int number(String property) {
        if (!property.strip().matches("[0-9]{1,9}") || Integer.parseInt(property.strip()) < 1
                || Integer.parseInt(property.strip()) > MOST) {
            throw new IllegalArgumentException(
                "returns.mail.connections must be a whole number from 1 to " + MOST + ", not " + property);
        }
        return Integer.parseInt(property.strip());
    }

    private static boolean sendsInSpringsWay(JavaMailSenderImpl sender) {
        for (Class<?> type = sender.getClass(); type != JavaMailSenderImpl.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (WAYS.contains(method.getName())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many mails can be under way at once. */
    public int most() {
        return most;
    }

    /** Waits until fewer mails are under way than can be. */
    Place take() {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No mail is sent any more", e);
        }
        return new Place();
    }

    /** What a mail that is under way occupies until its outcome is noted. */
    final class Place implements AutoCloseable {

        private Place() {
        }

        MimeMessage newMessage() {
            return keeping == null ? sender.createMimeMessage() : new Letter(keeping.getSession());
        }

        /** Sends what {@link #newMessage} made. */
        void send(MimeMessage message) throws MessagingException {
            if (message instanceof Letter letter) {
                sendOverKept(letter);
            } else {
                sender.send(message);
            }
        }

        @Override
        public void close() {
            free.release();
        }
    }

    private void sendOverKept(Letter letter) throws MessagingException {
        letter.complete();
        Server server = Server.of(keeping);
        for (Kept kept = takeIdle(server); kept != null; kept = takeIdle(server)) {
            // A server that has closed the connection is found out by this, unless it closes it right now.
            if (!kept.transport.isConnected()) {
                continue;
            }
            try {
                send(letter, kept);
                return;
            } catch (MessagingException | RuntimeException e) {
                if (letter.begun || !MailFailure.isOfTheConnection(e)) {
                    throw e;
                }
                LOG.debug("A connection to the mail server was closed, another is opened: {}", e.toString());
            }
        }
        send(letter, new Kept(open(), server));
    }

    private void send(Letter letter, Kept connection) throws MessagingException {
        boolean sent = false;
        try {
            Address[] recipients = letter.getAllRecipients();
            connection.transport.sendMessage(letter, recipients == null ? new Address[0] : recipients);
            sent = true;
        } finally {
            if (sent) {
                keep(connection);
            } else {
                close(connection.transport);
            }
        }
    }

    /** As the sender opens it for itself, which can be a way of a subclass. */
    private Transport open() throws MessagingException {
        Method open = ReflectionUtils.findMethod(keeping.getClass(), "connectTransport");
        ReflectionUtils.makeAccessible(open);
        try {
            return (Transport) open.invoke(keeping);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MessagingException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Kept takeIdle(Server server) {
        List<Kept> others = new ArrayList<>();
        Kept found = null;
        synchronized (this) {
            while (found == null && !idle.isEmpty()) {
                Kept last = idle.removeLast();
                if (last.server.equals(server)) {
                    found = last;
                } else {
                    others.add(last);
                }
            }
        }
        // The shop has changed its sender since.
        others.forEach(other -> close(other.transport));
        return found;
    }

    private void keep(Kept connection) {
        synchronized (this) {
            if (!stopped) {
                connection.since = System.nanoTime();
                idle.addLast(connection);
                watch();
                return;
            }
        }
        close(connection.transport);
    }

    private synchronized void watch() {
        if (!watched) {
            watched = true;
            timer.schedule(this::closeUnused, idleTime.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeUnused() {
        List<Kept> unused = new ArrayList<>();
        synchronized (this) {
            watched = false;
            // The first is the one that has been idle for longest.
            while (!idle.isEmpty() && System.nanoTime() - idle.getFirst().since >= idleTime.toNanos()) {
                unused.add(idle.removeFirst());
            }
            if (!idle.isEmpty()) {
                watch();
            }
        }
        unused.forEach(one -> close(one.transport));
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("A connection to the mail server was closed already: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        stopped = false;
    }

    @Override
    public void stop() {
        List<Kept> all;
        synchronized (this) {
            stopped = true;
            watched = false;
            timer.getQueue().clear();
            all = List.copyOf(idle);
            idle.clear();
        }
        all.forEach(one -> close(one.transport));
    }

    @Override
    public synchronized boolean isRunning() {
        return !stopped;
    }

    /** After the background work, which sends mails, has stopped. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    private static final class Kept {

        private final Transport transport;
        private final Server server;
        private long since;

        Kept(Transport transport, Server server) {
            this.transport = transport;
            this.server = server;
        }
    }

    /** What the sender is set to, which can change while connections are kept. */
    private record Server(Session session, Map<Object, Object> properties, String protocol, String host, int port, String user,
            String password) {

        static Server of(JavaMailSenderImpl sender) {
            return new Server(sender.getSession(), Map.copyOf(sender.getSession().getProperties()), sender.getProtocol(),
                sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        }
    }

    /** Knows whether anything of it may have reached the server. */
    private static final class Letter extends MimeMessage {

        private boolean begun;

        Letter(Session session) {
            super(session);
        }

        /** As Spring does before it sends. */
        void complete() throws MessagingException {
            if (getSentDate() == null) {
                setSentDate(new Date());
            }
            String messageId = getMessageID();
            saveChanges();
            if (messageId != null) {
                setHeader("Message-ID", messageId);
            }
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, without);
        }
    }
}
