package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a shop that is to be set up like Broadleaf's demo site is, and that it lacks nothing of ours. */
class LikeTheDemoSiteTests {

    private static final byte[] LARGE = new byte[70 * 1024 * 1024];

    @BeforeEach
    void onlyThere() {
        assumeThat(System.getProperty("rtn.like-the-demo-site")).isEqualTo("true");
    }

    /** The back office has dropped and created all tables after the storefront had. */
    @Test
    void theRowsThatShoppersChooseFromSurviveTheSecondCreation() {
        JdbcTemplate sql = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_CHANGELOG WHERE ID = 'reason'", Integer.class)).isEqualTo(1);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REASON", Integer.class)).isEqualTo(6);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REFUND_TYPE", Integer.class)).isEqualTo(3);
        assertThat(sql.queryForList("SELECT SECTION_KEY FROM BLC_ADMIN_SECTION", String.class)).contains("Order", "ProductReturns");
    }

    /** Behind the wrapper a parameter without a value is none. */
    @Test
    void photosThatAreTooLargeAreSaidToBeBehindTheXssWrapper() {
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        String token = john.token(FormAddresses.form("PL-2001"));
        String photos = john.post(FormAddresses.form("PL-2001"), Map.of("csrfToken", token, "add", "true"))
            .headers().firstValue("Location").orElseThrow();

        String answer = john.upload(photos, token, Map.of(), List.of(
            new HttpVisitor.Upload("photos", "large.png", "image/png", LARGE))).headers().firstValue("Location").orElse("");

        assertThat(answer).contains("tooLarge");
        assertThat(john.get(answer).body()).contains("rtn-photo-errors");
    }
}
