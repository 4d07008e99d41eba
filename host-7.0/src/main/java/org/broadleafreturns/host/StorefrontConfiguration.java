package org.broadleafreturns.host;

import java.util.List;
import org.broadleafcommerce.common.config.EnableBroadleafSiteAutoConfiguration;
import org.broadleafcommerce.common.security.BroadleafAuthenticationFailureHandler;
import org.broadleafcommerce.common.security.handler.SecurityFilter;
import org.broadleafcommerce.common.web.controller.annotation.EnableAllFrameworkControllers;
import org.broadleafcommerce.core.web.order.security.BroadleafAuthenticationSuccessHandler;
import org.broadleafcommerce.presentation.thymeleaf3.BroadleafThymeleafViewResolver;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/** The application for shoppers. */
@Configuration
@EnableAutoConfiguration
@Import({HostConfiguration.class, StorefrontConfiguration.Broadleaf.class, StorefrontConfiguration.Security.class})
@EnableAllFrameworkControllers
class StorefrontConfiguration {

    /**
     * Pages name their layout themselves, in the way of the layout dialect. Broadleaf's property for it is one for all
     * applications of a virtual machine, and the back office's pages do not; so this stands before Broadleaf's own resolver.
     */
    @Bean
    BroadleafThymeleafViewResolver hostViewResolver(@Qualifier("blWebTemplateEngine") ISpringTemplateEngine engine) {
        BroadleafThymeleafViewResolver resolver = new BroadleafThymeleafViewResolver() {
            @Override
            protected boolean useThymeleafLayoutDialect() {
                return true;
            }
        };
        resolver.setTemplateEngine(engine);
        resolver.setOrder(0);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** An address that names no language that there is gets the page in the language that was read before. */
    @Bean
    WebMvcRegistrations hostMvcRegistrations() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RequestMappingHandlerMapping() {
                    @Override
                    protected void extendInterceptors(List<Object> interceptors) {
                        // Broadleaf's own, which all mappings share.
                        interceptors.stream().filter(LocaleChangeInterceptor.class::isInstance)
                            .map(LocaleChangeInterceptor.class::cast).forEach(change -> change.setIgnoreInvalidLocale(true));
                    }
                };
            }
        };
    }

    /** Broadleaf's own contexts, and those of the modules on the class path. */
    @Configuration
    @EnableBroadleafSiteAutoConfiguration
    static class Broadleaf {
    }

    /** Who may reach which page of the storefront. */
    @Configuration
    @EnableWebSecurity
    @ComponentScan({"org.broadleafcommerce.common.web.security", "org.broadleafcommerce.profile.web.core.security",
        "org.broadleafcommerce.core.web.order.security"})
    static class Security {

        @Bean
        AuthenticationSuccessHandler blAuthenticationSuccessHandler(
                @Qualifier("blAuthenticationSuccessRedirectStrategy") RedirectStrategy redirects) {
            BroadleafAuthenticationSuccessHandler handler = new BroadleafAuthenticationSuccessHandler();
            handler.setRedirectStrategy(new LocalRedirects(redirects));
            handler.setDefaultTargetUrl("/account/orders");
            handler.setTargetUrlParameter("successUrl");
            return handler;
        }

        @Bean
        AuthenticationFailureHandler blAuthenticationFailureHandler(
                @Qualifier("blAuthenticationFailureRedirectStrategy") RedirectStrategy redirects) {
            BroadleafAuthenticationFailureHandler handler = new BroadleafAuthenticationFailureHandler("/login?error=true");
            handler.setRedirectStrategy(new LocalRedirects(redirects));
            return handler;
        }

        @Bean("blAuthenticationManager")
        AuthenticationManager authenticationManager(AuthenticationConfiguration configuration) throws Exception {
            return configuration.getAuthenticationManager();
        }

        @Bean
        DaoAuthenticationProvider shoppers(@Qualifier("blUserDetailsService") UserDetailsService users,
                @Qualifier("blPasswordEncoder") PasswordEncoder passwords) {
            DaoAuthenticationProvider provider = new DaoAuthenticationProvider();
            provider.setUserDetailsService(users);
            provider.setPasswordEncoder(passwords);
            return provider;
        }

        @Bean
        SecurityFilter blCsrfFilter() {
            return new SecurityFilter();
        }

        @Bean
        SecurityFilterChain storefrontSecurity(HttpSecurity http,
                @Qualifier("blAuthenticationSuccessHandler") AuthenticationSuccessHandler success,
                @Qualifier("blAuthenticationFailureHandler") AuthenticationFailureHandler failure,
                @Qualifier("blCsrfFilter") SecurityFilter csrf) throws Exception {
            return http
                // Broadleaf's own filter takes its place.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .sessionManagement(sessions -> sessions.enableSessionUrlRewriting(false))
                .formLogin(form -> form.loginPage("/login").loginProcessingUrl("/login_post.htm")
                    .usernameParameter("j_username").passwordParameter("j_password")
                    .successHandler(success).failureHandler(failure))
                .authorizeHttpRequests(requests -> requests
                    .requestMatchers(path("/account"), path("/account/**")).authenticated()
                    .anyRequest().permitAll())
                .logout(logout -> logout.logoutUrl("/logout"))
                .addFilterBefore(csrf, UsernamePasswordAuthenticationFilter.class)
                .build();
        }

        /** The filter has its place in the chain above; Spring Boot would add it to every request. */
        @Bean
        FilterRegistrationBean<SecurityFilter> csrfFilterInTheChainOnly(@Qualifier("blCsrfFilter") SecurityFilter csrf) {
            FilterRegistrationBean<SecurityFilter> registration = new FilterRegistrationBean<>(csrf);
            registration.setEnabled(false);
            return registration;
        }

        private static AntPathRequestMatcher path(String pattern) {
            return AntPathRequestMatcher.antMatcher(pattern);
        }
    }
}
