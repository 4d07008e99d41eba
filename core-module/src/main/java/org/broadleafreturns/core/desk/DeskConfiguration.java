package org.broadleafreturns.core.desk;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.search.SearchIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The merchants' views of all returns. */
@Configuration
class DeskConfiguration {

    @Bean
    ReturnDesk rtnReturnDesk(@Qualifier("webDS") DataSource dataSource, List<DeskView> views, SearchIndex words,
            @Qualifier("rtnClock") Clock clock) {
        return new ReturnDesk(dataSource, views, words, clock);
    }

    /** What waits for somebody by now. */
    @Bean
    @Order(100)
    DeskView rtnDeskViewToDo() {
        return new DeskView("todo", "R.ATTENTION_AT <= :now", DeskSort.LONGEST_WAITING_FIRST);
    }

    @Bean
    @Order(200)
    DeskView rtnDeskViewWaiting() {
        return DeskView.of("waiting", ReturnStatus.LABEL_SENT);
    }

    @Bean
    @Order(300)
    DeskView rtnDeskViewToDecide() {
        return DeskView.of("decide", ReturnStatus.RECEIVED);
    }

    @Bean
    @Order(800)
    DeskView rtnDeskViewDone() {
        return DeskView.of("done", ReturnStatus.ACCEPTED, ReturnStatus.PARTIALLY_ACCEPTED, ReturnStatus.REFUSED,
            ReturnStatus.CANCELLED);
    }

    @Bean
    @Order(900)
    DeskView rtnDeskViewAll() {
        return new DeskView("all", null, DeskSort.NEWEST_FIRST);
    }
}
