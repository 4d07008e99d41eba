package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.net.IDN;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Who gets a mail, by what a mail server is told byte for byte. */
class RecipientIntegrationTests {

    private static final int ADDRESSES = 10_000;
    private static final int ATTEMPTS = 12;

    private final RawMailServer server = new RawMailServer();
    /** Thousands are sent: none of these notes what it was asked. */
    private final OutgoingMails mails = mock(OutgoingMails.class, withSettings().stubOnly());
    private final SchedulerClient scheduler = mock(SchedulerClient.class, withSettings().stubOnly());
    private MailDelivery delivery;
    private OutgoingMail sending;
    private MailContent content;

    @BeforeEach
    void setUp() {
        ReturnsSettings settings = mock(ReturnsSettings.class, withSettings().stubOnly());
        when(settings.mail()).thenReturn(new ReturnsSettings.Mail("shop@example.com", List.of(), "", ATTEMPTS,
            Duration.ofSeconds(1), Duration.ofSeconds(1)));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        when(mails.countQueuedBefore(any(), any(), any())).thenReturn(List.<Object[]>of(new Object[] {0L, null}));
        delivery = new MailDelivery(mails, mock(Documents.class), new MailConnections(sender, 1), settings, List.of(), Clock.systemUTC(),
            mock(PlatformTransactionManager.class, withSettings().stubOnly()));
        when(mails.findById(1L)).thenAnswer(call -> Optional.of(sending));
        when(mails.findWithAttachment(1L)).thenAnswer(call -> Optional.of(sending));
        when(mails.findBody(any())).thenAnswer(call -> Optional.of(new MailBody(1L, content)));
    }

    @AfterEach
    void tearDown() throws Exception {
        server.close();
    }

