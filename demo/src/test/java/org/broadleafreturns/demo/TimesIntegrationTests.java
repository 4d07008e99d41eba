package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** A shop fourteen hours ahead of its machine, in which something happened late on a day of the machine's. */
class TimesIntegrationTests {

    private static final Map<ShopCalendar, Object> USUAL = new LinkedHashMap<>();
    private static ReturnRequest request;

    @BeforeAll
    static void aReturnLateInTheEvening() {
        ReturnsSettings settings = mock(ReturnsSettings.class);
        when(settings.timeZone()).thenReturn(ZoneId.of("Pacific/Kiritimati"));
        for (ApplicationContext application : List.of(TestShop.get().siteContext(), TestShop.get().adminContext())) {
            ShopCalendar calendar = application.getBean(ShopCalendar.class);
            USUAL.put(calendar, ReflectionTestUtils.getField(calendar, "settings"));
            ReflectionTestUtils.setField(calendar, "settings", settings);
        }
        request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        String late = "TIMESTAMP '2026-03-14 22:30:00'";
        ReturnTables.database().update("update RTN_REQUEST set SUBMITTED_AT = " + late + " where RETURN_NUMBER = ?", request.getNumber());
        ReturnTables.database().update("update RTN_JOURNAL_ENTRY set HAPPENED_AT = " + late + " where REQUEST_ID = ?", request.getId());
        ReturnTables.database().update("update BLC_ORDER set SUBMIT_DATE = " + late + " where ORDER_NUMBER = ?", request.getOrderNumber());
        for (ApplicationContext application : List.of(TestShop.get().siteContext(), TestShop.get().adminContext())) {
            application.getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll();
        }
    }

    @AfterAll
    static void backInUtc() {
        USUAL.forEach((calendar, settings) -> ReflectionTestUtils.setField(calendar, "settings", settings));
    }

    @Test
    void shoppersReadTheShopsDay() {
        HttpVisitor john = HttpVisitor.shopper("john@example.com");

        assertThat(page(john, "/account/returns/" + request.getNumber() + "?blLocaleCode=en").text())
            .contains("March 15, 2026").containsPattern("March 15, 2026(,| at) 12:30\\sPM").doesNotContain("March 14");
        assertThat(page(john, "/account/orders/" + request.getOrderNumber()).text()).contains("March 15, 2026");
        assertThat(page(john, "/account/returns/" + request.getNumber() + "?blLocaleCode=fr").text())
            .containsPattern("15 mars 2026,?( à)? 12:30").doesNotContain("14 mars");
    }

    @Test
    void merchantsReadAndSearchByTheShopsDay() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        String mine = "/returns?number=" + request.getNumber();

        assertThat(page(admin, mine).text()).containsPattern("3/15/26, 12:30\\sPM");
        assertThat(page(admin, "/order/" + TestShop.orderId(request.getOrderNumber())).text())
            .containsPattern("March 15, 2026(,| at) 12:30\\sPM");
        assertThat(rows(admin, mine + "&submittedAt=" + day("2026.03.15"))).containsExactly(request.getNumber());
        assertThat(rows(admin, mine + "&submittedAt=" + day("2026.03.14"))).isEmpty();
    }

    private static String day(String day) {
        return HttpVisitor.encoded(day + " 00:00:00|" + day + " 23:59:59");
    }

    private static List<String> rows(HttpVisitor admin, String address) {
        return page(admin, address).select("tbody tr[data-link] td:nth-child(1)").eachText();
    }

    private static Document page(HttpVisitor visitor, String address) {
        return Jsoup.parse(visitor.get(address).body());
    }
}
