package org.broadleafreturns.core.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import javax.servlet.MultipartConfigElement;
import javax.servlet.http.HttpServletRequest;
import org.broadleafreturns.core.installation.web.UploadCheck;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;

class InstallationChecksUnitTests {

    private static final int MEGABYTE = 1024 * 1024;

    private final ReturnsSettings settings = mock(ReturnsSettings.class);

    @ParameterizedTest
    @CsvSource({
        "returns@localhost, http://localhost:8080, '', 'rtn.check.sender rtn.check.siteUrl'",
        "Shop <returns@localhost>, '', '', 'rtn.check.sender rtn.check.siteUrl.missing'",
        "returns@shop.example, https://127.0.0.1/shop, '', 'rtn.check.siteUrl'",
        "returns@shop.example, http://localhost:8080, http://localhost:8080, ''",
        "returns@shop.example, https://localhost.example, '', ''"})
    void asksForASenderAndAnAddressThatWereNeverSet(String from, String siteUrl, String property, String codes) {
        when(settings.mail()).thenReturn(new ReturnsSettings.Mail(from, List.of(), siteUrl, 1, Duration.ZERO, Duration.ZERO));

        assertThat(codes(new AddressCheck(settings, property))).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"1.15, 1.16, false", "1.16, 1.15, true", "4.9.1, 4.10, false", "4.10, 4.9.1, true", "2.15.1, 2.15.1, false",
        "3.0.0-beta4, 3.0.0, false", "2, 2.0.1, false"})
    void comparesVersionsByTheirNumbers(String oldest, String version, boolean older) {
        assertThat(LibraryCheck.isOlder(version, oldest)).isEqualTo(older);
    }

    @Test
    void namesALibraryThatIsTooOld() {
        LibraryCheck check = new LibraryCheck(getClass().getClassLoader(), List.of(
            new LibraryCheck.Library("com.samskivert", "jmustache", "99"), new LibraryCheck.Library("org.jsoup", "jsoup", "1.0"),
            new LibraryCheck.Library("org.example", "missing", "1")));

        assertThat(check.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("rtn.check.library");
            assertThat(finding.arguments()).startsWith("jmustache").endsWith("99");
        });
    }

    @Test
    void whatTheModulesBringIsNeverTooOld() {
        assertThat(new LibraryCheck(getClass().getClassLoader()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 10, false, 'rtn.check.upload.backOffice.file'", "10, 10, false, ''", "10, 49, true, 'rtn.check.upload.storefront.request'",
        "10, 50, true, ''", "-1, -1, true, ''", "1, 1, true, 'rtn.check.upload.storefront.file rtn.check.upload.storefront.request'"})
    void comparesTheServersLimitsWithWhatTheSettingsPromise(int file, int request, boolean photos, String codes) {
        when(settings.maximumFileSize()).thenReturn(10L * MEGABYTE);
        when(settings.maximumPhotos()).thenReturn(5);
        MultipartConfigElement servlet = new MultipartConfigElement("", file < 0 ? -1 : (long) file * MEGABYTE,
            request < 0 ? -1 : (long) request * MEGABYTE, 0);

        assertThat(codes(new UploadCheck(settings, photos, servlet, mock(MultipartResolver.class)))).isEqualTo(codes);
    }

    @Test
    void aResolverThatReadsUploadsItselfHasTheLastWord() {
        when(settings.maximumFileSize()).thenReturn(10L * MEGABYTE);
        MultipartConfigElement servlet = new MultipartConfigElement("", -1, -1, 0);

        assertThat(new UploadCheck(settings, false, servlet, new LimitedCommonsLike(MEGABYTE, 50)).findings())
            .containsExactly(Finding.of("rtn.check.upload.backOffice.resolver", "1", "10"));
        assertThat(new UploadCheck(settings, false, servlet, new LimitedCommonsLike(-1, 50)).findings()).isEmpty();
    }

    @Test
    void aResolverThatReadsAnyNumberOfPartsOrIsTooOldToKnowALimitIsSaidToBeOne() {
        when(settings.maximumFileSize()).thenReturn(10L * MEGABYTE);

        assertThat(codes(new UploadCheck(settings, true, null, new CommonsLike(-1)))).isEqualTo("rtn.check.upload.storefront.parts");
        assertThat(codes(new UploadCheck(settings, false, null, new LimitedCommonsLike(-1, -1))))
            .isEqualTo("rtn.check.upload.backOffice.parts");
    }

    private static String codes(InstallationCheck check) {
        return String.join(" ", check.findings().stream().map(Finding::code).toList());
    }

    /** The same over a version that can limit the parts of a form. */
    public static final class LimitedCommonsLike extends CommonsLike {

        private final long fileCountMax;

        LimitedCommonsLike(long sizeMax, long fileCountMax) {
            super(sizeMax);
            this.fileCountMax = fileCountMax;
        }

        @Override
        public LimitedCommonsLike getFileUpload() {
            return this;
        }

        public long getFileCountMax() {
            return fileCountMax;
        }
    }

    /** Shaped like the resolver over Commons FileUpload, which one of the lines does not have. */
    public static class CommonsLike implements MultipartResolver {

        private final long sizeMax;

        CommonsLike(long sizeMax) {
            this.sizeMax = sizeMax;
        }

        public CommonsLike getFileUpload() {
            return this;
        }

        public long getSizeMax() {
            return sizeMax;
        }

        @Override
        public boolean isMultipart(HttpServletRequest request) {
            return false;
        }

        @Override
        public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cleanupMultipart(MultipartHttpServletRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
