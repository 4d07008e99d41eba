package org.broadleafreturns.host;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.broadleafcommerce.common.web.resource.BroadleafResourceHttpRequestHandler;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Broadleaf reads a private field of Spring's handler that has had another name since Spring 4. */
public class Spring5ResourceHttpRequestHandler extends BroadleafResourceHttpRequestHandler {

    @Override
    public List<Resource> getLocations() {
        List<Resource> resolved = read("locationsToUse");
        return new ArrayList<>(resolved.isEmpty() ? read("locationResources") : resolved);
    }

    @SuppressWarnings("unchecked")
    private List<Resource> read(String name) {
        try {
            Field field = ResourceHttpRequestHandler.class.getDeclaredField(name);
            field.setAccessible(true);
            return (List<Resource>) field.get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Spring's resource handler is not as in 5.3", e);
        }
    }
}
