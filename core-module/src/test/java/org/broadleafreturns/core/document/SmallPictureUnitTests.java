package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPictureUnitTests {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    @ParameterizedTest
    @CsvSource({"3000, 1500, 320, 160", "150, 1000, 48, 320", "40, 30, 40, 30", "5000, 2, 320, 1"})
    void itsLongerSideIsNoLongerThanAPageNeeds(int width, int height, int across, int down) throws IOException {
        for (String type : new String[] {JPEG, PNG}) {
            BufferedImage small = read(SmallPicture.of(written(picture(width, height), type), type));

            assertThat(small.getWidth()).isEqualTo(across);
            assertThat(small.getHeight()).isEqualTo(down);
        }
    }

    /** The left half of the picture as it was taken is red; where that is seen when it is held upright, Exif says. */
    @ParameterizedTest
    @CsvSource({"1, 10, 50", "2, 90, 50", "3, 90, 50", "4, 10, 50", "5, 50, 10", "6, 50, 10", "7, 50, 90", "8, 50, 90"})
    void aPhotoStandsUprightHoweverItWasHeld(int orientation, int acrossPercent, int downPercent) throws IOException {
        byte[] held = withOrientation(written(picture(400, 200), JPEG), orientation);

        BufferedImage small = read(SmallPicture.of(held, JPEG));

        assertThat(small.getWidth() > small.getHeight()).isEqualTo(orientation <= 4);
        assertThat(isRed(small, acrossPercent, downPercent)).isTrue();
        assertThat(isRed(small, 100 - acrossPercent, 100 - downPercent)).isEqualTo(false);
    }

    @Test
    void whatIsTransparentIsWhite() throws IOException {
        BufferedImage transparent = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

        BufferedImage small = read(SmallPicture.of(written(transparent, PNG), PNG));

        assertThat(new Color(small.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    /** Each of them could be decoded: a file of few bytes has many pixels. */
    @ParameterizedTest
    @CsvSource({"8000, 8000, true", "8001, 8000, false", "20000, 1, true", "20001, 1, false", "1, 20001, false"})
    void whatHasTooManyPixelsIsRefused(int width, int height, boolean made) throws IOException {
        byte[] picture = written(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), PNG);

        assertThat(SmallPicture.of(picture, PNG).isPresent()).isEqualTo(made);
    }

    @Test
    void whatHasToBeUnfoldedAtOnceMayHaveFewerPixels() throws IOException {
        byte[] progressive = progressive(picture(300, 200));
        assertThat(JpegFacts.of(progressive)).isEqualTo(new JpegFacts(1, true));
        assertThat(SmallPicture.of(progressive, JPEG)).isPresent();

        byte[] enlarged = progressive.clone();
        int frame = markerIn(enlarged, 0xC2);
        ByteBuffer.wrap(enlarged).putShort(frame + 5, (short) 6000).putShort(frame + 7, (short) 5000);
        assertThat(SmallPicture.of(enlarged, JPEG)).isEmpty();
    }

    /** Decoders pass over what stands between markers, and over markers that have no length. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "ffd0", "ff01ffc2", "ffd9"})
    void whereTheHeadIsNotPlainThePictureCountsAsUnfoldedAtOnce(String between) throws IOException {
        for (byte[] jpeg : List.of(progressive(picture(30, 20)), written(picture(30, 20), JPEG))) {
            assertThat(JpegFacts.of(with(HexFormat.of().parseHex(between), jpeg)).atOnce()).isTrue();
        }
    }

    /** Each channel in a scan of its own: all of them are held until the last has come. */
    @Test
    void soDoesAPlainPictureOfSeveralScans() throws IOException {
        byte[] plain = written(picture(300, 200), JPEG);
        assertThat(JpegFacts.of(plain)).isEqualTo(new JpegFacts(1, false));

        byte[] channels = plain.clone();
        int scan = markerIn(channels, 0xDA);
        assertThat(channels[scan + 4]).isEqualTo((byte) 3);
        channels[scan + 4] = 1;
        assertThat(JpegFacts.of(channels)).isEqualTo(new JpegFacts(1, true));

        ByteBuffer.wrap(channels).putShort(markerIn(channels, 0xC0) + 5, (short) 6000).putShort(markerIn(channels, 0xC0) + 7, (short) 5000);
        assertThat(SmallPicture.of(channels, JPEG)).isEmpty();
    }

    @Test
    void whatIsNoPictureGivesNone() {
        byte[] text = "GIF89a but not really".getBytes(StandardCharsets.US_ASCII);

        assertThat(SmallPicture.of(text, JPEG)).isEmpty();
        assertThat(SmallPicture.of(text, PNG)).isEmpty();
        assertThat(SmallPicture.of(new byte[0], JPEG)).isEmpty();
        assertThat(SmallPicture.of(text, "image/webp")).isEmpty();
    }

    @Test
    void aHeadThatIsCutOffSaysWhatItHasSaid() throws IOException {
        byte[] held = withOrientation(written(picture(40, 20), JPEG), 6);
        for (int length = 0; length < held.length; length++) {
            byte[] cut = Arrays.copyOf(held, length);
            assertThat(JpegFacts.of(cut).orientation()).isIn(1, 6);
        }
        assertThat(JpegFacts.of(withOrientation(held, 77)).orientation()).isEqualTo(6);
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : Color.BLUE.getRGB());
            }
        }
        return picture;
    }

    private static boolean isRed(BufferedImage picture, int acrossPercent, int downPercent) {
        Color color = new Color(picture.getRGB(picture.getWidth() * acrossPercent / 100, picture.getHeight() * downPercent / 100));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    private static byte[] written(BufferedImage picture, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, type.replace("image/", ""), bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(JPEG).next();
        ImageWriteParam wanted = writer.getDefaultWriteParam();
        wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        }
        return bytes.toByteArray();
    }

    /** Where it is. */
    private static int markerIn(byte[] jpeg, int marker) {
        for (int i = 2; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xff) == 0xFF && (jpeg[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("No marker " + marker);
    }

    private static byte[] with(byte[] atFirst, byte[] jpeg) {
        return ByteBuffer.allocate(jpeg.length + atFirst.length).put(jpeg, 0, 2).put(atFirst).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static BufferedImage read(Optional<byte[]> small) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(small.orElseThrow()));
    }

    /** With a first segment as cameras write it, in their byte order. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }
}