    private OutgoingMail send(String from, String to) {
        content = new MailContent(to, "Subject", "<p>Hello</p>", "Hello");
        sending = new OutgoingMail("<id@example.com>", from, content, null, new Date());
        server.commands.clear();
        delivery.deliver(1L, scheduler);
        return sending;
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com",
        "Ann.O'Hara+shop@Example.com, Ann.O'Hara+shop@Example.com",
        "kunde@müller.example, kunde@xn--mller-kva.example",
        "kunde@MÜLLER.example, kunde@xn--mller-kva.example",
        "kunde@mu\u0308ller.example, kunde@xn--mller-kva.example",
        "клиент1@пример.example, ''",
        "info@пример.example, info@xn--e1afmkfd.example"})
    void anInternationalDomainIsWrittenAsTheWireWantsIt(String address, String written) {
        OutgoingMail mail = send("shop@example.com", address);

        assertThat(server.commands.stream().filter(command -> command.startsWith("RCPT")))
            .isEqualTo(written.isEmpty() ? List.of() : List.of("RCPT TO:<" + written + ">"));
        assertThat(mail.getState()).isEqualTo(written.isEmpty() ? MailState.FAILED : MailState.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"šdmin@example.com", "ann\u010ARSET@example.com", "ann\u010DDATA@example.com", "a\nRCPT TO:<b@example.com>@example.com",
        "ann@exa mple.com", "ann", "@example.com", "ann@", "ann@-example.com", "ann@example..com", "a..b@example.com", ".a@example.com",
        "\"a b\"@example.com", "ann@[127.0.0.1]", "ann@stra\u00dfe.example", "ann@example\u3002com", "ann@\u212Alub.example",
        "ann@example.com,bob@example.com", "Ann <ann@example.com>", "ann@\u0000example.com", "ann@exam\u200dple.com", "ann@ＥＸＡＭＰＬＥ.com", ""})
    void whatCannotBeWrittenSafelyIsNeverTriedAndFailsAtOnce(String address) {
        OutgoingMail mail = send("shop@example.com", address);

        assertThat(server.commands).isEmpty();
        assertThat(mail.getState()).isEqualTo(MailState.FAILED);
        assertThat(mail.getFailure()).isEqualTo(MailFailure.UNWRITABLE_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "Boutique Zoé <retours@müller.example>, MAIL FROM:<retours@xn--mller-kva.example>",
        "returns@example.com, MAIL FROM:<returns@example.com>",
        "Shop <šhop@example.com>, ''"})
    void theSenderIsWrittenInTheSameWay(String sender, String command) {
        OutgoingMail mail = send(sender, "ann@example.com");

        assertThat(server.commands.stream().filter(line -> line.startsWith("MAIL")))
            .isEqualTo(command.isEmpty() ? List.of() : List.of(command));
        assertThat(mail.getState()).isEqualTo(command.isEmpty() ? MailState.FAILED : MailState.SENT);
    }

    @Test
    @Tag("long")
    void noneOfThousandsOfAddressesReachesAnotherMailbox() {
        Random random = new Random(20261128);
        int sent = 0;
        int refused = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            String address = address(random);
            MailState state = send("shop@example.com", address).getState();
            List<String> told = server.commands.stream().filter(line -> !line.startsWith("EHLO") && !line.equals("NOOP")).toList();
            if (state == MailState.SENT) {
                sent++;
                assertThat(told).as(address).containsExactly("MAIL FROM:<shop@example.com>", recipientOf(told), "DATA");
                String reached = recipientOf(told).replaceAll("^RCPT TO:<|>$", "");
                assertThat(reached.chars()).as(address).allMatch(character -> character > 32 && character < 127);
                assertThat(local(reached)).as(address).isEqualTo(local(address));
                assertThat(IDN.toUnicode(domain(reached)).toLowerCase(Locale.ROOT)).as(address)
                    .isEqualTo(Normalizer.normalize(domain(address), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
            } else {
                refused++;
                assertThat(told).as(address).isEmpty();
            }
        }
        assertThat(sent).as("addresses that were written").isGreaterThan(ADDRESSES / 10);
        assertThat(refused).as("addresses that were refused").isGreaterThan(ADDRESSES / 10);
    }

    private static String recipientOf(List<String> told) {
        return told.stream().filter(line -> line.startsWith("RCPT")).findFirst().orElse("");
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Letters and digits for the most part, and now and then a character of any kind, of those above all that harm. */
    private static String address(Random random) {
        boolean plain = random.nextInt(3) > 0;
        return part(random, plain ? 0 : 8, 1 + random.nextInt(10)) + "@" + part(random, random.nextInt(3) == 0 ? 8 : 0, 1 + random.nextInt(10))
            + (random.nextBoolean() ? ".example" : "." + part(random, random.nextInt(4) == 0 ? 8 : 0, 1 + random.nextInt(5)));
    }

    private static String part(Random random, int strangeInSixteen, int length) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < length; i++) {
            part.appendCodePoint(random.nextInt(16) >= strangeInSixteen ? "abcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(36))
                : switch (random.nextInt(6)) {
                    // Their low bytes are line ends, @, <, > and letters.
                    case 0 -> "\u010A\u010D\u0140\u013C\u013E\u0161\u0441\u0100".charAt(random.nextInt(8));
                    case 1 -> random.nextInt(0x250);
                    case 2 -> " .@<>,;:\"\\\r\n\t\0".charAt(random.nextInt(14));
                    case 3 -> "äöüßςéñçøåæœžščřкиїαβγ日本語中文한국".charAt(random.nextInt(26));
                    case 4 -> "\u200B\u200C\u200D\u00AD\u3002\uFF0E\uFF20\u212A\u0130\u0301".charAt(random.nextInt(10));
                    default -> 0x10000 + random.nextInt(0x1000);
                });
        }
        return part.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, ADDRESS, FAILED",
        "RCPT, 450 4.2.1 try later, ADDRESS, QUEUED",
        "., 554 5.7.1 we do not want this, MESSAGE, FAILED",
        "., 451 4.3.0 try later, MESSAGE, QUEUED",
        "MAIL, 421 closing, UNREACHABLE, QUEUED"})
    void whatAServerRefusesForGoodIsNotTriedAgain(String command, String reply, MailFailure failure, MailState state) {
        server.replying(line -> line.startsWith(command) ? reply : null);

        OutgoingMail mail = send("shop@example.com", "ann@example.com");

        assertThat(mail.getState()).isEqualTo(state);
        if (state == MailState.FAILED) {
            assertThat(mail.getFailure()).isEqualTo(failure);
        }
    }
}
