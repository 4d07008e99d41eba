package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadleafreturns.core.document.UnacceptableDocumentException.Fault;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.platform.RequestConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Files that pretend, hide, explode or never end are refused, or are served in a way in which they can do nothing. */
class HostileFilesUnitTests {

    private static final String PNG = "89504e470d0a1a0a0000000d49484452";
    private static final String JPEG = "ffd8ffe000104a46494600010100";
    private static final String SCRIPT = "<html><body><script>alert(document.cookie)</script></body></html>";
    private static final long GIGABYTE = 1L << 30;
    private static final long LIMIT = 1_000_000;
    private static final int SOME_BUFFERS = 512 * 1024;

    @TempDir
    private Path directory;
    private Documents documents;

    @BeforeEach
    void setUp() {
        documents = over(new FileSystemDocumentStore(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        SCRIPT,
        "<!DOCTYPE html>\n%PDF-1.4\n" + SCRIPT,
        SCRIPT + "%PDF-1.4\n%%EOF",
        "\u0000%PDF-1.4\n" + SCRIPT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>",
        "GIF89a/*" + SCRIPT + "*/=0;alert(1)",
        "{\\rtf1 label}",
        "#!/bin/sh\nrm -rf /",
        "MZ\u0090\u0000",
        "label",
    })
    void whatIsNoLabelIsRefusedWhateverItsName(String content) throws IOException {
        for (String name : new String[] {"label.pdf", "label.png", "label.pdf.html", "../label.pdf"}) {
            assertRefused(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)), Fault.WRONG_TYPE);
        }
    }

    @Test
    void archivesAreRefusedUnopened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("label.pdf"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        Endless archive = new Endless(bomb.toByteArray(), GIGABYTE);

        assertRefused("label.pdf", archive, Fault.WRONG_TYPE);
        assertThat(archive.given()).isLessThan(SOME_BUFFERS);
    }

    @Test
    void anArchiveBehindAPictureOfAnotherKindIsRefused() throws IOException {
        assertRefused("label.jpg", bytes("GIF89a".getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex("504b0304140000000800")),
            Fault.WRONG_TYPE);
        assertRefused("label.png", bytes(HexFormat.of().parseHex("504b0304140000000800"), HexFormat.of().parseHex(PNG)), Fault.WRONG_TYPE);
    }

    /** They stay what they began as: a browser saves them, since they are attachments of a fixed type that it may not guess. */
    @ParameterizedTest
    @ValueSource(strings = {"255044462d312e340a", PNG, JPEG})
    void aLabelThatIsAlsoAPageIsServedAsTheLabelItIs(String beginning) throws Exception {
        byte[] polyglot = bytes(HexFormat.of().parseHex(beginning), ("\n" + SCRIPT).getBytes(StandardCharsets.US_ASCII)).readAllBytes();
        ReturnDocument document = documents.keep("label.html", new ByteArrayInputStream(polyglot), LIMIT);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new DocumentDownload(documents).send(document, response);

        assertThat(response.getContentAsByteArray()).isEqualTo(polyglot);
        assertThat(response.getContentType()).isIn("application/pdf", "image/png", "image/jpeg");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;").matches(".*\\.(pdf|png|jpg)$");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
    }

    /** Nobody here opens a picture, so one that was cut off does no harm; it is kept as it came. */
    @ParameterizedTest
    @ValueSource(strings = {PNG, JPEG, "255044462d312e340a"})
    void aTruncatedFileIsKeptAsItCame(String beginning) throws Exception {
        byte[] truncated = HexFormat.of().parseHex(beginning);

        ReturnDocument document = documents.keep("label", new ByteArrayInputStream(truncated), LIMIT);

        assertThat(document.getSize()).isEqualTo(truncated.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"89", "ffd8", "2550", "0a"})
    void tooFewBytesToTellWhatItIsAreRefused(String beginning) throws IOException {
        assertRefused("label.pdf", new ByteArrayInputStream(HexFormat.of().parseHex(beginning)), Fault.WRONG_TYPE);
    }

    @Test
    void aFileWithoutEndIsReadUpToTheLimitAndNotKept() throws IOException {
        Endless endless = new Endless("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), GIGABYTE);

        assertRefused("label.pdf", endless, Fault.TOO_LARGE);
        assertThat(endless.given()).isBetween(LIMIT, LIMIT + SOME_BUFFERS);
    }

    @Test
    void memoryStaysFlatHoweverLargeTheFileIs() throws Exception {
        Documents large = over(new Counting());
        long before = allocated();

        ReturnDocument document = large.keep("label.pdf", new Endless("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), GIGABYTE), GIGABYTE);
        assertThat(document.getSize()).isEqualTo(GIGABYTE);
        try (InputStream content = large.open(document)) {
            assertThat(content.transferTo(OutputStream.nullOutputStream())).isEqualTo(GIGABYTE);
        }

        assertThat(allocated() - before).as("bytes for a file of 1 GiB").isLessThan(32L << 20);
    }

    private void assertRefused(String name, InputStream content, Fault fault) throws IOException {
        assertThatExceptionOfType(UnacceptableDocumentException.class).isThrownBy(() -> documents.keep(name, content, LIMIT))
            .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
        try (var kept = Files.list(directory)) {
            assertThat(kept).isEmpty();
        }
    }

    private static Documents over(DocumentStore store) {
        ReturnDocuments repository = mock(ReturnDocuments.class);
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));
        return new Documents(repository, store, Clock.systemUTC(), mock(RequestConnection.class));
    }

    private static InputStream bytes(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return new ByteArrayInputStream(all.toByteArray());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** Begins as told and goes on with zeros; counts what was taken of it. */
    private static final class Endless extends InputStream {

        private final byte[] beginning;
        private final long size;
        private long given;

        Endless(byte[] beginning, long size) {
            this.beginning = beginning;
            this.size = size;
        }

        long given() {
            return given;
        }

        @Override
        public int read() {
            if (given == size) {
                return -1;
            }
            int next = given < beginning.length ? beginning[(int) given] & 0xff : 0;
            given++;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = 0;
            while (count < length && given < size) {
                if (given < beginning.length) {
                    target[offset + count++] = (byte) read();
                } else {
                    int zeros = (int) Math.min(length - count, size - given);
                    java.util.Arrays.fill(target, offset + count, offset + count + zeros, (byte) 0);
                    given += zeros;
                    count += zeros;
                }
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /** Takes and gives any amount without keeping it. */
    private static final class Counting implements DocumentStore {

        private long size;

        @Override
        public void write(String key, InputStream content) throws IOException {
            size = content.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public InputStream read(String key) {
            return new Endless(new byte[0], size);
        }

        @Override
        public void delete(String key) {
            size = 0;
        }
    }
}
