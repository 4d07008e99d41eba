package org.broadleafreturns.core.withdrawal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
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

/** The shop's secret, by which it knows its own pages again on all nodes. It is drawn at the first need, and stays. */
class WithdrawalKey {

    private static final int ONLY = 1;
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile SecretKeySpec known;

    WithdrawalKey(DataSource dataSource, PlatformTransactionManager transactionManager, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what is counted and found, of an address, without telling it. */
    String keyOf(String kind, String address) {
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
            Base64.getEncoder().encodeToString(secret), WithdrawalMoment.utc(clock.instant()));
    }
}
