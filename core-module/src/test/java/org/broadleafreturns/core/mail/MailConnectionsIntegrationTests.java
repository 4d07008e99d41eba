package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections to a mail server that takes what it gets, closes them, or was changed for another. */
class MailConnectionsIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final RawMailServer server = new RawMailServer();
    private final JavaMailSenderImpl sender = senderTo(server);
    private MailConnections connections = new MailConnections(sender, 2, LONG);

    @AfterEach
    void tearDown() throws Exception {
        connections.stop();
        server.close();
    }

    private static JavaMailSenderImpl senderTo(RawMailServer server) {
        return addressed(server, new JavaMailSenderImpl());
    }

    private static JavaMailSenderImpl addressed(RawMailServer server, JavaMailSenderImpl sender) {
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        return sender;
    }

    private void send() throws MessagingException {
        try (MailConnections.Place place = connections.take()) {
            place.send(filled(place.newMessage()));
        }
    }

    private static MimeMessage filled(MimeMessage message) throws MessagingException {
        message.setFrom("shop@example.com");
        message.setRecipients(MimeMessage.RecipientType.TO, "ann@example.com");
        message.setText("Hello");
        message.setHeader("Message-ID", "<id@example.com>");
        return message;
    }

    private long taken() {
        return server.commands.stream().filter("DATA"::equals).count();
    }

    @Test
    void mailsGoOutOverOneConnection() throws Exception {
        for (int i = 0; i < 5; i++) {
            send();
        }

        assertThat(taken()).isEqualTo(5);
        assertThat(server.opened()).isEqualTo(1);
    }

    @Test
    void aConnectionThatTheServerHasClosedIsOpenedAgain() throws Exception {
        send();
        server.closeConnections();
        send();

        assertThat(taken()).isEqualTo(2);
        assertThat(server.opened()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {RawMailServer.CLOSE, "421 4.7.0 enough for this connection"})
    void soIsOneThatTheServerClosesWhenTheNextMailComes(String reply) throws Exception {
        send();
        AtomicInteger refusals = new AtomicInteger();
        server.replying(line -> line.startsWith("MAIL") && refusals.getAndIncrement() == 0 ? reply : null);
        send();

        assertThat(taken()).isEqualTo(2);
        assertThat(server.opened()).isEqualTo(2);
    }

    @Test
    void aMailThatTheServerMayHaveIsNotSentOverAnotherConnection() throws Exception {
        send();
        server.replying(line -> line.equals(".") ? RawMailServer.CLOSE : null);

        assertThatExceptionOfType(MessagingException.class).isThrownBy(this::send);
        assertThat(taken()).isEqualTo(2);
        assertThat(server.opened()).isEqualTo(1);
    }

    @Test
    void whatTheServerRefusesIsNotTriedOverAnotherConnection() throws Exception {
        send();
        server.replying(line -> line.startsWith("RCPT") ? "550 5.1.1 no such user" : null);

        assertThatExceptionOfType(MessagingException.class).isThrownBy(this::send);
        assertThat(server.commands.stream().filter(line -> line.startsWith("RCPT"))).hasSize(2);
    }

    @Test
    void oneThatIsNotUsedIsClosed() throws Exception {
        connections = new MailConnections(sender, 2, Duration.ofMillis(50));
        send();

        await(() -> server.open() == 0);
        assertThat(server.commands).contains("QUIT");
        send();
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void whoeverStopsClosesThemAndCanStartAgain() throws Exception {
        send();
        connections.stop();
        await(() -> server.open() == 0);
        send();
        await(() -> server.open() == 0);

        connections.start();
        send();
        send();
        assertThat(server.opened()).isEqualTo(3);
    }

    @Test
    void aSenderThatIsSetToAnotherServerSendsThere() throws Exception {
        send();
        try (RawMailServer other = new RawMailServer()) {
            sender.setPort(other.port());
            send();
            assertThat(other.opened()).isEqualTo(1);
        }
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void soManyMailsAreUnderWayAtOnceAndNoMore() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        server.replying(line -> {
            if (line.startsWith("RCPT")) {
                two.countDown();
                waitFor(go);
            }
            return null;
        });
        CompletableFuture<?>[] all = new CompletableFuture<?>[6];
        for (int i = 0; i < all.length; i++) {
            all[i] = CompletableFuture.runAsync(() -> {
                try {
                    send();
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        waitFor(two);
        go.countDown();
        CompletableFuture.allOf(all).get(60, TimeUnit.SECONDS);

        assertThat(taken()).isEqualTo(6);
        assertThat(server.opened()).isEqualTo(2);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherSenderIsUsedAsItIs() throws Exception {
        JavaMailSender other = mock(JavaMailSender.class);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        when(other.createMimeMessage()).thenReturn(message);
        connections = new MailConnections(other, 2);

        send();
        send();
        verify(other, times(2)).send(any(MimeMessage.class));
    }

    @Test
    void soIsOneOfSpringsThatSendsInItsOwnWay() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        connections = new MailConnections(addressed(server, new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                sent.incrementAndGet();
            }
        }), 2);
        send();

        assertThat(sent).hasValue(1);
        assertThat(server.opened()).isZero();
    }

    @Test
    void oneThatOpensConnectionsInItsOwnWayOpensThoseThatAreKept() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        connections = new MailConnections(addressed(server, new JavaMailSenderImpl() {
            @Override
            protected Transport connectTransport() throws MessagingException {
                opened.incrementAndGet();
                return super.connectTransport();
            }
        }), 2);
        send();
        send();

        assertThat(opened).hasValue(1);
        assertThat(taken()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "51", "many", "", "2.5", "99999999999"})
    void whatIsNoNumberOfConnectionsIsRefusedByName(String property) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailConnections.number(property))
            .withMessage("returns.mail.connections must be a whole number from 1 to 50, not " + property);
    }

    private static void await(BooleanSupplier happened) throws InterruptedException {
        for (int i = 0; i < 6000 && !happened.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(happened.getAsBoolean()).isTrue();
    }
}
