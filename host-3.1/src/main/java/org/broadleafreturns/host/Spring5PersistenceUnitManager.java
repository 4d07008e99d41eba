package org.broadleafreturns.host;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Collection;
import javax.persistence.spi.PersistenceUnitInfo;
import org.broadleafcommerce.common.extensibility.jpa.MergePersistenceUnitManager;
import org.broadleafcommerce.common.extensibility.jpa.convert.BroadleafClassTransformer;
import org.broadleafcommerce.common.extensibility.jpa.copy.NullClassTransformer;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.instrument.classloading.LoadTimeWeaver;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.MutablePersistenceUnitInfo;

/**
 * Merges persistence units of the same name as Broadleaf's manager does, which reaches into classes that Spring has renamed
 * since 3.2.
 */
public class Spring5PersistenceUnitManager extends MergePersistenceUnitManager {

    @Override
    protected PersistenceUnitInfo getMergedUnit(String name, MutablePersistenceUnitInfo unit) {
        return mergedPus.computeIfAbsent(name, first -> unit);
    }

    @Override
    public void preparePersistenceUnitInfos() {
        try {
            Method read = accessible("readPersistenceUnitInfos");
            Method defaultRoot = accessible("determineDefaultPersistenceUnitRootUrl");
            for (Object found : (Collection<?>) read.invoke(this)) {
                MutablePersistenceUnitInfo unit = (MutablePersistenceUnitInfo) found;
                if (unit.getPersistenceUnitRootUrl() == null) {
                    unit.setPersistenceUnitRootUrl((URL) defaultRoot.invoke(this));
                }
                if (unit.getNonJtaDataSource() == null) {
                    unit.setNonJtaDataSource(getDefaultDataSource());
                }
                initialize(unit);
                postProcessPersistenceUnitInfo(unit);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Spring's persistence unit manager is not as in 5.3", e);
        }
        addTransformers();
    }

    /** Spring's own step between reading a unit and using it; its class is not public. */
    private void initialize(MutablePersistenceUnitInfo unit) throws ReflectiveOperationException {
        if (getLoadTimeWeaver() != null) {
            Method init = unit.getClass().getDeclaredMethod("init", LoadTimeWeaver.class);
            init.setAccessible(true);
            init.invoke(unit, getLoadTimeWeaver());
        } else {
            Field resolver = DefaultPersistenceUnitManager.class.getDeclaredField("resourcePatternResolver");
            resolver.setAccessible(true);
            Method init = unit.getClass().getDeclaredMethod("init", ClassLoader.class);
            init.setAccessible(true);
            init.invoke(unit, ((ResourcePatternResolver) resolver.get(this)).getClassLoader());
        }
    }

    private void addTransformers() {
        PersistenceUnitInfo unit = mergedPus.get("blPU");
        if (getLoadTimeWeaver() == null || unit == null) {
            return;
        }
        for (BroadleafClassTransformer transformer : classTransformers) {
            if (!(transformer instanceof NullClassTransformer)) {
                unit.addTransformer(transformer);
            }
        }
    }

    private static Method accessible(String name) throws NoSuchMethodException {
        Method method = DefaultPersistenceUnitManager.class.getDeclaredMethod(name);
        method.setAccessible(true);
        return method;
    }
}
