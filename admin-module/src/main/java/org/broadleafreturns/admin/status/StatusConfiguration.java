package org.broadleafreturns.admin.status;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.DialogParts;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class StatusConfiguration {

    @Bean
    StatusController rtnStatusController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup,
            ReturnViews views, ReturnHead head, StatusChangeService statusChanges, DialogParts parts, GoodsWords goods,
            MerchantWords words) {
        return new StatusController(returns, access, lookup, views, head, statusChanges, parts, goods, words);
    }

    @Bean
    @Order(100)
    DialogPart rtnLabelField(ReturnsSettings settings, MerchantWords words) {
        return new LabelField(settings, words);
    }

    @Bean
    OpenGoods rtnOpenGoods(ReturnViews views, ReturnLookup lookup, ReturnHead head, ReturnChoices choices, GoodsWords words,
            UnsentUnits unsent) {
        return new OpenGoods(views, lookup, head, choices, words, unsent);
    }

    @Bean
    EntryWords rtnUnsentEntry(MerchantWords words) {
        return new UnsentEntry(words);
    }

    @Bean
    @Order(180)
    DialogPart rtnReceivedUnitsField(OpenGoods goods) {
        return GoodsField.received(goods);
    }

    @Bean
    @Order(190)
    DialogPart rtnAcceptedUnseenField(OpenGoods goods) {
        return GoodsField.acceptedUnseen(goods);
    }

    @Bean
    @Order(200)
    DialogPart rtnAcceptedUnitsField(OpenGoods goods) {
        return GoodsField.accepted(goods);
    }

    @Bean
    @Order(210)
    DialogPart rtnRefusedUnitsField(OpenGoods goods) {
        return GoodsField.refused(goods);
    }

    @Bean
    @Order(300)
    DialogPart rtnNoteField() {
        return new NoteField();
    }

    @Bean
    @Order(400)
    DialogPart rtnMessageField() {
        return new MessageField();
    }

    @Bean
    TooLargeLabelResolver rtnTooLargeLabelResolver(ReturnsSettings settings, MerchantWords words) {
        return new TooLargeLabelResolver(settings, words);
    }
}
