package org.broadleafreturns.bench;

import java.util.Arrays;
import java.util.Locale;

/** What a comparison has come to. */
record Result(Comparison comparison, double[] ours, double[] theirs) {

    /** Of that many rounds, by turns; who is first changes. */
    static Result of(Comparison comparison, int rounds) throws Exception {
        int many = Math.min(rounds, comparison.rounds());
        if (many > Comparison.PAGE) {
            for (int i = 0; i < comparison.warmUp(); i++) {
                comparison.ours().measure();
                if (comparison.theirs() != null) {
                    comparison.theirs().measure();
                }
            }
        }
        double[] ours = new double[many];
        double[] theirs = new double[comparison.theirs() == null ? 0 : many];
        for (int i = 0; i < many; i++) {
            boolean first = i % 2 == 0;
            if (first) {
                ours[i] = comparison.ours().measure();
            }
            if (theirs.length > 0) {
                theirs[i] = comparison.theirs().measure();
            }
            if (!first) {
                ours[i] = comparison.ours().measure();
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        return new Result(comparison, ours, theirs);
    }

    double median() {
        return quantile(ours, 0.5);
    }

    /** Of the medians. */
    double ratio() {
        return median() / quantile(theirs, 0.5);
    }

    String oursInWords() {
        return words(ours);
    }

    String theirsInWords() {
        return theirs.length == 0 ? "" : words(theirs);
    }

    String ratioInWords() {
        return theirs.length == 0 ? "" : number(ratio());
    }

    String differenceInWords() {
        return theirs.length == 0 ? "" : String.format(Locale.ROOT, "%+.1f", median() - quantile(theirs, 0.5));
    }

    /** The median, and the quartiles around it. */
    private String words(double[] sorted) {
        String median = number(quantile(sorted, 0.5));
        return (sorted.length < 3 ? median : median + " (" + number(quantile(sorted, 0.25)) + "–" + number(quantile(sorted,
            0.75)) + ")")
            + " " + comparison.unit();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%.0f", value);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        return below + 1 < sorted.length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
