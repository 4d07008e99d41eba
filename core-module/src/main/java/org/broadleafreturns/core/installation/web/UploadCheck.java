package org.broadleafreturns.core.installation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.servlet.MultipartConfigElement;
import org.broadleafreturns.core.document.web.UploadForm;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.web.multipart.MultipartResolver;

/** Whether as much gets through to the application as the settings promise. */
public class UploadCheck implements InstallationCheck {

    /** Commons FileUpload's, which no class of Spring 6 knows any more. */
    private static final String RESOLVER_LIMIT = "fileUpload.sizeMax";
    /** Known to versions that come back from every form; negative for any number. */
    private static final String PARTS_LIMIT = "fileUpload.fileCountMax";
    private static final long MEGABYTE = 1024 * 1024;

    private final ReturnsSettings settings;
    private final boolean photos;
    private final MultipartConfigElement servlet;
    private final MultipartResolver resolver;

    /**
     * @param photos whether all photos of a request come at once, or one label
     * @param servlet the limits of the servlet, or null if it reads no uploads
     * @param resolver that reads uploads, or null
     */
    public UploadCheck(ReturnsSettings settings, boolean photos, MultipartConfigElement servlet, MultipartResolver resolver) {
        this.settings = settings;
        this.photos = photos;
        this.servlet = servlet;
        this.resolver = resolver;
    }

    @Override
    public List<Finding> findings() {
        long file = settings.maximumFileSize();
        long together = photos ? file * Math.max(1, Math.min(settings.maximumPhotos(), UploadForm.MOST_FILES)) : file;
        List<Finding> findings = new ArrayList<>();
        BeanWrapper reader = resolver == null ? null : new BeanWrapperImpl(resolver);
        if (reader != null && reader.isReadableProperty(RESOLVER_LIMIT)) {
            long limit = (Long) reader.getPropertyValue(RESOLVER_LIMIT);
            if (limit >= 0 && limit < together) {
                findings.add(Finding.of(code("resolver"), megabytes(limit), megabytes(together)));
            }
            if (!reader.isReadableProperty(PARTS_LIMIT) || (Long) reader.getPropertyValue(PARTS_LIMIT) < 0) {
                findings.add(Finding.of(code("parts")));
            }
        } else if (servlet != null) {
            if (servlet.getMaxFileSize() >= 0 && servlet.getMaxFileSize() < file) {
                findings.add(Finding.of(code("file"), megabytes(servlet.getMaxFileSize()), megabytes(file)));
            }
            if (servlet.getMaxRequestSize() >= 0 && servlet.getMaxRequestSize() < together) {
                findings.add(Finding.of(code("request"), megabytes(servlet.getMaxRequestSize()), megabytes(together)));
            }
        }
        return findings;
    }

    private String code(String limit) {
        return "rtn.check.upload." + (photos ? "storefront." : "backOffice.") + limit;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes % MEGABYTE == 0 ? "%.0f" : "%.1f", bytes / (double) MEGABYTE);
    }
}
