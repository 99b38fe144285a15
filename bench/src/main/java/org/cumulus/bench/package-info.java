/**
 * Benchmarks: the same cells measured two ways.
 *
 * <p>A {@link org.cumulus.bench.Cell} is a scan to measure: dtype, shape, axis, layout. The grid of
 * them is in {@code cells.txt}. What runs on a cell is a {@link org.cumulus.bench.Contestant}:
 * Cumulus in several ways, the copy that is the ceiling, {@code Arrays.parallelPrefix}, and, in a
 * process of its own, NumPy.
 *
 * <ul>
 *   <li>The <b>table</b> ({@link org.cumulus.bench.TableRun}) interleaves the contestants, round
 *       after round, and sets the medians of their ratios beside the targets. Ratios are what it is
 *       for: a machine that slows down slows all contestants of a round.
 *   <li><b>JMH</b> ({@link org.cumulus.bench.CumsumBenchmark} and its siblings) measures every
 *       contestant in a JVM of its own. It is the reference for a single figure.
 * </ul>
 *
 * <p>Both run with a heap of fixed size whose pages have been touched, check results before they
 * measure, and first show the JVM every dtype and kind of memory ({@link
 * org.cumulus.bench.Pollution}), as a long-lived program would.
 */
@NullMarked
package org.cumulus.bench;

import org.jspecify.annotations.NullMarked;
