package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.util.Date;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DocumentDownloadUnitTests {

    private static final byte[] BYTES = {1, 2, 3};

    @Test
    void isSavedUnderItsNameAndNeverShown() throws Exception {
        MockHttpServletResponse response = send("étiquette n°1.pdf");

        assertThat(response.getContentAsByteArray()).isEqualTo(BYTES);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;")
            .contains("filename*=UTF-8''%C3%A9tiquette%20n%C2%B01.pdf");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.getContentLength()).isEqualTo(3);
    }

    @Test
    void aNameCannotEndTheHeader() throws Exception {
        assertThat(send("a\"b\\c.pdf").getHeader("Content-Disposition")).doesNotContain("\"b").doesNotContain("\\c");
    }

    private static MockHttpServletResponse send(String fileName) throws Exception {
        Documents documents = mock(Documents.class);
        when(documents.open(any())).thenReturn(new ByteArrayInputStream(BYTES));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new DocumentDownload(documents).send(
            new ReturnDocument("key", fileName, DocumentType.PDF, BYTES.length, new Date()), response);
        return response;
    }
}
