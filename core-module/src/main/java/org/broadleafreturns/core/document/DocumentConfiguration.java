package org.broadleafreturns.core.document;

import java.nio.file.Path;
import java.time.Clock;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.repository.Repositories;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** Where labels are kept: in the database, or in a directory that all nodes share. */
@Configuration
public class DocumentConfiguration {

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
                yield new DatabaseDocumentStore(chunks, entityManager, transactionManager);
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
    Documents rtnDocuments(ReturnDocuments documents, DocumentStore store, @Qualifier("rtnClock") Clock clock) {
        return new Documents(documents, store, clock);
    }

    @Bean
    DocumentDownload rtnDocumentDownload(Documents documents) {
        return new DocumentDownload(documents);
    }
}
