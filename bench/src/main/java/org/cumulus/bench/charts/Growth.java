package org.cumulus.bench.charts;

import java.util.List;

/**
 * What a contestant takes for longer and longer lines.
 *
 * @param title its name
 * @param sizes how many elements
 * @param nanos nanoseconds an element for each of the sizes
 */
public record Growth(String title, List<Integer> sizes, List<Double> nanos) {}
