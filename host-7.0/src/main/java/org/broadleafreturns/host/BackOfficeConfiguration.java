package org.broadleafreturns.host;

import java.util.Arrays;
import org.broadleafcommerce.common.config.EnableBroadleafAdminAutoConfiguration;
import org.broadleafcommerce.common.demo.AutoImportPersistenceUnit;
import org.broadleafcommerce.common.demo.AutoImportSql;
import org.broadleafcommerce.common.demo.AutoImportStage;
import org.broadleafcommerce.common.security.handler.SecurityFilter;
import org.broadleafcommerce.common.web.controller.FrameworkControllerHandlerMapping;
import org.broadleafcommerce.common.web.controller.annotation.EnableAllFrameworkControllers;
import org.broadleafcommerce.common.web.filter.FilterOrdered;
import org.broadleafcommerce.openadmin.security.BroadleafAdminAuthenticationFailureHandler;
import org.broadleafcommerce.openadmin.security.BroadleafAdminAuthenticationSuccessHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The application for merchants. */
@Configuration
@EnableAutoConfiguration
@Import({HostConfiguration.class, BackOfficeConfiguration.Broadleaf.class, BackOfficeConfiguration.Security.class})
@EnableAllFrameworkControllers
class BackOfficeConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(FrameworkControllerHandlerMapping.REQUEST_MAPPING_ORDER - 1);
        registry.addResourceHandler("/img/**")
            .addResourceLocations("classpath:/open_admin_style/img/", "classpath:/common_style/img/");
        registry.addResourceHandler("/favicon.ico").addResourceLocations("classpath:/open_admin_style/img/");
        registry.addResourceHandler("/fonts/**")
            .addResourceLocations("classpath:/open_admin_style/fonts/", "classpath:/common_style/fonts/");
    }

    /** An address that names no language that there is gets the page in the language that was read before. */
    @Autowired
    void ignoreUnknownLanguages(@Qualifier("blLocaleChangeInterceptor") MappedInterceptor interceptor) {
        ((LocaleChangeInterceptor) interceptor.getInterceptor()).setIgnoreInvalidLocale(true);
    }

    @Bean
    FilterRegistrationBean<UnknownClassFilter> unknownClassFilter() {
        FilterRegistrationBean<UnknownClassFilter> registration = new FilterRegistrationBean<>(new UnknownClassFilter());
        registration.setOrder(FilterOrdered.PRE_SECURITY_HIGH);
        return registration;
    }

    /** The platform's permissions, roles and menu without the users and languages that it would import with them. */
    @Bean
    AutoImportSql hostSecuritySql() {
        return new AutoImportSql(AutoImportPersistenceUnit.BL_PU, "config/bc/sql/load_admin_permissions.sql,"
            + "config/bc/sql/load_admin_roles.sql,config/bc/sql/load_admin_menu.sql",
            AutoImportStage.PRIMARY_FRAMEWORK_SECURITY);
    }

    /** Broadleaf's own contexts, and those of the modules on the class path. */
    @Configuration
    @EnableBroadleafAdminAutoConfiguration
    static class Broadleaf {
    }

    /** Who may reach the back office, and what its pages may load. */
    @Configuration
    @EnableWebSecurity
    @EnableMethodSecurity(securedEnabled = true)
    static class Security {

        /** No script that is not the back office's own, as in a shop that follows Broadleaf's example. */
        private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-%s'; "
            + "style-src 'self' 'unsafe-inline' https://fonts.googleapis.com; img-src 'self' data:; "
            + "font-src 'self' https://fonts.gstatic.com data:; frame-src 'self'; frame-ancestors 'self'";

        @Bean
        AuthenticationSuccessHandler blAdminAuthenticationSuccessHandler() {
            BroadleafAdminAuthenticationSuccessHandler handler = new BroadleafAdminAuthenticationSuccessHandler();
            handler.setDefaultTargetUrl("/loginSuccess");
            handler.setRedirectStrategy(new LocalRedirects(new DefaultRedirectStrategy()));
            return handler;
        }

        @Bean
        AuthenticationFailureHandler blAdminAuthenticationFailureHandler() {
            BroadleafAdminAuthenticationFailureHandler handler =
                new BroadleafAdminAuthenticationFailureHandler("/login?login_error=true");
            handler.setRedirectStrategy(new LocalRedirects(new DefaultRedirectStrategy()));
            return handler;
        }

        @Bean("blAdminAuthenticationManager")
        AuthenticationManager authenticationManager(AuthenticationConfiguration configuration) throws Exception {
            return configuration.getAuthenticationManager();
        }

        @Bean
        SecurityFilterChain backOfficeSecurity(HttpSecurity http,
                @Qualifier("blAdminAuthenticationProvider") AuthenticationProvider provider,
                @Qualifier("blAdminAuthenticationSuccessHandler") AuthenticationSuccessHandler success,
                @Qualifier("blAdminAuthenticationFailureHandler") AuthenticationFailureHandler failure,
                @Qualifier("blAdminLogoutSuccessHandler") LogoutSuccessHandler loggedOut,
                @Qualifier("blAdminCsrfFilter") SecurityFilter csrf) throws Exception {
            return http
                .authenticationProvider(provider)
                // Broadleaf's own filter takes its place.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .sessionManagement(sessions -> sessions.enableSessionUrlRewriting(false))
                .formLogin(form -> form.loginPage("/login").loginProcessingUrl("/login_admin_post")
                    .successHandler(success).failureHandler(failure))
                .authorizeHttpRequests(requests -> requests
                    .requestMatchers(paths("/css/**", "/js/**", "/img/**", "/fonts/**", "/favicon.ico", "/error")).permitAll()
                    .requestMatchers(paths("/login", "/forgotUsername", "/forgotPassword", "/sendResetPassword", "/resetPassword")).permitAll()
                    .anyRequest().authenticated())
                .logout(logout -> logout.logoutUrl("/adminLogout.htm").logoutSuccessHandler(loggedOut))
                .addFilterBefore(csrf, UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new ContentSecurityPolicyFilter(CONTENT_SECURITY_POLICY), UsernamePasswordAuthenticationFilter.class)
                .build();
        }

        /** The filter has its place in the chain above; Spring Boot would add it to every request. */
        @Bean
        FilterRegistrationBean<SecurityFilter> csrfFilterInTheChainOnly(@Qualifier("blAdminCsrfFilter") SecurityFilter csrf) {
            FilterRegistrationBean<SecurityFilter> registration = new FilterRegistrationBean<>(csrf);
            registration.setEnabled(false);
            return registration;
        }

        private static AntPathRequestMatcher[] paths(String... patterns) {
            return Arrays.stream(patterns).map(AntPathRequestMatcher::antMatcher).toArray(AntPathRequestMatcher[]::new);
        }
    }
}
