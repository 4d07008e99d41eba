package org.broadleafreturns.core.schema;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.core.io.ResourceLoader;

/**
 * Runs change logs of the module's. Liquibase notes each step in tables of the module's own, beside those of a shop that uses
 * Liquibase itself; one node at a time does it.
 */
public class ChangeLogs {

    /** The table that notes what was run. */
    static final String NOTES = "RTN_CHANGELOG";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogs.class);

    private final DataSource dataSource;
    private final ResourceLoader resources;
    private final SchemaMode mode;
    private final StepNotes notes;

    ChangeLogs(DataSource dataSource, ResourceLoader resources, SchemaMode mode) {
        this.dataSource = dataSource;
        this.resources = resources;
        this.mode = mode;
        this.notes = new StepNotes(dataSource, resources);
    }

    /** Whether the shop runs the change logs, since {@code returns.schema.migrate} is {@code no}. */
    public boolean areTheShops() {
        return mode == SchemaMode.NO;
    }

    /**
     * Runs the steps that were not run yet. Where all were, Liquibase is not even loaded.
     *
     * @param location of the change log, beginning with {@code classpath:}
     * @throws IllegalStateException if a step fails; those before it are noted
     */
    public void run(String location) {
        if (notes.sayAllRun(location)) {
            return;
        }
        try {
            MigrationLock.holding(dataSource, () -> {
                migrate(location);
                notes.noteAllRun(location);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be locked for the steps of " + location, e);
        }
    }

    private void migrate(String location) {
        try {
            try {
                run(location, false);
            } catch (LiquibaseException e) {
                if (!isOfChecksums(e)) {
                    throw e;
                }
                // Steps never change, but another version of Liquibase has noted them in its own way.
                LOG.info("The checksums of the steps of {} are not this Liquibase's; noting them again", location);
                run(location, true);
            }
        } catch (LiquibaseException e) {
            throw new IllegalStateException("The steps of " + location + " cannot be run", e);
        } catch (LinkageError e) {
            throw new IllegalStateException("Liquibase " + versionOf(SpringLiquibase.class) + " does not go with another library of "
                + "the shop's (" + e.getMessage() + "). Liquibase 4.33 needs Commons Lang 3.17 or newer, which broadleaf-returns-bom has; "
                + "or take the Liquibase that the shop's Spring Boot manages", e);
        }
    }

    private void run(String location, boolean anyChecksum) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setResourceLoader(resources);
        liquibase.setChangeLog(location);
        liquibase.setDatabaseChangeLogTable(NOTES);
        liquibase.setDatabaseChangeLogLockTable(NOTES + "_LOCK");
        liquibase.setClearCheckSums(anyChecksum);
        quiet(liquibase);
        liquibase.afterPropertiesSet();
    }

    private static boolean isOfChecksums(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValidationFailedException) {
                return true;
            }
        }
        return false;
    }

    private static String versionOf(Class<?> type) {
        return type.getPackage() == null ? null : type.getPackage().getImplementationVersion();
    }

    /** The shop decides which 4.x it is; what a version cannot do yet need not be switched off. */
    private static void quiet(SpringLiquibase liquibase) {
        BeanWrapper properties = new BeanWrapperImpl(liquibase);
        Map.of("analyticsEnabled", "false", "uiService", "LOGGER", "showSummary", "OFF").forEach((name, value) -> {
            if (properties.isWritableProperty(name)) {
                properties.setPropertyValue(name, value);
            }
        });
    }
}
