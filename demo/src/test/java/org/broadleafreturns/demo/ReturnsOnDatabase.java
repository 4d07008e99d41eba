package org.broadleafreturns.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.request.CancellationService;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.ItemsReturned;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequested;
import org.broadleafreturns.core.request.ReturnStatusChanged;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.sequence.CommandSequence;
import org.broadleafreturns.core.request.sequence.ReturnsUnderTest;
import org.broadleafreturns.core.request.sequence.StoredReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new order of a running shop, and what stands in the shop's database of its returns. */
final class ReturnsOnDatabase implements ReturnsUnderTest, AutoCloseable {

    private static final List<Long> THINGS = List.of(1L, 2L, 5L);

    private final ConfigurableApplicationContext shop;
    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final OrderToReturn order;
    private final Stock stock;
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> listener = this::hear;

    /** @param late whether the order is too old for its customer to return anything of it */
    ReturnsOnDatabase(ConfigurableApplicationContext shop, boolean late) {
        this.shop = shop;
        this.transaction = new TransactionTemplate(shop.getBean("blTransactionManager", PlatformTransactionManager.class));
        this.database = new JdbcTemplate(shop.getBean("webDS", DataSource.class));
        this.order = newOrder(late);
        this.stock = new Stock(shop);
        // So that what was put back can be sold before it is taken again.
        THINGS.stream().filter(stock::isCounted).forEach(thing -> stock.sell(thing, stock.of(thing)));
        shop.addApplicationListener(listener);
    }

