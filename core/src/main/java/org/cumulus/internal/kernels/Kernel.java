package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * The scan itself, over tiles of one carrier type: pure loops that know nothing of dtypes, views or
 * threads, and check nothing.
 *
 * <p>A tile holds {@code groups × lanes} lines of {@code length} elements. A line may be cut into
 * stretches and scanned one after the other: {@code carry} holds all that is to be known of each
 * line, at first its {@linkplain #start start}. Input and output may be the same tile.
 *
 * @param <I> the array type of the input: the carrier's, as a rule
 * @param <A> the array type of the carrier
 */
public interface Kernel<I, A> {
  /** The carrier of the values. */
  Carrier carrier();

  /** How many lines it pays to scan side by side: more than one where an addition takes long. */
  default int sideBySide() {
    return 1;
  }

  /**
   * Whether many lanes are scanned faster than memory can bring them, so that threads gain nothing
   * from scanning at the same time, but much from loading at the same time.
   */
  default boolean waitsForMemory() {
    return false;
  }

  /**
   * Whether it may call code of the caller's, which may wait for anything: for other tasks of the
   * pool that the threads are from, too.
   */
  default boolean callsForeignCode() {
    return false;
  }

  /** Stretches of a line are best a multiple of this long, but the last. */
  default int grain() {
    return 1;
  }

  /** Lanes come in sets of so many, which are not divided. */
  default int laneGrain() {
    return 1;
  }

  /** The most lines a tile may have, where the carry of a line is large. */
  default int mostLines() {
    return Integer.MAX_VALUE;
  }

  /** How many values the carry of some lines has. */
  default int carrySize(int lines) {
    return lines;
  }

  /** Makes the carry that of {@code lines} lines, or fewer, none of which has been begun. */
  void start(A carry, int lines);

  /**
   * Makes the carry that of exactly {@code lines} lines that go on from a value, as if it were the
   * sum of all elements before.
   *
   * @param initial the value, the only one of its array; null for none
   */
  default void startFrom(@Nullable A initial, A carry, int lines) {
    start(carry, lines);
    if (initial != null) {
      // What else a carry holds stands behind the sums of its lines.
      carrier().fill(carry, lines, initial);
    }
  }

  /**
   * Copies what is known of lines that are neighbours from one carry to another.
   *
   * @param from a carry of {@code lines} lines
   * @param line the first of them
   * @param to a carry of {@code linesTo} lines
   * @param lineTo the first of them there
   * @param count how many
   */
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  default void copyCarry(A from, int lines, int line, A to, int linesTo, int lineTo, int count) {
    System.arraycopy(from, line, to, lineTo, count);
  }

  /** Scans a tile. */
  void scan(Tile<I> in, Tile<A> out, int groups, int length, int lanes, A carry);
}
