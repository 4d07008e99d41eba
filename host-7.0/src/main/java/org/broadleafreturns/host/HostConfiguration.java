package org.broadleafreturns.host;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.broadleafcommerce.common.extensibility.context.merge.Merge;
import org.broadleafcommerce.common.web.filter.FilterOrdered;
import org.broadleafcommerce.common.web.filter.IgnorableOpenEntityManagerInViewFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.MapFactoryBean;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What both applications need: the database, the mail server, scripts and styles. */
@Configuration
class HostConfiguration {

    @Bean(destroyMethod = "close")
    HikariDataSource webDS(Environment environment) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(environment.getRequiredProperty("host.database.url"));
        dataSource.setUsername(environment.getProperty("host.database.user", "sa"));
        dataSource.setPassword(environment.getProperty("host.database.password", ""));
        dataSource.setMaximumPoolSize(20);
        return dataSource;
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
        FilterRegistrationBean<SecurityHeadersFilter> registration = new FilterRegistrationBean<>(new SecurityHeadersFilter());
        registration.setOrder(FilterOrdered.PRE_SECURITY_HIGH);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnreadableFileNameFilter> unreadableFileNameFilter() {
        FilterRegistrationBean<UnreadableFileNameFilter> registration = new FilterRegistrationBean<>(new UnreadableFileNameFilter());
        registration.setOrder(FilterOrdered.PRE_SECURITY_HIGH);
        return registration;
    }

    @Bean
    MapFactoryBean blMergedDataSources(@Qualifier("webDS") DataSource webDS) {
        MapFactoryBean sources = new MapFactoryBean();
        sources.setSourceMap(Map.of("jdbc/web", webDS, "jdbc/webSecure", webDS, "jdbc/cmsStorage", webDS));
        return sources;
    }

    @Merge(targetRef = "blMergedPersistenceXmlLocations", early = true)
    List<String> hostPersistenceXmlLocations() {
        return List.of("classpath*:/META-INF/persistence-host.xml");
    }

    @Merge(targetRef = "blMergedCacheConfigLocations", early = true)
    List<String> hostCaches() {
        return List.of("classpath:host/ehcache.xml");
    }

    @Bean
    JavaMailSender blMailSender(Environment environment) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(environment.getRequiredProperty("mail.smtp.host"));
        sender.setPort(environment.getRequiredProperty("mail.smtp.port", Integer.class));
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", "5000", "mail.smtp.timeout", "20000",
            "mail.smtp.writetimeout", "20000"));
        return sender;
    }

    @Bean
    FilterRegistrationBean<IgnorableOpenEntityManagerInViewFilter> openEntityManagerInViewFilter() {
        FilterRegistrationBean<IgnorableOpenEntityManagerInViewFilter> registration =
            new FilterRegistrationBean<>(new IgnorableOpenEntityManagerInViewFilter());
        registration.setOrder(FilterOrdered.PRE_SECURITY_HIGH);
        return registration;
    }

    /** As the strictest of servers have it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewParts() {
        return server -> server.addConnectorCustomizers(connector -> connector.setMaxPartCount(10));
    }

    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    HandlerMapping hostResources() {
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
        mapping.setOrder(-10);
        Properties resources = new Properties();
        resources.put("/js/**", "blJsResources");
        resources.put("/css/**", "blCssResources");
        mapping.setMappings(resources);
        return mapping;
    }
}
