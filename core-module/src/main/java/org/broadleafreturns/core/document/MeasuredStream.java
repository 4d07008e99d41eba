package org.broadleafreturns.core.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a stream and ends after a maximum; the stream itself stays open. */
final class MeasuredStream extends FilterInputStream {

    private final long maximum;
    private long count;

    /** @param maximum of bytes to read */
    MeasuredStream(InputStream stream, long maximum) {
        super(stream);
        this.maximum = maximum;
    }

    /** The number of bytes that were read. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (count >= maximum) {
            return -1;
        }
        int read = super.read(bytes, offset, (int) Math.min(length, maximum - count));
        count += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(Math.min(bytes, maximum - count));
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // Whoever opened it closes it.
    }
}
