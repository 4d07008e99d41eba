package org.broadleafreturns.host;

import com.zaxxer.hikari.HikariDataSource;
import javax.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.context.request.RequestContextListener;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The web server and what Broadleaf's {@code web.xml} would declare. Of Spring Boot's auto-configurations only those of the
 * web server are used: the others would configure a second time, and for newer versions, what Broadleaf configures itself.
 */
@Configuration
@ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, EmbeddedWebServerFactoryCustomizerAutoConfiguration.class})
class BroadleafWebConfiguration {

    /** The contexts of the dispatcher servlet, separated by commas. */
    static final String SERVLET_CONTEXTS = "host.servlet-contexts";

    /** The largest form with files that is read, in bytes. */
    static final String UPLOAD_LIMIT = "host.upload-limit";

    private static final int BEFORE_ALL = -200;
    private static final int SECURITY = -100;

    @Bean
    static BootPropertiesConfigurer blConfiguration() {
        return new BootPropertiesConfigurer();
    }

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
    ServletListenerRegistrationBean<RequestContextListener> requestContextListener() {
        return new ServletListenerRegistrationBean<>(new RequestContextListener());
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> httpSessionEventPublisher() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> encodingFilter() {
        FilterRegistrationBean<CharacterEncodingFilter> registration =
            new FilterRegistrationBean<>(new CharacterEncodingFilter("UTF-8", true, false));
        registration.setOrder(BEFORE_ALL);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
        FilterRegistrationBean<SecurityHeadersFilter> registration = new FilterRegistrationBean<>(new SecurityHeadersFilter());
        registration.setOrder(BEFORE_ALL);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnknownSectionFilter> unknownSectionFilter() {
        FilterRegistrationBean<UnknownSectionFilter> registration = new FilterRegistrationBean<>(new UnknownSectionFilter());
        registration.setOrder(BEFORE_ALL);
        return registration;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        DelegatingFilterProxyRegistrationBean registration =
            new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setOrder(SECURITY);
        return registration;
    }

    /**
     * The server reads uploads itself: the version of Commons FileUpload that Broadleaf 3.1 brings never comes back from a form
     * with a long boundary, and keeps any number of parts in memory.
     */
    @Bean
    MultipartConfigElement uploads(Environment environment) {
        long limit = environment.getRequiredProperty(UPLOAD_LIMIT, Long.class);
        return new MultipartConfigElement("", limit, limit, 0);
    }

    /** As the strictest of servers have it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewParts() {
        return server -> server.addConnectorCustomizers(connector -> connector.setMaxPartCount(10));
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(Environment environment, MultipartConfigElement uploads) {
        DispatcherServlet servlet = new DispatcherServlet();
        servlet.setContextConfigLocation(environment.getRequiredProperty(SERVLET_CONTEXTS));
        ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(servlet, "/");
        registration.setName("broadleaf");
        registration.setMultipartConfig(uploads);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
