package org.broadleafreturns.admin.order;

import java.util.Optional;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;

/** What most likely happens to a return next: the label, the goods, the decision; of what has never left the shop the decision at once. */
final class NextStep {

    private NextStep() {
    }

    /**
     * The status that the dialog opens with; empty for what is decided or cancelled. Of a decision, the one that most returns get.
     *
     * @param unsent whether nothing of it has left the shop
     */
    static Optional<ReturnStatus> of(ReturnView shown, boolean unsent) {
        if (unsent && shown.status().isRunning()) {
            return Optional.of(ReturnStatus.ACCEPTED);
        }
        return switch (shown.status()) {
            case REQUESTED -> Optional.of(ReturnStatus.LABEL_SENT);
            case LABEL_SENT -> Optional.of(ReturnStatus.RECEIVED);
            case RECEIVED -> Optional.of(shown.lines().stream().mapToInt(LineView::quantityMissing).sum() > 0 ? ReturnStatus.RECEIVED
                : ReturnStatus.ACCEPTED);
            default -> Optional.empty();
        };
    }
}
