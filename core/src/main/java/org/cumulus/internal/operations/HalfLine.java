package org.cumulus.internal.operations;

import java.util.Arrays;
import org.cumulus.internal.types.Half;

/**
 * Sums of {@code float16} in one line; see {@link LineLoop}.
 *
 * <p><b>The guess.</b> A float has 13 bits more than a half. So near {@code 1.5 · 2^(e + 13)}
 * floats are as far apart as halves from {@code 2^e} to {@code 2^(e + 1)}, and a sum that is
 * carried there is rounded by each addition of floats just as a half is, ties included, until it
 * leaves its binade. That is one addition for each element to wait for, where there were three
 * operations.
 *
 * <p><b>The proof.</b> {@code after[k]} is {@code before[k] + x[k]}, rounded to half: the
 * definition. {@code before[0]} is the carry. Where {@code before[k + 1]} has the bits of {@code
 * after[k]} it is right if {@code before[k]} is; so {@code after[k]} is right up to the first
 * {@code k} where it has not, and there, too. NaN may differ from NaN in its bits, but sticks: if
 * the last of these results is none, there was none among them, and if it is one none of them is
 * taken.
 */
public final class HalfLine implements LineLoop<float[]> {
  public static final HalfLine INSTANCE = new HalfLine();

  /** The longest stretch: the arrays of longer ones would push the tile's out of the cache. */
  public static final int LONGEST = 256;

  private static final int SHORTEST = 32;

  /** Fewer right guesses in a stretch are not worth it. */
  private static final int WORTH = 16;

  /** For how many elements to do without them then. */
  private static final int REST = 64;

  private static final int EXTRA_BITS = 13;

  /** Stretches are short, and fresh memory is in no cache. */
  private static final ThreadLocal<Stretch> STRETCH = ThreadLocal.withInitial(Stretch::new);

  private HalfLine() {}

  /** The first elements of a line are in many binades. */
  @Override
  public int shortest() {
    return 2 * LONGEST;
  }

  @Override
  public void scan(float[] x, int from, float[] y, int to, int length, float[] carry, int at) {
    Stretch stretch = STRETCH.get();
    Credit credit = new Credit(WORTH, REST);
    int size = SHORTEST;
    float sum = carry[at];
    int done = 0;
    while (done < length) {
      int count = Math.min(size, length - done);
      int right = stretch.sum(sum, x, from + done, count);
      if (right > 0) {
        System.arraycopy(stretch.after, 0, y, to + done, right);
        sum = stretch.after[right - 1];
        done += right;
      }
      if (right == count) {
        size = Math.min(2 * size, LONGEST);
        continue;
      }
      size = Math.max(SHORTEST, size / 2);
      int rest = Math.min(credit.afterWrong(right), length - done);
      sum = plain(sum, x, from + done, y, to + done, rest);
      done += rest;
    }
    carry[at] = sum;
  }

  private static float plain(float start, float[] x, int from, float[] y, int to, int length) {
    float sum = start;
    for (int k = 0; k < length; k++) {
      sum = Half.round(sum + x[from + k]);
      y[to + k] = sum;
    }
    return sum;
  }

  /** Some elements of a line. Loops with one index over arrays of their own are made vectors of. */
  static final class Stretch {
    private final float[] elements = new float[LONGEST];
    private final float[] before = new float[LONGEST + 1];

    /** The results. */
    final float[] after = new float[LONGEST];

    /** Sums elements on from a half; returns how many results are right. */
    int sum(float start, float[] x, int from, int count) {
      System.arraycopy(x, from, elements, 0, count);
      guess(start, count);
      for (int k = 0; k < count; k++) {
        after[k] = Half.round(before[k] + elements[k]);
      }
      int wrong = Arrays.mismatch(after, 0, count, before, 1, count + 1);
      int right = wrong < 0 ? count : wrong + 1;
      return Float.isNaN(after[right - 1]) ? 0 : right;
    }

    private void guess(float start, int count) {
      int exponent = Math.clamp(Math.getExponent(start), Half.LEAST_EXPONENT, Half.MOST_EXPONENT);
      float anchor = Math.scalb(1.5f, exponent + EXTRA_BITS);
      float sum = anchor + start;
      for (int k = 0; k < count; k++) {
        before[k] = sum;
        sum += elements[k];
      }
      before[count] = sum;
      for (int k = 0; k <= count; k++) {
        before[k] -= anchor;
      }
      // The anchor loses the sign of zero.
      before[0] = start;
    }
  }
}
