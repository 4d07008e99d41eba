package org.broadleafreturns.core.installation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What applications of the shop have noted of themselves, for the next start and for each other, in RTN_INSTALLATION. Nothing
 * depends on it: where the table is missing, nothing is known.
 */
public class InstallationNotes {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationNotes.class);

    private final JdbcTemplate database;
    private final Clock clock;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    InstallationNotes(DataSource dataSource, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /**
     * @param content what was noted
     * @param since when it was noted last
     */
    record Note(String content, Instant since) {
    }

    /** Notes that something has happened, which is looked up in memory once it has. */
    public void once(String name) {
        if (noted.add(name) && find(name).isEmpty()) {
            put(name, "");
        }
    }

    /** Whether something was noted, and not since a moment alone. */
    public boolean isNotedBefore(String name, Instant moment) {
        return find(name).filter(note -> note.since().isBefore(moment)).isPresent();
    }

    /** Whether something was ever noted. */
    public boolean isNoted(String name) {
        return find(name).isPresent();
    }

    Optional<Note> find(String name) {
        return Optional.ofNullable(all(name).get(name));
    }

    /** All notes whose names begin so, by their names. */
    Map<String, Note> all(String prefix) {
        Map<String, Note> notes = new LinkedHashMap<>();
        try {
            database.query("SELECT NAME, CONTENT, NOTED_AT FROM RTN_INSTALLATION WHERE NAME LIKE ? ORDER BY NAME",
                row -> {
                    notes.put(row.getString(1), new Note(row.getString(2) == null ? "" : row.getString(2), Instant.ofEpochMilli(row.getLong(3))));
                }, prefix + "%");
        } catch (DataAccessException e) {
            LOG.debug("RTN_INSTALLATION cannot be read", e);
        }
        return notes;
    }

    void put(String name, String content) {
        try {
            long now = clock.millis();
            if (database.update("UPDATE RTN_INSTALLATION SET CONTENT = ?, NOTED_AT = ? WHERE NAME = ?", content, now, name) == 0) {
                database.update("INSERT INTO RTN_INSTALLATION (NAME, CONTENT, NOTED_AT) VALUES (?, ?, ?)", name, content, now);
            }
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node has noted {} at the same time", name);
        } catch (DataAccessException e) {
            LOG.debug("RTN_INSTALLATION cannot be written", e);
        }
    }

    void remove(String name) {
        try {
            database.update("DELETE FROM RTN_INSTALLATION WHERE NAME = ?", name);
        } catch (DataAccessException e) {
            LOG.debug("RTN_INSTALLATION cannot be written", e);
        }
    }
}
