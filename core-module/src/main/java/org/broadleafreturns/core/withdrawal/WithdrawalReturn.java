package org.broadleafreturns.core.withdrawal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** That a return follows a statement: it was made of it, or ran already and was taken as a withdrawal. */
@Entity
@Table(name = "RTN_WITHDRAWAL_RETURN")
class WithdrawalReturn {

    @EmbeddedId
    private Key key;

    /** Which return follows which statement. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "WITHDRAWAL_ID", nullable = false, updatable = false)
        private Long withdrawalId;

        @Column(name = "REQUEST_ID", nullable = false, updatable = false)
        private Long requestId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(withdrawalId, key.withdrawalId) && Objects.equals(requestId, key.requestId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(withdrawalId, requestId);
        }
    }

    /** For the persistence provider. */
    protected WithdrawalReturn() {
    }

    WithdrawalReturn(Long withdrawalId, Long requestId) {
        key = new Key();
        key.withdrawalId = withdrawalId;
        key.requestId = requestId;
    }
}
