package org.cumulus.bench.charts;

/**
 * A cell in a chart of bars; all figures are nanoseconds an element.
 *
 * @param name what it is, in few words
 * @param detail more words
 * @param ours Cumulus
 * @param peer the name of the best peer
 * @param theirs what that takes
 * @param ratio how many times as long that takes
 * @param copy what moving the bytes takes
 */
public record Bars(
    String name,
    String detail,
    double ours,
    String peer,
    double theirs,
    double ratio,
    double copy) {}
