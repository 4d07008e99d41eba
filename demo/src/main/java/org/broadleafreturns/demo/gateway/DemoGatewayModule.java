package org.broadleafreturns.demo.gateway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfiguration;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;

/**
 * The gateway as the platform knows one. Its interfaces have other methods on each line of Broadleaf, of which the demo needs none:
 * they are answered as the platform's own base classes do.
 */
final class DemoGatewayModule {

    private DemoGatewayModule() {
    }

    static PaymentGatewayConfigurationService of(DemoGateway gateway) {
        PaymentGatewayConfiguration configuration = as(PaymentGatewayConfiguration.class, (self, method, arguments) ->
            switch (method.getName()) {
                case "getGatewayType" -> DemoGateway.TYPE;
                case "handlesAuthorize", "handlesCapture", "handlesAuthorizeAndCapture", "handlesRefund", "handlesMultiplePayments" -> true;
                case "getFailureReportingThreshold" -> 1;
                default -> method.getReturnType() == boolean.class ? false : null;
            });
        return as(PaymentGatewayConfigurationService.class, (self, method, arguments) ->
            switch (method.getName()) {
                case "getConfiguration" -> configuration;
                case "getTransactionService" -> gateway;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    private static <T> T as(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
            switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                case "toString" -> type.getSimpleName() + " of the demo gateway";
                default -> answers.invoke(self, method, arguments);
            }));
    }
}
