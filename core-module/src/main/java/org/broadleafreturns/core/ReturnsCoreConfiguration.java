package org.broadleafreturns.core;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationServiceProvider;
import org.broadleafcommerce.core.inventory.service.ContextualInventoryService;
import org.broadleafcommerce.core.inventory.service.InventoryServiceExtensionManager;
import org.broadleafcommerce.core.offer.service.OfferAuditService;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.core.payment.service.OrderToPaymentRequestDTOService;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.background.LaterTasks;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.MailConnections;
import org.broadleafreturns.core.platform.BroadleafCatalogue;
import org.broadleafreturns.core.platform.BroadleafGateways;
import org.broadleafreturns.core.platform.BroadleafMoney;
import org.broadleafreturns.core.platform.BroadleafOrders;
import org.broadleafreturns.core.platform.BroadleafPayments;
import org.broadleafreturns.core.platform.BroadleafSite;
import org.broadleafreturns.core.platform.BroadleafStock;
import org.broadleafreturns.core.platform.BroadleafVouchers;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.platform.ShopCurrency;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.platform.ShopVouchers;
import org.broadleafreturns.core.platform.StockLock;
import org.broadleafreturns.core.policy.MaximumReturnsPerOrder;
import org.broadleafreturns.core.policy.NotExcluded;
import org.broadleafreturns.core.policy.OnlyPhysicalGoods;
import org.broadleafreturns.core.policy.OnlyShipped;
import org.broadleafreturns.core.policy.OnlySubmittedOrders;
import org.broadleafreturns.core.policy.OnlyWhatIsLeft;
import org.broadleafreturns.core.policy.OnlyWhileEnabled;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.policy.ReturnRule;
import org.broadleafreturns.core.policy.WithinWindow;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.util.StringUtils;

/**
 * The whole of the core module, for the root context of the back office and of the storefront: the configuration of each feature is
 * found in its package. A bean of the same name in the shop's own configuration takes the place of the one here.
 */
@Configuration
@ComponentScan(basePackageClasses = ReturnsCoreConfiguration.class, useDefaultFilters = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, includeFilters = @Filter(Configuration.class),
    excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReturnsCoreConfiguration.class))
@ForIntegrators
public class ReturnsCoreConfiguration {

    @Bean
    static BeanPostProcessor rtnFeatureMessages() {
        return new FeatureMessages();
    }

    @Bean
    Clock rtnClock() {
        return Clock.systemUTC();
    }

    @Bean
    Repositories rtnRepositories(ConfigurableListableBeanFactory beans,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new Repositories(beans, entityManagerFactory);
    }

