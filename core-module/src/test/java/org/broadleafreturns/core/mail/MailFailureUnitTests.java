package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import javax.mail.Address;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailFailureUnitTests {

    @ParameterizedTest
    @MethodSource("failures")
    void isToldByTheException(Exception failure, MailFailure expected) {
        assertThat(MailFailure.of(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> failures() throws Exception {
        Address[] bad = {new InternetAddress("nobody@example.com")};
        SendFailedException refusedAddress = new SendFailedException("Invalid Addresses",
            new SendFailedException("550 no such user"), new Address[0], new Address[0], bad);
        return Stream.of(
            Arguments.of(new MailSendException("Mail server connection failed",
                new MessagingException("Couldn't connect to host, port: localhost, 25; timeout -1", new ConnectException("refused"))),
                MailFailure.UNREACHABLE),
            Arguments.of(new MailSendException("failed", new MessagingException("Unknown SMTP host: x", new UnknownHostException("x"))),
                MailFailure.UNREACHABLE),
            Arguments.of(single(new MessagingException("Exception reading response", new SocketTimeoutException("Read timed out"))),
                MailFailure.UNREACHABLE),
            Arguments.of(single(new MessagingException("[EOF]")), MailFailure.UNREACHABLE),
            Arguments.of(new MailSendException("failed", new MessagingException("Could not connect to SMTP host: x, port: 25, response: 554")),
                MailFailure.UNREACHABLE),
            Arguments.of(new MailAuthenticationException("535"), MailFailure.LOGIN),
            Arguments.of(new MailSendException("failed", new AuthenticationFailedException("535")), MailFailure.LOGIN),
            Arguments.of(single(refusedAddress), MailFailure.ADDRESS),
            Arguments.of(new AddressException("Missing final '@domain'"), MailFailure.ADDRESS),
            Arguments.of(single(new SendFailedException("552 too large")), MailFailure.MESSAGE),
            Arguments.of(single(new MessagingException("IOException while sending message", new FileNotFoundException("label"))),
                MailFailure.UNKNOWN),
            Arguments.of(new MailSendException("down"), MailFailure.UNKNOWN));
    }

    /** As Spring hands on what became of single messages. */
    private static MailSendException single(Exception failure) {
        return new MailSendException(Map.of("message", failure));
    }
}
