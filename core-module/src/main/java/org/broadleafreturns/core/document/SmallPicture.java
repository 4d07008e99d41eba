package org.broadleafreturns.core.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a small JPEG of a picture of any size. How large it is, its first bytes say, and what is too large is refused before anything is
 * decoded; of the rest only as many pixels are unfolded as the small one needs, by the readers of the picture's own type alone.
 */
final class SmallPicture {

    private static final Logger LOG = LoggerFactory.getLogger(SmallPicture.class);

    /** How long its longer side is, in pixels. */
    static final int SIDE = 320;

    /** More than telephones take. */
    static final long MOST_PIXELS = 64_000_000;
    /** Of those of which all have to be unfolded before the first is known. */
    static final long MOST_PIXELS_AT_ONCE = 24_000_000;
    private static final int LONGEST_SIDE = 20_000;

    private SmallPicture() {
    }

    /**
     * Empty if it cannot be made.
     *
     * @param contentType one of {@link DocumentType}; of WebP there is no reader
     */
    static Optional<byte[]> of(byte[] picture, String contentType) {
        JpegFacts facts = JpegFacts.of(picture);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(contentType);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (isTooLarge(width, height, facts.atOnce())) {
                    return Optional.empty();
                }
                return Optional.of(jpeg(turned(read(reader, width, height), width, height, facts.orientation())));
            } catch (IOException | RuntimeException e) {
                LOG.debug("{} cannot read a picture of {} bytes", reader.getClass().getName(), picture.length, e);
            } finally {
                reader.dispose();
            }
        }
        return Optional.empty();
    }

    /** @param atOnce whether all pixels have to be unfolded before the first is known */
    static boolean isTooLarge(int width, int height, boolean atOnce) {
        return width > LONGEST_SIDE || height > LONGEST_SIDE
            || (long) width * height > (atOnce ? MOST_PIXELS_AT_ONCE : MOST_PIXELS);
    }

    /** At least twice as large as what becomes of it, where there are so many pixels. */
    private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    /** Small, upright, and on white where it is transparent. */
    private static BufferedImage turned(BufferedImage read, int width, int height, int orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(width, height));
        int across = Math.max(1, (int) Math.round(width * scale));
        int down = Math.max(1, (int) Math.round(height * scale));
        boolean lying = orientation > 4;
        BufferedImage small = new BufferedImage(lying ? down : across, lying ? across : down, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, small.getWidth(), small.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.transform(upright(orientation, across, down));
            canvas.drawImage(read, 0, 0, across, down, null);
        } finally {
            canvas.dispose();
        }
        return small;
    }

    /** As Exif 2.3 counts orientations: which side of the picture the first row and the first column are. */
    private static AffineTransform upright(int orientation, int across, int down) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, across, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, across, down);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, down);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, down, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, down, across);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, across);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage small) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(DocumentType.JPEG.contentType()).next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(small);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