    @Bean
    ShopOrders rtnShopOrders(@Qualifier("blOrderService") OrderService orderService,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory, MessageSource messages,
            @Value("${returns.articles.attributes:}") String furtherAttributes) {
        return new BroadleafOrders(orderService, SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory),
            messages, set(furtherAttributes));
    }

    private static Set<String> set(String commaSeparated) {
        return StringUtils.commaDelimitedListToSet(commaSeparated.replaceAll("\\s*,\\s*", ",").strip());
    }

    @Bean
    ShopStock rtnShopStock(@Qualifier("blInventoryService") ContextualInventoryService inventory,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new BroadleafStock(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), inventory);
    }

    /** What gateways there are is asked whenever it is needed: some applications of some shops have none. */
    @Bean
    ShopPayments rtnShopPayments(@Qualifier("blOrderPaymentService") OrderPaymentService payments,
            @Qualifier("blPaymentGatewayConfigurationServiceProvider") ObjectProvider<PaymentGatewayConfigurationServiceProvider> gateways,
            @Qualifier("blOrderToPaymentRequestDTOService") ObjectProvider<OrderToPaymentRequestDTOService> requests,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory, @Qualifier("webDS") DataSource dataSource,
            @Value("${returns.refund.gateways:}") String able) {
        return new BroadleafPayments(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), dataSource, payments,
            new BroadleafGateways(gateways::getIfAvailable, requests::getIfAvailable, set(able)));
    }

    @Bean
    ShopMoney rtnShopMoney(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new BroadleafMoney(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    ShopCurrency rtnShopCurrency(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new ShopCurrency(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    ShopVouchers rtnShopVouchers(@Qualifier("blOfferService") OfferService offers, @Qualifier("blOfferAuditService") OfferAuditService uses,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new BroadleafVouchers(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), offers, uses);
    }

    @Bean
    StockLock rtnStockLock(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("blInventoryServiceExtensionManager") InventoryServiceExtensionManager platform) {
        StockLock lock = new StockLock(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
        platform.registerHandler(lock);
        return lock;
    }

    @Bean
    CurrentSite rtnCurrentSite() {
        return new BroadleafSite();
    }

    @Bean
    ShopCatalogue rtnShopCatalogue(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new BroadleafCatalogue(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory));
    }

    @Bean
    CustomerLanguage rtnCustomerLanguage(ReturnsSettings settings) {
        return new CustomerLanguage(settings.defaultLanguage());
    }

    @Bean
    ShopCalendar rtnShopCalendar(ReturnsSettings settings) {
        return new ShopCalendar(settings);
    }

    @Bean
    ReturnPolicy rtnReturnPolicy(ShopOrders orders, List<ReturnRule> rules) {
        return new ReturnPolicy(orders, rules);
    }

    @Bean
    @Order(50)
    ReturnRule rtnOnlyWhileEnabled(ReturnsSettings settings) {
        return new OnlyWhileEnabled(settings);
    }

    @Bean
    @Order(100)
    ReturnRule rtnOnlySubmittedOrders() {
        return new OnlySubmittedOrders();
    }

    @Bean
    @Order(200)
    ReturnRule rtnOnlyPhysicalGoods(ProductMarks marks) {
        return new OnlyPhysicalGoods(marks);
    }

    @Bean
    @Order(210)
    ReturnRule rtnNotExcluded(ProductMarks marks) {
        return new NotExcluded(marks);
    }

    /** Where returns are there before this setting is, a step of the schema sets it, so that nothing changes unasked. */
    @Bean
    Setting<Boolean> rtnUnshippedReturnable(@Value("${returns.unshipped:false}") boolean configured) {
        return Setting.yesOrNo("unshippedReturnable", configured);
    }

    @Bean
    @Order(250)
    ReturnRule rtnOnlyShipped(Settings settings, @Qualifier("rtnUnshippedReturnable") Setting<Boolean> unshippedReturnable) {
        return new OnlyShipped(settings, unshippedReturnable);
    }

    @Bean
    @Order(300)
    ReturnRule rtnOnlyWhatIsLeft() {
        return new OnlyWhatIsLeft();
    }

    @Bean
    @Order(400)
    ReturnRule rtnMaximumReturnsPerOrder(ReturnsSettings settings) {
        return new MaximumReturnsPerOrder(settings);
    }

    @Bean
    @Order(500)
    ReturnRule rtnWithinWindow(ReturnsSettings settings) {
        return new WithinWindow(settings);
    }

    /** Mails can occupy all connections to the mail server for a while: one thread more is there for other work. */
    @Bean
    @DependsOn("rtnSchema")
    BackgroundTasks rtnBackgroundTasks(@Qualifier("webDS") DataSource dataSource, List<BackgroundTask<?>> tasks,
            List<LaterTasks> later, @Qualifier("rtnMailSettings") ReturnsSettings.Mail configured,
            MailConnections connections, @Value("${returns.background.heartbeat-seconds:10}") long heartbeatSeconds) {
        return new BackgroundTasks(dataSource, tasks, later, connections.most() + 1, configured.pollInterval(),
            Duration.ofSeconds(heartbeatSeconds));
    }
}
