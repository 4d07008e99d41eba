package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Returns that merchants create, on the real platform. */
class MerchantReturnIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;

    @Test
    void aLateReturnIsRefusedToTheShopperAndCreatedByTheMerchant() {
        String order = TestShop.newOrder(JOHN, 36, Map.of(FERN, 3));
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> TestShop.request(order, 0, 1))
            .satisfies(refusal -> assertThat(refusal.objections()).extracting(Objection::code)
                .containsExactly("rtn.objection.line.late"));
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> create(order, 1, null, true))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.to("ground", "rtn.objection.ground.missing")));

        String number = create(order, 2, "Was in hospital", true).getNumber();

        inTransaction(() -> {
            ReturnRequest found = bean(ReturnLookup.class).byNumber(number).orElseThrow();
            assertThat(found.getCustomerLastName()).isEqualTo("Miller");
            assertThat(found.getJournal()).singleElement().satisfies(entry -> {
                assertThat(entry.getActorKind()).isEqualTo(Actor.Kind.MERCHANT);
                assertThat(entry.getNote()).isEqualTo("Was in hospital");
                assertThat(entry.getMail().getRecipient()).isEqualTo(JOHN);
            });
            return null;
        });
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> create(order, 2, "Again", false))
            .satisfies(refusal -> assertThat(refusal.objections()).extracting(Objection::code)
                .containsExactly("rtn.objection.quantity.tooMany"));
    }

    @Test
    void onTheLastDayTheShopperCanStillAsk() {
        assertThat(TestShop.request(TestShop.newOrder(JOHN, 35, Map.of(FERN, 1)), 0, 1).getArticleCount()).isEqualTo(1);
    }

    /** Both applications draw identifiers from blocks of their own, so these say nothing of what came first. */
    @Test
    void theJournalIsInTheOrderOfWhatHappenedWhicheverApplicationWroteIt() {
        List<ApplicationContext> site = List.of(TestShop.get().siteContext(), TestShop.get().adminContext());
        List<ApplicationContext> admin = List.of(TestShop.get().adminContext(), TestShop.get().siteContext());
        for (List<ApplicationContext> applications : List.of(site, admin)) {
            String order = TestShop.newOrder(JOHN, Map.of(FERN, 1));
            ReturnRequest request = applications.get(0).getBean(ReturnSubmissionService.class)
                .submit(TestShop.wish(order, 0, 1, null));
            StatusChangeService changes = applications.get(1).getBean(StatusChangeService.class);
            changes.apply(changes.preview(new StatusChange(request.getNumber(), request.getVersion(), ReturnStatus.RECEIVED, null,
                null, Map.of(), null), TestShop.ADMIN).getToken(), false, TestShop.ADMIN);

            inTransaction(() -> {
                ReturnViews views = bean(ReturnViews.class);
                assertThat(views.ofOrder(TestShop.orderId(order), Locale.ENGLISH).get(0).journal()).extracting(MerchantEntryView::to)
                    .containsExactly("REQUESTED", "RECEIVED");
                return null;
            });
            inTransaction(() -> {
                assertThat(bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal())
                    .extracting(JournalEntry::getTo).containsExactly("REQUESTED", "RECEIVED");
                return null;
            });
        }
    }

    @Test
    void aGuestsOrderCanBeReturned() {
        String order = bean(DemoOrders.class).submitAsGuest("guest@example.com", 1, Map.of(FERN, 1));

        ReturnRequest request = create(order, 1, null, true);

        assertThat(request.getCustomerLastName()).isNull();
        assertThat(inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow()
            .getJournal().get(0).getMail().getRecipient())).isEqualTo("guest@example.com");
    }

    @Test
    void aGuestWithoutAnAddressGetsNoMail() {
        String order = bean(DemoOrders.class).submitAsGuest(null, 1, Map.of(FERN, 1));

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> create(order, 1, null, true))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.to("confirm", "rtn.objection.mail.noRecipient")));
        assertThat(create(order, 1, null, false).getArticleCount()).isEqualTo(1);
    }

    private static ReturnRequest create(String orderNumber, int quantity, String ground, boolean confirm) {
        OrderedLine line = inTransaction(() -> {
            ShopOrders orders = bean(ShopOrders.class);
            return orders.linesOf(orders.findByNumber(orderNumber).orElseThrow()).get(0);
        });
        return bean(ReturnSubmissionService.class).create(new CreateReturn(TestShop.orderId(orderNumber),
            List.of(new SubmitReturn.Line(line.itemId(), quantity, "OTHER")), "ORIGINAL_PAYMENT", null, ground, confirm, null),
            TestShop.ADMIN);
    }
}
