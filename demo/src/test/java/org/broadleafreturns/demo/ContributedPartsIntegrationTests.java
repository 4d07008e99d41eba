package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a feature shows of returns beside what the modules do, and what the pages know of a return. */
class ContributedPartsIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final String TYPED = "<i>ribbon</i> & [[${7*7}]]";

    private final String order = TestShop.newOrder(JOHN, Map.of(1L, WrappingFeature.MANY));

    private ReturnRequest requested(String comment) {
        SubmitReturn wish = TestShop.wish(order, 0, 1, null);
        return bean(ReturnSubmissionService.class).submit(new SubmitReturn(wish.orderNumber(), wish.customerId(), wish.lines(),
            wish.refundType(), comment, wish.languageInUse(), null));
    }

    private Document pageOfOrder() {
        return Jsoup.parse(HttpVisitor.merchant("admin").get("/order/" + TestShop.orderId(order)).body());
    }

    @Test
    void aRowInThePanelIsABeanAndAFragment() {
        String plain = requested("As it came").getNumber();
        String wrapped = requested(WrappingFeature.COMMENT + TYPED).getNumber();

        Document page = pageOfOrder();

        assertThat(page.select(".wrapping-order").text()).isEqualTo("Paper for 29");
        Element panel = page.getElementById("return-" + wrapped);
        assertThat(panel.select(".wrapping-fact dd").eachText()).containsExactly(TYPED + " of " + wrapped);
        assertThat(panel.select(".rtn-facts > div").eachAttr("class")).containsExactly("rtn-refund-type", "rtn-basis", "wrapping-fact",
            "rtn-comment");
        assertThat(page.getElementById("return-" + plain).select(".wrapping-fact")).isEmpty();
        // One part of each kind has failed: what the page is for is there.
        assertThat(panel.select(".rtn-lines tbody tr")).hasSize(1);
        assertThat(panel.select(".rtn-journal-entry")).hasSize(1);
        assertThat(page.select(".rtn-create-return")).hasSize(1);
        assertThat(page.select(".rtn-deliveries")).hasSize(1);
    }

    @Test
    void aRowInTheAccountIsABeanAndAFragment() {
        String plain = requested("As it came").getNumber();
        String wrapped = requested(WrappingFeature.COMMENT + TYPED).getNumber();
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);

        Document page = Jsoup.parse(shopper.get("/account/returns/" + wrapped).body());

        assertThat(page.select("dd.wrapping-fact").eachText()).containsExactly(TYPED + " of " + wrapped);
        assertThat(page.select(".rtn-details > dt").eachText()).containsExactly("Preferred resolution", "Expected refund", "Wrapping",
            "Your comment");
        assertThat(page.select(".rtn-history li")).hasSize(1);
        assertThat(Jsoup.parse(shopper.get("/account/returns/" + plain).body()).select(".wrapping-fact")).isEmpty();
    }

    /** The merchants' ground and names are no part of what a shopper's page is made of. */
    @Test
    void aShoppersViewHoldsNothingThatIsForMerchantsAlone() {
        ReturnRequest request = requested(null);
        for (ReturnStatus status : List.of(ReturnStatus.REFUSED, ReturnStatus.RECEIVED)) {
            int version = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getVersion();
            StatusChangeService changes = bean(StatusChangeService.class);
            changes.apply(changes.preview(new StatusChange(request.getNumber(), version, status, "To the customer",
                status == ReturnStatus.RECEIVED ? "A secret ground" : null, Map.of(), null, TestShop.reasons(status)),
                TestShop.ADMIN).getToken(), false, TestShop.ADMIN);
        }
        Long customer = TestShop.wish(order, 0, 1, null).customerId();

        ReturnView seen = bean(ReturnViews.class).ofCustomer(customer, request.getNumber(), Locale.ENGLISH).orElseThrow();

        assertThat(seen.journal()).extracting(entry -> entry.to()).containsExactly("REQUESTED", "REFUSED", "RECEIVED");
        assertThat(seen.toString()).contains("To the customer").doesNotContain("A secret ground", TestShop.ADMIN.name());
        assertThat(bean(ReturnViews.class).ofOrder(TestShop.orderId(order), Locale.ENGLISH).toString())
            .contains("A secret ground", TestShop.ADMIN.name());
    }
}
