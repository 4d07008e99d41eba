package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ThemeUnitTests {

    private static final String ORDER_URL = "returns.site.order-url";

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "/account/orders#{number}, /account/orders#A%2F1%20%23%C3%A9%3F",
        "/account/orders?show={number}, /account/orders?show=A%2F1%20%23%C3%A9%3F",
        "/account/orders, /account/orders"})
    void anOrdersNumberIsEncodedWhereverItGoes(String orderUrl, String address) {
        assertThat(theme(Map.of(ORDER_URL, orderUrl)).orderAddress("A/1 #é?")).isEqualTo(address);
    }

    @Test
    void anOrderCanHaveNoPage() {
        assertThat(theme(Map.of(ORDER_URL, " ")).orderAddress("1")).isNull();
        assertThat(theme(Map.of()).orderAddress("1")).isEqualTo("/account/orders/1");
    }

    @Test
    void theFormOfAnOrderHasItsNumberEncoded() {
        assertThat(FormAddress.of("PL/7 #1").page()).isEqualTo("/account/returns/new?order=PL%2F7%20%231");
        assertThat(new FormAddress(FormAddress.FORM, "PL/7", "0f-1").photo(12L))
            .isEqualTo("/account/returns/new/0f-1/photos/12?order=PL%2F7");
    }

    @ParameterizedTest
    @CsvSource({"A#1 é?, /account/orders/A%231%20%C3%A9%3F", "PL/1,", "PL\\1,", "1%2,", "a;b,", "..,", "...,/account/orders/..."})
    void inAPathOnlyNumbersStandThatServersTakeThere(String number, String address) {
        assertThat(theme(Map.of()).orderAddress(number)).isEqualTo(address);
    }

    @Test
    void aShopsClassesTakeThePlaceOfOurs() {
        Theme theme = theme(Map.of("returns.site.classes.button", "btn btn-primary", "returns.site.classes.table", ""));

        assertThat(theme.classes("button")).isEqualTo("btn btn-primary");
        assertThat(theme.classes("table")).isEmpty();
        assertThat(theme.classes("button-plain")).isEqualTo("rtn-button");
        assertThatIllegalArgumentException().isThrownBy(() -> theme.classes("buton"));
    }

    @Test
    void theLayoutIsTheAccountsUnlessTheShopNamesAnother() {
        assertThat(theme(Map.of()).layout()).isEqualTo("layout/accountLayout");
        assertThat(theme(Map.of()).chosenLayout()).isEmpty();
        assertThat(theme(Map.of("returns.site.layout", "layout/mine")).layout()).isEqualTo("layout/mine");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /account/returns, true",
        "'', /account/returns/R7KM-2QXP/cancel, true",
        "/shop, /shop/account/returns;jsessionid=1, true",
        "/account/returns, /account/returns/account/orders, false",
        "'', /account/returnsPolicy, false",
        "'', /account/returns/new, true",
        "'', /account/orders/1, false"})
    void theMenuEntryIsActiveOnThePagesOfReturns(String contextPath, String uri, boolean active) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", uri);
        request.setContextPath(contextPath);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new StorefrontReturns(null, null, null, null, theme(Map.of()), null, null, null, null, null).isActive())
            .isEqualTo(active);
    }

    private static Theme theme(Map<String, String> properties) {
        return new Theme(properties::getOrDefault);
    }
}
