package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.broadleafreturns.core.document.web.ThumbnailDownload;
import org.broadleafreturns.core.platform.RequestConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ThumbnailsUnitTests {

    private static final String KEY = "2f1d7c1e-0000-4000-8000-000000000001";

    @TempDir
    Path directory;

    private final ReturnDocuments documents = mock(ReturnDocuments.class);
    private final ReturnDocument photo = new ReturnDocument(KEY, "pot.png", DocumentType.PNG, 100, new Date());
    private DocumentStore store;
    private Thumbnails thumbnails;

    @BeforeEach
    void aPhotoIsKept() {
        store = spy(new FileSystemDocumentStore(directory));
        thumbnails = new Thumbnails(documents, store, mock(RequestConnection.class));
        when(documents.findById(any())).thenReturn(Optional.of(photo));
    }

    @Test
    void isMadeOnceAndKeptAsLongAsItsPhoto() throws IOException {
        keep(png());

        byte[] first = thumbnails.of(photo).orElseThrow().content();
        byte[] second = thumbnails.of(photo).orElseThrow().content();

        assertThat(ImageIO.read(new ByteArrayInputStream(first)).getWidth()).isEqualTo(SmallPicture.SIDE);
        assertThat(second).isEqualTo(first);
        verify(store, times(1)).read(KEY);

        Documents all = new Documents(documents, store, Clock.systemUTC(), mock(RequestConnection.class));
        when(documents.countUnattached(any())).thenReturn(1L);
        all.discard(photo);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void thatThereIsNoneIsFoundOutOnce() throws IOException {
        keep(new byte[] {1, 2, 3});

        assertThat(thumbnails.of(photo)).isEmpty();
        assertThat(thumbnails.of(photo)).isEmpty();

        verify(store, times(1)).read(KEY);
    }

    @Test
    void ofAPhotoThatWasThrownAwayMeanwhileNothingStays() throws IOException {
        keep(png());
        when(documents.findById(any())).thenReturn(Optional.empty());

        assertThat(thumbnails.of(photo)).isPresent();

        verify(store).write(eq(Thumbnails.keyOf(KEY)), any(InputStream.class));
        store.delete(KEY);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void ofAPageThereIsNone() throws IOException {
        assertThat(thumbnails.of(new ReturnDocument(KEY, "label.pdf", DocumentType.PDF, 100, new Date()))).isEmpty();

        verify(store, never()).read(any());
    }

    /** The heads are those of pictures of 300 to 200 pixels, as cwebp and browsers write them. */
    @ParameterizedTest
    @CsvSource({
        "52494646000000005745425056503820000000000000009d012a2c01c800, true",
        "5249464600000000574542505650384c000000002f2bc131000000000000, true",
        "524946460000000057454250565038580a000000000000002b0100c70000, true",
        "524946460000000057454250565038580a000000000000001f4e00000000, true",
        "524946460000000057454250565038580a00000000000000204e00000000, false",
        "524946460000000057454250565038580a00000000000000871300871300, false",
        "524946460000000057454250000000000000000000000000000000000000, false"})
    void aWebpStandsForItselfUnlessItHasTooManyPixels(String head, boolean shown) throws IOException {
        byte[] webp = Arrays.copyOf(HexFormat.of().parseHex(head), 64);
        keep(webp);

        Optional<Thumbnails.Small> small = thumbnails.of(new ReturnDocument(KEY, "pot.webp", DocumentType.WEBP, webp.length, new Date()));

        assertThat(small.isPresent()).isEqualTo(shown);
        small.ifPresent(sent -> {
            assertThat(sent.type()).isEqualTo(DocumentType.WEBP);
            assertThat(sent.content()).isEqualTo(webp);
        });
    }

    @Test
    void aWebpOfManyBytesStandsForNothing() throws IOException {
        assertThat(thumbnails.of(new ReturnDocument(KEY, "pot.webp", DocumentType.WEBP, 5_000_000, new Date()))).isEmpty();
    }

    @Test
    void aPhotoThatIsLostIsNoPhotoWithoutASmallPicture() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> thumbnails.of(photo));
    }

    @Test
    void isSentAsAFileOfItsOwnTypeAndKeptByNobody() throws IOException {
        keep(png());
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ThumbnailDownload(thumbnails).send(photo, response);

        assertThat(response.getContentType()).isEqualTo("image/jpeg");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.getContentAsByteArray()).isEqualTo(thumbnails.of(photo).orElseThrow().content());
    }

    private void keep(byte[] bytes) throws IOException {
        store.write(KEY, new ByteArrayInputStream(bytes));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
