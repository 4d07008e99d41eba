package org.broadleafreturns.admin.list;

import java.time.Clock;
import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.column.ListColumn;
import org.broadleafreturns.admin.page.ListBeside;
import org.broadleafreturns.admin.page.RowMark;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ListConfiguration {

    @Bean
    ReturnListController rtnReturnListController(ReturnAccess access, AccessibleReturns returns, ReturnDesk desk, MerchantWords words,
            ObjectProvider<ListColumn> columns, ObjectProvider<ListBeside> beside, ShopCalendar calendar,
            @Qualifier("rtnClock") Clock clock,
            @Value("${returns.desk.due-after-days:3}") int dueAfterDays) {
        if (dueAfterDays < 0) {
            throw new IllegalArgumentException("returns.desk.due-after-days must not be negative, " + dueAfterDays);
        }
        return new ReturnListController(access, returns, desk, new Ages(words, calendar, clock, dueAfterDays),
            new FurtherColumns(columns.orderedStream().toList(), words), words, calendar,
            beside.orderedStream().toList());
    }

    @Bean
    ReturnCells rtnReturnCells(MerchantWords words, ObjectProvider<RowMark> marks,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        ReturnCells cells = new ReturnCells(words, new RowMarks(marks, words));
        platform.registerHandler(cells);
        return cells;
    }
}
