package org.broadleafreturns.core.storedsettings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.OnlyOnce;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.platform.CurrentSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The settings of the current site in the database. They are read once for a {@link PieceOfWork}, which asks for many of them.
 */
class SettingsStore {

    /** The version of settings that were never saved. */
    static final int NEVER_SAVED = -1;

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private static final int WHO_LENGTH = 255;

    private final JdbcTemplate database;
    private final CurrentSite site;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    SettingsStore(DataSource dataSource, CurrentSite site, PlatformTransactionManager transactionManager) {
        this.database = new JdbcTemplate(dataSource);
        this.site = site;
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactionManager);
    }

    /** What is stored for the current site. */
    StoredValues values() {
        return PieceOfWork.recall(nameOfValues(), this::read);
    }

    private String nameOfValues() {
        return SettingsStore.class.getName() + "." + site.id();
    }

    /** What was noted of properties stands beside the settings of the shop without a site. */
    private StoredValues read() {
        return reading.execute(status -> {
            StoredValues values = new StoredValues();
            database.query("SELECT SITE_ID, SETTING_NAME, LANGUAGE_TAG, HELD_FROM, SETTING_VALUE FROM RTN_SETTING"
                + " WHERE SITE_ID IN (?, ?)", row -> {
                    String name = row.getString(2);
                    if (row.getLong(1) == site.id() || name.startsWith(StoredValues.CONFIGURED)) {
                        values.add(name, row.getString(3), row.getLong(4), row.getString(5));
                    }
                }, site.id(), CurrentSite.NONE);
            return values;
        });
    }

    /** Grows with each saving; {@link #NEVER_SAVED} before the first. */
    int version() {
        return reading.execute(status -> database.queryForList("SELECT VERSION FROM RTN_SETTING_VERSION WHERE SITE_ID = ?",
            Integer.class, site.id()).stream().findFirst().orElse(NEVER_SAVED));
    }

    /** One change of one value; null for what is configured. */
    record Change(String name, String language, boolean promised, String value) {
    }

    /** What somebody changes, given what is stored. */
    interface Changes {
        Iterable<Change> of(StoredValues stored);
    }

    /**
     * Changes what is stored, in one transaction.
     *
     * @param version that the changes start from
     * @throws StaleSettingsException if another version is stored; nothing changes then
     */
    void change(int version, Instant now, String who, Changes changes) {
        beginVersions();
        try {
            writing.executeWithoutResult(status -> {
                // First of all: whoever saves at the same time waits here, and finds another version then.
                if (database.update("UPDATE RTN_SETTING_VERSION SET VERSION = VERSION + 1, CHANGED_AT = ?, CHANGED_BY = ?"
                        + " WHERE SITE_ID = ? AND VERSION = ?", Timestamp.from(now), shortened(who), site.id(), version) == 0) {
                    throw new StaleSettingsException();
                }
                changes.of(read()).forEach(change -> write(change, now));
            });
        } catch (StaleSettingsException e) {
            throw e;
        } catch (RuntimeException e) {
            if (version() != version) {
                throw new StaleSettingsException();
            }
            throw e;
        } finally {
            PieceOfWork.forget(nameOfValues());
        }
    }

    /** A row that all who save for the first time at once find, each in a transaction of its own. */
    private void beginVersions() {
        long id = site.id();
        OnlyOnce.add(writing, () -> !database.queryForList("SELECT 1 FROM RTN_SETTING_VERSION WHERE SITE_ID = ?", id).isEmpty(),
            () -> database.update("INSERT INTO RTN_SETTING_VERSION (SITE_ID, VERSION) VALUES (?, ?)", id, NEVER_SAVED));
    }

    private static String shortened(String who) {
        return who.length() > WHO_LENGTH ? who.substring(0, WHO_LENGTH) : who;
    }

    private void write(Change change, Instant now) {
        long from = change.promised() ? now.toEpochMilli() : 0;
        if (change.value() == null && !change.promised()) {
            database.update("DELETE FROM RTN_SETTING WHERE SITE_ID = ? AND SETTING_NAME = ? AND LANGUAGE_TAG = ?",
                site.id(), change.name(), change.language());
        } else if (database.update("UPDATE RTN_SETTING SET SETTING_VALUE = ? WHERE SITE_ID = ? AND SETTING_NAME = ?"
                + " AND LANGUAGE_TAG = ? AND HELD_FROM = ?", change.value(), site.id(), change.name(), change.language(), from) == 0) {
            add(site.id(), change.name(), change.language(), from, change.value());
        }
    }

    private void add(long siteId, String name, String language, long from, String value) {
        database.update("INSERT INTO RTN_SETTING (SITE_ID, SETTING_NAME, LANGUAGE_TAG, HELD_FROM, SETTING_VALUE)"
            + " VALUES (?, ?, ?, ?, ?)", siteId, name, language, from, value);
    }

    /**
     * Notes what is configured for settings that are promised, where it is not what was noted last. What is noted first has
     * held for ever.
     *
     * @param configured by name
     */
    void noteConfigured(Map<String, String> configured, Instant now) {
        StoredValues noted = read();
        configured.forEach((name, value) -> {
            String last = noted.latestConfigured(name);
            if (!value.equals(last)) {
                try {
                    add(CurrentSite.NONE, StoredValues.CONFIGURED + name, StoredValues.NO_LANGUAGE,
                        last == null ? 0 : now.toEpochMilli(), value);
                } catch (DuplicateKeyException e) {
                    LOG.debug("Another node has noted {} at the same time", name);
                }
            }
        });
    }
}
