package org.broadleafreturns.core.storedsettings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** A number of bytes, which people read and write in megabytes, with either decimal sign. */
final class FileSize implements ValueForm<Long> {

    /** In bytes. */
    static final long SMALLEST = 100 * 1024;
    /** In bytes. */
    static final long LARGEST = 100L * 1024 * 1024;

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);

    @Override
    public String write(Long value) {
        return value.toString();
    }

    @Override
    public Long read(String stored) {
        return Long.valueOf(stored);
    }

    @Override
    public Entry<Long> enter(String typed) {
        String megabytes = typed.strip();
        long bytes = megabytes.matches("[0-9]{1,6}([.,][0-9]{1,3})?")
            ? new BigDecimal(megabytes.replace(',', '.')).multiply(MEGABYTE).setScale(0, RoundingMode.HALF_UP).longValue() : -1;
        return bytes >= SMALLEST && bytes <= LARGEST ? Entry.of(bytes)
            : Entry.refused("rtn.objection.settings.fileSize", SMALLEST / MEGABYTE.doubleValue(),
                LARGEST / MEGABYTE.doubleValue());
    }

    @Override
    public String show(Long bytes, Locale reader) {
        String plain = BigDecimal.valueOf(bytes).divide(MEGABYTE, 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        return plain.replace('.', DecimalFormatSymbols.getInstance(reader).getDecimalSeparator());
    }
}
