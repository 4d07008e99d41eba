package org.broadleafreturns.core.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadleafreturns.core.kernel.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ClientAddressUnitTests {

    private static final Actor ANN = Actor.customer(5L, "Ann Lee");

    @AfterEach
    void outsideOfAnyRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void isTakenFromTheRequestWhereTheShopKeepsIt() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("2001:db8::7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new ClientAddress(true).locate(ANN)).isEqualTo(ANN.at("2001:db8::7"));
        assertThat(new ClientAddress(false).locate(ANN)).isEqualTo(ANN);
    }

    @Test
    void isUnknownOutsideOfARequest() {
        assertThat(new ClientAddress(true).locate(ANN)).isEqualTo(ANN);
    }
}
