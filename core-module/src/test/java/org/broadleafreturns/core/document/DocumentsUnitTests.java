package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.document.UnacceptableDocumentException.Fault;
import org.broadleafreturns.core.platform.RequestConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.InOrder;

class DocumentsUnitTests {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100");
    private static final byte[] PDF = "%PDF-1.4\n%âãÏÓ\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path directory;
    private final ReturnDocuments repository = mock(ReturnDocuments.class);
    private Documents documents;

    @BeforeEach
    void setUp() {
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));
        documents = new Documents(repository, new FileSystemDocumentStore(directory),
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), mock(RequestConnection.class));
    }

    @Test
    void keepsAFileWithNameTypeAndSize() throws Exception {
        ReturnDocument document = documents.keep("label.pdf", stream(PDF), 1000);

        assertThat(document.getFileName()).isEqualTo("label.pdf");
        assertThat(document.getContentType()).isEqualTo("application/pdf");
        assertThat(document.getSize()).isEqualTo(PDF.length);
        assertThat(document.getCreatedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        try (InputStream kept = documents.open(document)) {
            assertThat(kept.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void goesByContentAndNotByName() throws Exception {
        assertThat(documents.keep("label.pdf", stream(PNG), 1000).getContentType()).isEqualTo("image/png");
        assertThat(documents.keep("label", stream(JPEG), 1000).getContentType()).isEqualTo("image/jpeg");
        assertRefused("label.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), 1000, Fault.WRONG_TYPE);
        assertRefused("label.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), 1000,
            Fault.WRONG_TYPE);
        assertRefused("label.pdf", HexFormat.of().parseHex("504b0304140000000800"), 1000, Fault.WRONG_TYPE);
    }

    @Test
    void takesPhotosForPhotosAndLabelsForLabels() throws Exception {
        byte[] webp = HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700");

        assertThat(documents.keep("a.jpg", stream(webp), 1000, DocumentType.PHOTOS).getFileName()).isEqualTo("a.jpg.webp");
        assertThat(documents.keep("a.jpeg", stream(JPEG), 1000, DocumentType.PHOTOS).getContentType()).isEqualTo("image/jpeg");
        assertThatExceptionOfType(UnacceptableDocumentException.class)
            .isThrownBy(() -> documents.keep("a.jpg", stream(PDF), 1000, DocumentType.PHOTOS));
        assertRefused("a.png", webp, 1000, Fault.WRONG_TYPE);
    }

    @Test
    void namesAFileInAMessageWithoutItsTricks() {
        assertThat(Documents.printable("C:\\photos\\a\u202egpj.exe")).isEqualTo("agpj.exe");
        assertThat(Documents.printable("../../etc/pass\nwd")).isEqualTo("passwd");
        assertThat(Documents.printable(null)).isEmpty();
    }

    @Test
    void takesAFileOfExactlyTheLimitAndNotOneByteMore() throws Exception {
        assertThat(documents.keep("label.pdf", stream(PDF), PDF.length).getSize()).isEqualTo(PDF.length);

        assertRefused("label.pdf", PDF, PDF.length - 1, Fault.TOO_LARGE);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused("label.pdf", new byte[0], 1000, Fault.EMPTY);
    }

    @Test
    void leavesNothingBehindWhenTheUploadBreaksOff() throws IOException {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == PDF.length) {
                    throw new IOException("connection reset");
                }
                return PDF[given++] & 0xff;
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> documents.keep("label.pdf", broken, 1000));
        assertNothingKept();
    }

    @Test
    void theRecordIsThereBeforeTheBytesAndGoesAfterThem() throws Exception {
        DocumentStore store = mock(DocumentStore.class);
        doThrow(new IOException("full")).when(store).write(any(), any());
        documents = new Documents(repository, store, Clock.systemUTC(), mock(RequestConnection.class));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> documents.keep("label.pdf", stream(PDF), 1000));

        InOrder sequence = inOrder(repository, store);
        sequence.verify(repository).save(any());
        sequence.verify(store).write(any(), any());
        sequence.verify(store).delete(any());
        sequence.verify(repository).delete(any());
    }

    @Test
    void throwsAwayWhatIsNotAttachedOnly() throws Exception {
        ReturnDocument document = documents.keep("label.pdf", stream(PDF), 1000);

        documents.discard(document);
        assertThat(kept()).isEqualTo(1);

        when(repository.countUnattached(any())).thenReturn(1L);
        documents.discard(document);
        assertNothingKept();
    }

    @Test
    void whatIsReleasedKeepsItsBytesUntilItIsThrownAway() throws Exception {
        ReturnDocument document = documents.keep("label.pdf", stream(PDF), 1000);
        document.attach();
        when(repository.findById(any())).thenReturn(Optional.of(document));
        when(repository.findUnattachedBefore(any(), any())).thenAnswer(call -> document.getUnattachedSince() != null
            && document.getUnattachedSince().before(call.getArgument(0)) ? List.of(document) : List.of());

        documents.discardReleased();
        documents.release(document);
        assertThat(kept()).isEqualTo(1);

        documents.discardReleased();
        assertNothingKept();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> documents.open(document));
    }

    private void assertRefused(String name, byte[] content, long limit, Fault fault) throws IOException {
        long before = kept();
        assertThatExceptionOfType(UnacceptableDocumentException.class)
            .isThrownBy(() -> documents.keep(name, stream(content), limit))
            .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
        assertThat(kept()).isEqualTo(before);
    }

    private void assertNothingKept() throws IOException {
        assertThat(kept()).isZero();
    }

    private long kept() throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
