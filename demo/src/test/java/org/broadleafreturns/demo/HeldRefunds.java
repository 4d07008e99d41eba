package org.broadleafreturns.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.request.ReturnStatusChanged;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For nodes that are to be killed: refunds of chosen orders stop at a chosen moment, for ever, or the node does, and what gateways are
 * asked is written down where it outlives the node.
 */
@Configuration
class HeldRefunds {

    /** Where the calls are written down. */
    static final String TABLE = "CREATE TABLE GATEWAY_CALL (ORDER_ID BIGINT, REFUND_KEY VARCHAR(50), AMOUNT DECIMAL(19, 5),"
        + " MOMENT VARCHAR(10))";

    private static final Map<Long, Moment> HELD = new ConcurrentHashMap<>();

    private final BeanFactory beans;

    HeldRefunds(BeanFactory beans) {
        this.beans = beans;
    }

    /** How far a refund has come. */
    enum Moment { COMMITTED, ASKED, ANSWERED }

    /** Stops the refunds of an order at that moment; right after the commit the node itself. */
    static void hold(Long order, Moment moment) {
        HELD.put(order, moment);
    }

    @EventListener
    void changed(ReturnStatusChanged change) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reached(beans, change.orderId(), "", BigDecimal.ZERO, Moment.COMMITTED);
            }
        });
    }

    @Bean
    static BeanPostProcessor heldPayments(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean;
            }

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ShopPayments payments ? held(payments, beans) : bean;
            }
        };
    }

    /** A refund that is ready, with what is said of it. */
    private record Ready(Long order, String key, BigDecimal amount) {
    }

    private static ShopPayments held(ShopPayments payments, BeanFactory beans) {
        Map<Object, Ready> ready = new ConcurrentHashMap<>();
        return (ShopPayments) Proxy.newProxyInstance(ShopPayments.class.getClassLoader(), new Class<?>[] {ShopPayments.class},
            (self, method, arguments) -> {
                Ready asked = "ask".equals(method.getName()) ? ready.get(arguments[0]) : null;
                if (asked != null) {
                    reached(beans, asked.order(), asked.key(), asked.amount(), Moment.ASKED);
                }
                Object answer;
                try {
                    answer = method.invoke(payments, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
                if ("prepare".equals(method.getName())) {
                    ready.put(answer, new Ready(orderOf(beans, (Long) arguments[0]), (String) arguments[2], (BigDecimal) arguments[1]));
                } else if (asked != null) {
                    reached(beans, asked.order(), asked.key(), asked.amount(), Moment.ANSWERED);
                }
                return answer;
            });
    }

    private static Long orderOf(BeanFactory beans, Long capture) {
        return database(beans).queryForObject("SELECT P.ORDER_ID FROM BLC_ORDER_PAYMENT P JOIN BLC_ORDER_PAYMENT_TRANSACTION T"
            + " ON T.ORDER_PAYMENT = P.ORDER_PAYMENT_ID WHERE T.PAYMENT_TRANSACTION_ID = ?", Long.class, capture);
    }

    private static void reached(BeanFactory beans, Long order, String key, BigDecimal amount, Moment moment) {
        database(beans).update("INSERT INTO GATEWAY_CALL VALUES (?, ?, ?, ?)", order, key, amount, moment.name());
        if (HELD.get(order) == moment) {
            if (moment == Moment.COMMITTED) {
                // At once, since whoever looks for what was left may be this node.
                Runtime.getRuntime().halt(1);
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Over a connection of its own, within whichever transaction. */
    private static JdbcTemplate database(BeanFactory beans) {
        return Apart.of(beans.getBean("webDS", DataSource.class));
    }

    /** The data source of transactions is not this one, for Spring. */
    private static final class Apart extends DelegatingDataSource {

        private Apart(DataSource shop) {
            super(shop);
        }

        static JdbcTemplate of(DataSource shop) {
            return new JdbcTemplate(new Apart(shop));
        }
    }
}
