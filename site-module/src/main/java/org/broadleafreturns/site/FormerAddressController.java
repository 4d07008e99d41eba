package org.broadleafreturns.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Leads from where the request form was in earlier versions, which bookmarks and mails still name, to where it is. */
@Controller
@RequestMapping("/account/orders/{orderNumber}/return")
class FormerAddressController {

    @GetMapping
    String form(@PathVariable("orderNumber") String orderNumber) {
        return "redirect:" + FormAddress.of(orderNumber).page();
    }

    @GetMapping(FormAddress.DRAFT)
    String summary(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token) {
        return "redirect:" + new FormAddress(FormAddress.FORM, orderNumber, token).page();
    }

    @GetMapping(FormAddress.DRAFT + "/edit")
    String edit(@PathVariable("orderNumber") String orderNumber, @PathVariable("token") String token) {
        return "redirect:" + new FormAddress(FormAddress.FORM, orderNumber, token).edit();
    }
}
