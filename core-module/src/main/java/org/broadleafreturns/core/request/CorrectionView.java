package org.broadleafreturns.core.request;

import java.util.List;

/**
 * A correction that was entered and not confirmed yet, as it is shown before it is. Public for the templates.
 *
 * @param lines what it would put right, line by line
 */
public record CorrectionView(PreviewView preview, List<CorrectedLine> lines) {

    public CorrectionView {
        lines = List.copyOf(lines);
    }

    /** Whether nothing would be left, so that the return is called off. */
    public boolean cancels() {
        return preview.to() == ReturnStatus.CANCELLED;
    }
}
