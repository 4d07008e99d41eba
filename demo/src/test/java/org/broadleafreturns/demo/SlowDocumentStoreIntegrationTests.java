package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.document.DocumentStore;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.domain.PageRequest;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A store of documents that takes for ever, and many who store labels and photos meanwhile. */
class SlowDocumentStoreIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final byte[] LABEL = "%PDF-1.4\n%%EOF\n".getBytes();

    @Test
    void commandsGoOnWhileMoreFilesAreStoredThanThereAreConnections() throws Exception {
        HikariDataSource pool = TestShop.get().siteContext().getBean("webDS", HikariDataSource.class);
        int many = pool.getMaximumPoolSize() + 2;
        ReturnRequest changed = newRequest();
        List<Callable<Void>> storing = new ArrayList<>();
        List<ReturnDraft> drafts = new ArrayList<>();
        storing.add(() -> preview(changed));
        for (int i = 1; i < many; i++) {
            // A customer cannot have begun many.
            if (i % 4 > 0) {
                ReturnRequest request = newRequest();
                storing.add(() -> preview(request));
            } else {
                String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
                ReturnDraft draft = TestShop.draft(order);
                drafts.add(draft);
                storing.add(() -> addPhoto(order, draft));
            }
        }
        String otherOrder = TestShop.newOrder(JOHN, Map.of(1L, 1));
        int documents = ReturnTables.count("RTN_DOCUMENT");

        try (BlockingStore store = new BlockingStore(many)) {
            ExecutorService people = Executors.newFixedThreadPool(many);
            try {
                List<Future<Void>> stored = storing.stream().map(one -> people.submit(() -> inRequest(one))).toList();
                store.awaitAll(stored);

                await().until(() -> pool.getHikariPoolMXBean().getActiveConnections(), active -> active <= 2);
                TestShop.change(TestShop.request(otherOrder, 0, 1), ReturnStatus.RECEIVED, false);
                // The order of a label that is being stored is nobody's meanwhile.
                TestShop.change(changed, ReturnStatus.RECEIVED, false);
                store.close();

                assertThatThrownBy(stored.get(0)::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(StaleReturnException.class);
                for (Future<Void> done : stored.subList(1, many)) {
                    done.get();
                }
            } finally {
                people.shutdownNow();
            }
        }
        assertThat(ReturnTables.count("RTN_DOCUMENT") - documents).as("all but the one that came too late").isEqualTo(many - 1);
        assertThat(ReturnTables.count("RTN_DOCUMENT where UNATTACHED_SINCE is not null")).isZero();
        assertThat(drafts).allSatisfy(draft ->
            assertThat(ReturnTables.count("RTN_DRAFT_PHOTO P join RTN_DRAFT D on D.DRAFT_ID = P.DRAFT_ID where D.TOKEN = '"
                + draft.getToken() + "'")).isEqualTo(1));
    }

    @Test
    void aFileThatWasStoredForNothingGoesAfterAWhileAndNoOther() throws Exception {
        Documents documents = bean(Documents.class);
        ReturnDocument old = documents.keep("old.pdf", new ByteArrayInputStream(LABEL), 1000);
        ReturnDocument recent = documents.keep("recent.pdf", new ByteArrayInputStream(LABEL), 1000);
        ReturnDocument attached = TestShop.preview(newRequest(), ReturnStatus.LABEL_SENT, null, label()).getLabel();
        assertThat(ReturnTables.count("RTN_DOCUMENT_CHUNK where STORAGE_KEY = '" + old.getStorageKey() + "'")).isEqualTo(1);
        for (ReturnDocument one : List.of(old, attached)) {
            ReturnTables.database().update("update RTN_DOCUMENT set CREATED_AT = dateadd('HOUR', -25, CREATED_AT),"
                + " UNATTACHED_SINCE = dateadd('HOUR', -25, UNATTACHED_SINCE) where DOCUMENT_ID = ?", one.getId());
        }

        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnDocumentCleanup"), "run");

        assertThat(kept(old)).isFalse();
        assertThat(kept(recent)).isTrue();
        assertThat(kept(attached)).isTrue();
        documents.discard(attached);
        assertThat(kept(attached)).as("what belongs to something").isTrue();
        documents.discard(recent);
        assertThat(kept(recent)).isFalse();
    }

    private static boolean kept(ReturnDocument document) {
        int rows = ReturnTables.count("RTN_DOCUMENT where DOCUMENT_ID = " + document.getId());
        assertThat(ReturnTables.count("RTN_DOCUMENT_CHUNK where STORAGE_KEY = '" + document.getStorageKey() + "'")).isEqualTo(rows);
        return rows == 1;
    }

    private static ReturnRequest newRequest() {
        return TestShop.request(TestShop.newOrder(JOHN, Map.of(1L, 1)), 0, 1);
    }

    private static StatusChange.LabelFile label() {
        return new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(LABEL));
    }

    private static Void preview(ReturnRequest request) {
        TestShop.preview(request, ReturnStatus.LABEL_SENT, null, label());
        return null;
    }

    private static Void addPhoto(String order, ReturnDraft draft) {
        assertThat(bean(ReturnDraftService.class).addPhotos(order, TestShop.wish(order, 0, 1, null).customerId(), draft.getToken(),
            List.of(new PhotoFile("photo.png", new ByteArrayResource(TestShop.PNG))))).isEmpty();
        return null;
    }

    /** As the platform's filter does it: one entity manager, and with it one connection, for all that a request does. */
    private static Void inRequest(Callable<Void> work) throws Exception {
        EntityManagerFactory factory = TestShop.get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class);
        EntityManager entityManager = factory.createEntityManager();
        TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(entityManager));
        try {
            bean(ReturnViews.class).ofCustomer(1L, PageRequest.of(0, 1));
            return work.call();
        } finally {
            TransactionSynchronizationManager.unbindResource(factory);
            entityManager.close();
        }
    }

    /** Takes the place of the storefront's store, and lets everybody wait who writes. */
    private static final class BlockingStore implements DocumentStore, AutoCloseable {

        private final Object documents = AopTestUtils.getTargetObject(bean(Documents.class));
        private final DocumentStore real = (DocumentStore) ReflectionTestUtils.getField(documents, "store");
        private final CountDownLatch writers;
        private final CountDownLatch go = new CountDownLatch(1);

        BlockingStore(int expected) {
            writers = new CountDownLatch(expected);
            ReflectionTestUtils.setField(documents, "store", this);
        }

        void awaitAll(List<Future<Void>> storing) {
            await().atMost(Patience.FOR_ONE_THING.multipliedBy(3)).until(() -> {
                for (Future<Void> one : storing) {
                    if (one.isDone()) {
                        one.get();
                    }
                }
                return writers.getCount() == 0;
            });
        }

        @Override
        public void write(String key, InputStream content) throws IOException {
            writers.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            real.write(key, content);
        }

        @Override
        public InputStream read(String key) throws IOException {
            return real.read(key);
        }

        @Override
        public void delete(String key) throws IOException {
            real.delete(key);
        }

        @Override
        public void close() {
            go.countDown();
            ReflectionTestUtils.setField(documents, "store", real);
        }
    }
}
