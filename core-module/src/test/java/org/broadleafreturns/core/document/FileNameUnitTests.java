package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameUnitTests {

    @ParameterizedTest
    @CsvSource({
        "label.pdf, label.pdf",
        "Étiquette retour n°5.pdf, Étiquette retour n°5.pdf",
        "../../etc/passwd, passwd.pdf",
        "'C:\\Users\\me\\label.PDF', label.PDF",
        "label.exe, label.exe.pdf",
        "'a<b>\"c\";d.pdf', 'a_b__c__d.pdf'",
        ".htaccess, htaccess.pdf",
        "'', label.pdf",
        "'   ', label.pdf"})
    void keepsWhatIsHarmless(String given, String expected) {
        assertThat(FileName.clean(given, DocumentType.PDF)).isEqualTo(expected);
    }

    @Test
    void dropsControlAndDirectionCharacters() {
        assertThat(FileName.clean("a\r\nb\u0000c\u202Efdp.exe", DocumentType.PDF)).isEqualTo("abcfdp.exe.pdf");
    }

    @Test
    void endsAsFilesOfTheTypeDo() {
        assertThat(FileName.clean("photo.jpeg", DocumentType.JPEG)).isEqualTo("photo.jpeg");
        assertThat(FileName.clean("photo.pdf", DocumentType.PNG)).isEqualTo("photo.pdf.png");
        assertThat(FileName.clean(null, DocumentType.JPEG)).isEqualTo("label.jpg");
    }

    @Test
    void fitsItsColumnWithoutCuttingACharacterInTwo() {
        String cut = FileName.clean("x".repeat(115) + "\uD83D\uDE00\uD83D\uDE00.pdf", DocumentType.PDF);

        assertThat(cut).hasSizeLessThanOrEqualTo(FileName.MAXIMUM_LENGTH).endsWith(".pdf");
        assertThat(cut.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
    }
}
