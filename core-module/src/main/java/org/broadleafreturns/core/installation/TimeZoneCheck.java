package org.broadleafreturns.core.installation;

import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the machine's time zone is that of the last start. The platform stores times in it, and ours are stored likewise, so
 * all of them would be read wrong. A shop without returns may still change it.
 */
class TimeZoneCheck implements InstallationCheck {

    private static final String NOTE = "zone";

    private final InstallationNotes notes;
    private final JdbcTemplate database;

    TimeZoneCheck(InstallationNotes notes, DataSource dataSource) {
        this.notes = notes;
        this.database = new JdbcTemplate(dataSource);
        this.database.setMaxRows(1);
    }

    @Override
    public List<Finding> findings() {
        String zone = TimeZone.getDefault().getID();
        Optional<String> before = notes.find(NOTE).map(InstallationNotes.Note::content);
        if (before.isEmpty() || !before.get().equals(zone) && !hasReturns()) {
            notes.put(NOTE, zone);
            return List.of();
        }
        return before.get().equals(zone) ? List.of() : List.of(Finding.of("rtn.check.zone", zone, before.get()));
    }

    private boolean hasReturns() {
        try {
            return !database.queryForList("SELECT REQUEST_ID FROM RTN_REQUEST", Long.class).isEmpty();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
