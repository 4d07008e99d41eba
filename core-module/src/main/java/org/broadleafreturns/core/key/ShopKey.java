package org.broadleafreturns.core.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.OnlyOnce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shop's secret, by which it knows again on all nodes what it has given out: pages, links, cookies. It is drawn at the first need, and
 * stays. What is signed begins with what it is for, so that nothing is taken for something else.
 */
public class ShopKey {

    private static final int ONLY = 1;
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile SecretKeySpec known;

    ShopKey(DataSource dataSource, PlatformTransactionManager transactionManager, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** An HMAC of some bytes. */
    public byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what is counted and found, of an address, without telling it. */
    public String keyOf(String kind, String address) {
        return HexFormat.of().formatHex(sign((kind + '\n' + address.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8)));
    }

    private SecretKeySpec key() {
        SecretKeySpec key = known;
        if (key == null) {
            OnlyOnce.add(transaction, () -> !stored().isEmpty(), this::draw);
            key = new SecretKeySpec(Base64.getDecoder().decode(stored().get(0)), ALGORITHM);
            known = key;
        }
        return key;
    }

    private List<String> stored() {
        return database.queryForList("SELECT SECRET FROM RTN_WITHDRAWAL_KEY WHERE KEY_ID = " + ONLY, String.class);
    }

    private void draw() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        database.update("INSERT INTO RTN_WITHDRAWAL_KEY (KEY_ID, SECRET, CREATED_UTC) VALUES (?, ?, ?)", ONLY,
            Base64.getEncoder().encodeToString(secret), clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
