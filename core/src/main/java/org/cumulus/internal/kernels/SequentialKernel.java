package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;

/**
 * A kernel that adds every line strictly from left to right, whatever the shape of the tile and the
 * loop that does it, so all give the same bits. Its carry is each line's last result. Which loop it
 * is depends on the lanes:
 *
 * <table>
 * <caption>Loops</caption>
 * <tr><td>one<td>lines are rows: {@link #rows}, several side by side, as each must wait for its own
 *     last addition only
 * <tr><td>few<td>sums in registers: {@link #eightLanes}, {@link #fourLanes}, {@link #twoLanes}, {@link
 *     #lane}; or, if they have no gaps, {@linkplain #shortGroups as they stand}, in one stream
 *     from and to memory
 * <tr><td>many<td>whole rows of lanes at a time: {@link #combine} the last row of sums and the next of
 *     elements
 * </table>
 *
 * @param <A> the array type of the carrier
 */
public interface SequentialKernel<A> extends Kernel<A, A> {
  /** Lines shorter than this are over before a loop made for long ones has begun. */
  int SHORT_LENGTH = 16;

  /** Stretches of several lines that come from memory and not from the cache must be this long. */
  int STREAM_LENGTH = 1024;

  /** From this many lanes on a row of them is worth a loop. */
  int MANY_LANES = 16;

  /** The same where all is in cache. From memory such narrow columns are slow. */
  int MANY_LANES_IN_CACHE = 32;

  /** So many lanes are better swept in vectors, and little is gained where there are none. */
  int MOST_FLOWING = 64;

  /** Elements of which input and output stay in the L2 cache. */
  int IN_CACHE = 1 << 14;

  /** Steps of a few lanes that stay in the L1 cache from some of the lanes to the next. */
  int STEPS_IN_CACHE = 256;

  /** Rows that are scanned side by side: integers are added in a cycle, and no row waits. */
  static int sideBySide(Carrier carrier) {
    return carrier == Carrier.LONG ? 1 : 4;
  }

  /** Rows shorter than this are scanned in a loop over all of them. */
  static int shortRow(Carrier carrier) {
    return carrier == Carrier.LONG ? SHORT_LENGTH : 32;
  }

  /** {@link #fewestFlowing(boolean)}, as measured: a sum of integers is back in no time. */
  static int fewestFlowing(Carrier carrier, boolean isInCache) {
    return switch (carrier) {
      case LONG -> 2;
      case FLOAT -> isInCache ? 24 : 12;
      default -> isInCache ? 24 : 6;
    };
  }

  /**
   * Whether rows should be scanned side by side. From the cache that is twice to three times as
   * fast for floats. But the processor fetches ahead from memory best along one stream, and short
   * stretches of several lines look like none.
   */
  static <A> boolean paysSideBySide(Tile<A> in, Tile<A> out, int length) {
    boolean isInCache = in.array().equals(out.array());
    return length >= (isInCache ? SHORT_LENGTH : STREAM_LENGTH);
  }

  @Override
  default void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    if (lanes == 1 && in.stepPitch() == 1 && out.stepPitch() == 1) {
      rows(in, out, groups, length, carry);
      return;
    }
    boolean isDense = in.stepPitch() == lanes && out.stepPitch() == lanes;
    boolean isInCache = (long) groups * length * lanes <= IN_CACHE;
    boolean isShort = lanes < MANY_LANES && length < SHORT_LENGTH;
    boolean flows = lanes >= fewestFlowing(isInCache) && lanes < MOST_FLOWING;
    if (isDense && (isShort || flows)) {
      shortGroups(in, out, groups, length, lanes, carry);
      return;
    }
    int manyLanes = isInCache ? MANY_LANES_IN_CACHE : MANY_LANES;
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      if (lanes >= manyLanes) {
        manyLanes(in, from, out, to, length, lanes, carry, group * lanes);
      } else {
        fewLanes(in, from, out, to, length, lanes, carry, group * lanes);
      }
    }
  }

  private void manyLanes(
      Tile<A> in, int from, Tile<A> out, int to, int length, int lanes, A carry, int at) {
    A sums = carry;
    int before = at;
    for (int k = 0; k < length; k++) {
      int next = to + k * out.stepPitch();
      combine(sums, before, in.array(), from + k * in.stepPitch(), out.array(), next, lanes);
      sums = out.array();
      before = next;
    }
    System.arraycopy(sums, before, carry, at, lanes);
  }

  private void fewLanes(
      Tile<A> in, int from, Tile<A> out, int to, int length, int lanes, A carry, int at) {
    A x = in.array();
    A y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    for (int k = 0; k < length; k += STEPS_IN_CACHE) {
      int steps = Math.min(STEPS_IN_CACHE, length - k);
      int source = from + k * step;
      int target = to + k * stepTo;
      int lane = 0;
      for (; lane + 8 <= lanes; lane += 8) {
        eightLanes(x, source + lane, step, y, target + lane, stepTo, steps, carry, at + lane);
      }
      if (lane + 4 <= lanes) {
        fourLanes(x, source + lane, step, y, target + lane, stepTo, steps, carry, at + lane);
        lane += 4;
      }
      if (lane + 2 <= lanes) {
        twoLanes(x, source + lane, step, y, target + lane, stepTo, steps, carry, at + lane);
        lane += 2;
      }
      if (lane < lanes) {
        lane(x, source + lane, step, y, target + lane, stepTo, steps, carry, at + lane);
      }
    }
  }

  /**
   * Scans groups of one lane, whose steps are neighbours: {@code out[i][k] = out[i][k-1] +
   * in[i][k]}.
   */
  void rows(Tile<A> in, Tile<A> out, int lines, int length, A carry);

  /**
   * From how many lanes on groups without gaps are best scanned {@linkplain #shortGroups as they
   * stand}, however long they are: when the sum that an element is added to, which was stored so
   * many elements before, has come back.
   */
  default int fewestFlowing(boolean isInCache) {
    return Integer.MAX_VALUE;
  }

  /**
   * Scans groups of lanes without gaps in one loop over their elements: but for the first step, the
   * sum that an element is added to stands {@code lanes} before it in the output.
   */
  void shortGroups(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry);

  /** Scans eight lanes that are neighbours, from the carries {@code at} to {@code at + 7} on. */
  default void eightLanes(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    fourLanes(x, from, step, y, to, stepTo, length, carry, at);
    fourLanes(x, from + 4, step, y, to + 4, stepTo, length, carry, at + 4);
  }

  /** Scans four lanes that are neighbours, from the carries {@code at}, {@code at + 1}, … on. */
  void fourLanes(A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at);

  /** Scans two lanes that are neighbours, from the carries {@code at} and {@code at + 1} on. */
  void twoLanes(A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at);

  /** Scans one lane, from the carry {@code at} on. */
  void lane(A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at);

  /** {@code y[to + i] = before[at + i] ∘ x[from + i]}. */
  void combine(A before, int at, A x, int from, A y, int to, int count);
}
