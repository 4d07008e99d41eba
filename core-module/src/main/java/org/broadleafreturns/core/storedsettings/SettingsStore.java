package org.broadleafreturns.core.storedsettings;

import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.broadleafreturns.core.platform.CurrentSite;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The settings of the current site in the database. They are read once for a web request, whose pages ask for many of them;
 * nothing is kept in memory beyond that.
 */
class SettingsStore {

    private final EntityManager entityManager;
    private final CurrentSite site;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    SettingsStore(EntityManager entityManager, CurrentSite site, PlatformTransactionManager transactionManager) {
        this.entityManager = entityManager;
        this.site = site;
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactionManager);
    }

    /** What is stored for the current site; empty if nothing ever was. */
    @SuppressWarnings("unchecked")
    Optional<MerchantSettings> find() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        Object known = request.getAttribute(nameInRequest(), RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = read();
            request.setAttribute(nameInRequest(), known, RequestAttributes.SCOPE_REQUEST);
        }
        return (Optional<MerchantSettings>) known;
    }

    private String nameInRequest() {
        return SettingsStore.class.getName() + "." + site.id();
    }

    private void forgetInRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(nameInRequest(), RequestAttributes.SCOPE_REQUEST);
        }
    }

    private Optional<MerchantSettings> read() {
        return reading.execute(status -> Optional.ofNullable(entityManager.find(SiteSettings.class, site.id()))
            .map(SiteSettings::asMerchantSettings));
    }

    /**
     * Changes what is stored, in one transaction.
     *
     * @param version that the change starts from
     * @throws StaleSettingsException if another version is stored; nothing changes then
     */
    void change(int version, Consumer<SiteSettings> change) {
        try {
            writing.executeWithoutResult(status -> write(version, change));
        } catch (OptimisticLockException | OptimisticLockingFailureException e) {
            throw new StaleSettingsException();
        } catch (PersistenceException e) {
            if (version == MerchantSettings.NOT_STORED && read().isPresent()) {
                throw new StaleSettingsException();
            }
            throw e;
        } finally {
            forgetInRequest();
        }
    }

    private void write(int version, Consumer<SiteSettings> change) {
        SiteSettings stored = entityManager.find(SiteSettings.class, site.id());
        if (version != (stored == null ? MerchantSettings.NOT_STORED : stored.version())) {
            throw new StaleSettingsException();
        }
        SiteSettings settings = stored == null ? new SiteSettings(site.id()) : stored;
        if (stored != null) {
            // A change of nothing but texts would leave the version as it is.
            entityManager.lock(settings, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        change.accept(settings);
        if (stored == null) {
            entityManager.persist(settings);
        }
        entityManager.flush();
    }
}
