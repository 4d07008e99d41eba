package org.broadleafreturns.demo.shop;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the demo's storefront. The returns pages are the site module's. */
@Controller
public class ShopController {

    private final CatalogService catalog;
    private final OrderService orders;

    public ShopController(CatalogService catalog, OrderService orders) {
        this.catalog = catalog;
        this.orders = orders;
    }

    @RequestMapping(value = "/", method = RequestMethod.GET)
    String home(Model model) {
        model.addAttribute("products", catalog.findAllProducts());
        return "shop/home";
    }

    @RequestMapping(value = "/products/{url}", method = RequestMethod.GET)
    String product(@PathVariable String url, Model model, HttpServletResponse response) {
        Product product = catalog.findProductByURI("/" + url);
        if (product == null) {
            return error("404", model, response);
        }
        model.addAttribute("product", product);
        return "shop/product";
    }

    @RequestMapping(value = "/login", method = RequestMethod.GET)
    String login(@RequestParam(required = false) String error, Model model) {
        model.addAttribute("failed", error != null);
        return "shop/login";
    }

    @RequestMapping(value = "/account", method = RequestMethod.GET)
    String account() {
        return "redirect:/account/orders";
    }

    @RequestMapping(value = "/account/orders", method = RequestMethod.GET)
    String orders(Model model) {
        List<Order> own = orders.findOrdersForCustomer(CustomerState.getCustomer(), OrderStatus.SUBMITTED);
        model.addAttribute("orders", own.stream()
            .sorted(java.util.Comparator.comparing(Order::getSubmitDate).reversed()).toList());
        return "account/orders";
    }

    @RequestMapping(value = "/account/orders/{orderNumber}", method = RequestMethod.GET)
    String order(@PathVariable String orderNumber, Model model, HttpServletResponse response) {
        Order order = orders.findOrderByOrderNumber(orderNumber);
        Customer customer = CustomerState.getCustomer();
        if (order == null || !order.getCustomer().getId().equals(customer.getId())) {
            return error("404", model, response);
        }
        model.addAttribute("order", order);
        return "account/order";
    }

    @RequestMapping("/error/{status}")
    String error(@PathVariable String status, Model model, HttpServletResponse response) {
        Map<String, Integer> known = Map.of("400", 400, "404", 404, "403", 403, "500", 500);
        int code = known.getOrDefault(status, 404);
        response.setStatus(code);
        model.addAttribute("status", code);
        return "shop/error";
    }

    @RequestMapping("/**")
    String unknown(Model model, HttpServletResponse response) {
        return error("404", model, response);
    }
}