    private OrderToReturn newOrder(boolean late) {
        List<Integer> units = CommandSequence.ORDERED;
        String number = shop.getBean(DemoOrders.class).submit("john@example.com", late ? 75 : 1,
            Map.of(THINGS.get(0), units.get(0), THINGS.get(1), units.get(1), THINGS.get(2), units.get(2)));
        return transaction.execute(status -> {
            ShopOrders orders = shop.getBean(ShopOrders.class);
            Order stored = orders.findByNumber(number).orElseThrow();
            List<OrderedLine> lines = orders.linesOf(stored);
            if (!lines.stream().map(OrderedLine::quantity).toList().equals(units)) {
                throw new IllegalStateException("Not the order that was wanted: " + lines);
            }
            Long otherItem = database.queryForObject("SELECT MIN(ORDER_ITEM_ID) FROM BLC_ORDER_ITEM", Long.class);
            return new OrderToReturn(stored.getId(), number, stored.getCustomer().getId(),
                lines.stream().map(OrderedLine::itemId).toList(), otherItem, "ORIGINAL_PAYMENT");
        });
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload) {
            Object heard = payload.getPayload();
            if (heard instanceof ItemsReturned items && items.orderId().equals(order.id())
                    || heard instanceof ReturnRequested requested && requested.orderId().equals(order.id())
                    || heard instanceof ReturnStatusChanged changed && changed.orderId().equals(order.id())) {
                told.add(heard);
            }
        }
    }

    @Override
    public OrderToReturn order() {
        return order;
    }

    @Override
    public ReturnSubmissionService submissions() {
        return shop.getBean(ReturnSubmissionService.class);
    }

    @Override
    public StatusChangeService changes() {
        return shop.getBean(StatusChangeService.class);
    }

    @Override
    public CancellationService cancellations() {
        return shop.getBean(CancellationService.class);
    }

    @Override
    public CorrectionService corrections() {
        return shop.getBean(CorrectionService.class);
    }

    /** From the tables, without a look at what the persistence provider remembers. */
    @Override
    public List<StoredReturn> stored() {
        return database.query("SELECT R.REQUEST_ID, R.RETURN_NUMBER, R.STATUS, R.VERSION, R.ARTICLE_COUNT, D.FILE_NAME"
            + " FROM RTN_REQUEST R LEFT JOIN RTN_DOCUMENT D ON D.DOCUMENT_ID = R.LABEL_ID WHERE R.ORDER_ID = ? ORDER BY R.REQUEST_ID",
            (row, count) -> new StoredReturn(row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getString(6),
                lines(row.getLong(1)), journal(row.getLong(1))), order.id());
    }

    private List<StoredReturn.Line> lines(long request) {
        return database.query("SELECT LINE_ID, ORDER_ITEM_ID, QUANTITY_REQUESTED, QUANTITY_RECEIVED, QUANTITY_KEPT, QUANTITY_ACCEPTED,"
            + " QUANTITY_REFUSED, QUANTITY_STAYING, REFUSAL_REASON FROM RTN_LINE WHERE REQUEST_ID = ? AND QUANTITY_REQUESTED > 0"
            + " ORDER BY LINE_ID",
            (row, count) -> new StoredReturn.Line(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5),
                row.getInt(6), row.getObject(7) == null ? null : row.getInt(7), row.getInt(8), row.getString(9),
                conditions(row.getLong(1))), request);
    }

    private Map<String, Integer> conditions(long line) {
        Map<String, Integer> units = new TreeMap<>();
        database.query("SELECT CONDITION_CODE, UNITS FROM RTN_LINE_CONDITION WHERE LINE_ID = ?",
            row -> {
                units.put(row.getString(1), row.getInt(2));
            }, line);
        return units;
    }

    private List<StoredReturn.Entry> journal(long request) {
        return database.query("SELECT J.ENTRY_ID, J.HAPPENED_AT, J.ACTOR_NAME, J.CHANNEL, J.MAIL_ID, J.ACTOR_KIND, J.ACTOR_ID,"
            + " J.FROM_STATUS, J.TO_STATUS, J.NOTE, D.FILE_NAME FROM RTN_JOURNAL_ENTRY J"
            + " LEFT JOIN RTN_DOCUMENT D ON D.DOCUMENT_ID = J.DOCUMENT_ID WHERE J.REQUEST_ID = ?"
            + " AND J.KIND IN ('STATUS', 'CORRECTED') ORDER BY J.HAPPENED_AT, J.ENTRY_ID",
            (row, count) -> new StoredReturn.Entry(
                row.getLong(1) + " " + row.getTimestamp(2) + " " + row.getString(3) + " " + row.getString(4) + " " + row.getString(5),
                row.getString(6) + " " + row.getString(7), row.getString(8), row.getString(9), row.getString(10), row.getString(11),
                row.getString(5) != null), request);
    }

    @Override
    public List<Integer> returnable() {
        return transaction.execute(status -> shop.getBean(ReturnLookup.class)
            .eligibilityForMerchant(shop.getBean(ShopOrders.class).findById(order.id()).orElseThrow()).lines().stream()
            .map(EligibleLine::returnable).toList());
    }

    @Override
    public List<Integer> stock() {
        return THINGS.stream().map(thing -> stock.isCounted(thing) ? (Integer) stock.of(thing) : null).toList();
    }

    @Override
    public List<Integer> moved() {
        return order.items().stream().map(stock::moved).toList();
    }

    @Override
    public void sell(int item, int units) {
        Long thing = THINGS.get(item);
        int there = Math.min(units, stock.of(thing));
        if (there > 0) {
            stock.sell(thing, there);
        }
    }

    @Override
    public List<Object> told() {
        return told;
    }

    @Override
    public void atOnce(List<Runnable> things) {
        if (things.isEmpty()) {
            return;
        }
        CyclicBarrier start = new CyclicBarrier(things.size());
        try {
            AtOnce.run(things.stream().<Callable<Void>>map(thing -> () -> {
                start.await();
                thing.run();
                return null;
            }).toList());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not both at once: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> thing) {
        return transaction.execute(status -> thing.get());
    }

    @Override
    public void close() {
        THINGS.stream().filter(stock::isCounted).forEach(thing -> stock.deliver(thing, 240 - stock.of(thing)));
        shop.getBean("applicationEventMulticaster", ApplicationEventMulticaster.class).removeApplicationListener(listener);
    }
}
