package org.broadleafreturns.host;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.broadleafcommerce.common.extensibility.context.ResourceInputStream;
import org.broadleafcommerce.common.extensibility.context.StandardConfigLocations;
import org.broadleafcommerce.common.extensibility.context.merge.ImportProcessor;
import org.broadleafcommerce.common.extensibility.context.MergeApplicationContextXmlConfigResource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;

/**
 * Loads Broadleaf's XML contexts into a Spring Boot context, merged as Broadleaf's own context class merges them. A plain
 * {@code @ImportResource} would let the last definition of a list win instead of joining the lists.
 */
class BroadleafContexts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * Beans that have no place here: two contexts in one virtual machine would register the same JMX names, and Velocity's
     * factory is gone from Spring 5. The reader of properties is replaced, which the merging would not let happen.
     */
    private static final List<String> UNWANTED = List.of("exporter", "hibernateExporter", "blVelocityEngine", "blConfiguration");

    private final List<String> patches;

    /** @param patches class path locations in the order in which later ones override earlier ones */
    BroadleafContexts(List<String> patches) {
        this.patches = List.copyOf(patches);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context;
        XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(registry);
        reader.setResourceLoader(context);
        reader.setEnvironment(context.getEnvironment());
        reader.loadBeanDefinitions(merged(context));
        UNWANTED.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
    }

    private Resource[] merged(ConfigurableApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        ImportProcessor imports = new ImportProcessor(context);
        try {
            List<ResourceInputStream> standard = new ArrayList<>();
            for (String location : StandardConfigLocations.retrieveAll(StandardConfigLocations.APPCONTEXTTYPE)) {
                InputStream content = loader.getResourceAsStream(location);
                if (content != null) {
                    standard.add(new ResourceInputStream(content, location));
                }
            }
            List<ResourceInputStream> patching = new ArrayList<>();
            for (String location : patches) {
                InputStream content = loader.getResourceAsStream(location);
                if (content == null) {
                    throw new IllegalStateException("No " + location + " on the class path");
                }
                patching.add(new ResourceInputStream(content, location));
            }
            ResourceInputStream[] sources = imports.extract(standard.toArray(new ResourceInputStream[0]));
            ResourceInputStream[] patched = imports.extract(patching.toArray(new ResourceInputStream[0]));
            return MergedContexts.kept(sources, patched,
                () -> new MergeApplicationContextXmlConfigResource().getConfigResources(sources, patched));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Broadleaf's contexts cannot be merged", e);
        }
    }
}
