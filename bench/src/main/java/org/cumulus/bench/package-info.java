/**
 * Benchmarks: the same cells measured several ways.
 *
 * <p>A {@link org.cumulus.bench.cells.Cell} is a scan to measure: dtype, shape, axis, layout. The
 * grid of them is in {@code cells.txt}. What runs on a cell is a {@link
 * org.cumulus.bench.contestants.Contestant}: Cumulus in several ways, the copy that is the ceiling,
 * {@code Arrays.parallelPrefix}, and, in a process of its own, NumPy and other libraries of Python.
 *
 * <ul>
 *   <li>The <b>tables</b> ({@link org.cumulus.bench.tables}) and the <b>comparison</b> with other
 *       libraries ({@link org.cumulus.bench.comparison}) interleave the contestants, round after
 *       round, and take the medians of their ratios. Ratios are what they are for: a machine that
 *       slows down slows all contestants of a round.
 *   <li><b>JMH</b> ({@link org.cumulus.bench.jmh}) measures every contestant in a JVM of its own.
 *       It is the reference for a single figure.
 * </ul>
 *
 * <p>All run with a heap of fixed size whose pages have been touched, check results before they
 * measure, and first show the JVM every dtype and kind of memory ({@link
 * org.cumulus.bench.contestants.Pollution}), as a long-lived program would.
 */
@NullMarked
package org.cumulus.bench;

import org.jspecify.annotations.NullMarked;
