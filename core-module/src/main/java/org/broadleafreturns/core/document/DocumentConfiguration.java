package org.broadleafreturns.core.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.file.Path;
import java.time.Clock;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.document.web.ThumbnailDownload;
import org.broadleafreturns.core.platform.RequestConnection;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** Where labels are kept: in the database, or in a directory that all nodes share. */
@Configuration
class DocumentConfiguration {

    @Bean
    DocumentChunks rtnDocumentChunks(Repositories repositories) {
        return repositories.of(DocumentChunks.class);
    }

    @Bean
    ReturnDocuments rtnReturnDocuments(Repositories repositories) {
        return repositories.of(ReturnDocuments.class);
    }

    @Bean
    DocumentStore rtnDocumentStore(@Value("${returns.documents.store:database}") String kind,
            @Value("${returns.documents.directory:}") String directory, DocumentChunks chunks,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return switch (kind) {
            case "database" -> {
                EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory);
                yield new DatabaseDocumentStore(chunks, entityManager, new RequestConnection(entityManagerFactory),
                    transactionManager);
            }
            case "filesystem" -> {
                if (directory.isBlank()) {
                    throw new IllegalArgumentException("returns.documents.store=filesystem needs returns.documents.directory");
                }
                yield new FileSystemDocumentStore(Path.of(directory));
            }
            default -> throw new IllegalArgumentException("returns.documents.store is database or filesystem, not " + kind);
        };
    }

    @Bean
    Documents rtnDocuments(ReturnDocuments documents, DocumentStore store, @Qualifier("rtnClock") Clock clock,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new Documents(documents, store, clock, new RequestConnection(entityManagerFactory));
    }

    @Bean
    DocumentCleanup rtnDocumentCleanup(Documents documents, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        return new DocumentCleanup(documents, settings, clock);
    }

    @Bean
    BackgroundTask<RecurringTask<Void>> rtnDocumentCleanupTask(DocumentCleanup cleanup) {
        return new BackgroundTask<>(cleanup.task());
    }

    @Bean
    Thumbnails rtnThumbnails(ReturnDocuments documents, DocumentStore store,
            @Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory) {
        return new Thumbnails(documents, store, new RequestConnection(entityManagerFactory));
    }

    @Bean
    ThumbnailDownload rtnThumbnailDownload(Thumbnails thumbnails) {
        return new ThumbnailDownload(thumbnails);
    }

    @Bean
    DocumentDownload rtnDocumentDownload(Documents documents) {
        return new DocumentDownload(documents);
    }
}
