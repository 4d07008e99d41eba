package org.broadleafreturns.demo.shop;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.web.servlet.HandlerInterceptor;

/** The languages that a shopper can choose from, for the header of every page, that of an error among them. */
class ShopLanguages implements HandlerInterceptor {

    private final ReturnsSettings settings;

    ShopLanguages(ReturnsSettings settings) {
        this.settings = settings;
    }

    /** One of them. */
    public record Language(String code) {

        /** As the header writes it. */
        public String label() {
            return code.toUpperCase(Locale.ROOT);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("shopLanguages",
            settings.languages().stream().map(language -> new Language(language.getLanguage())).toList());
        return true;
    }
}
