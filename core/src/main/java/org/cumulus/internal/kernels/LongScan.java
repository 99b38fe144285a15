package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.Operation;
import org.cumulus.internal.operations.RowLoop;

/**
 * Scans of integers of every width, of {@code bool} and of {@code timedelta64} with any operation;
 * see {@link OperatorScan}.
 *
 * <p>Cutting a sum or a product to its low k bits gives the same whether it is done at each step or
 * once, on the way out; and other operations do not leave the width. So this one text serves int8 …
 * uint64. The sum and the product of {@code bool} too, which are OR and AND: a sum of ones is not
 * zero exactly where one of them is there, and 2^63 ones fit no array.
 */
public final class LongScan extends OperatorScan<LongBinaryOperator, long[]> {
  private static final boolean IS_SUM = !LongScan.class.isHidden();

  LongScan(Operation<LongBinaryOperator, long[]> operation) {
    super(operation);
  }

  private long combine(long a, long b) {
    return IS_SUM ? a + b : function.applyAsLong(a, b);
  }

  @Override
  public void rows(Tile<long[]> in, Tile<long[]> out, int lines, int length, long[] carry) {
    if (length < SHORT_LENGTH) {
      shortRows(in, out, lines, length, carry);
      return;
    }
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      carry[line] = row(in.array(), from - to, out.array(), to, to + length, carry[line]);
    }
  }

  /**
   * A loop for each line would cost as much as the few steps that it has: so they are taken eight
   * at a time, and the processor works on several lines at once.
   */
  private void shortRows(Tile<long[]> in, Tile<long[]> out, int lines, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    if (in.start() == out.start() && in.groupPitch() == length && out.groupPitch() == length) {
      denseRows(x, y, in.start(), lines, length, carry);
      return;
    }
    for (int line = 0; line < lines; line++) {
      int i = in.start() + line * in.groupPitch();
      int j = out.start() + line * out.groupPitch();
      long last = carry[line];
      int end = i + length;
      for (; end - i >= 8; i += 8, j += 8) {
        last = eight(x, i, y, j, last);
      }
      if ((length & 4) != 0) {
        last = four(x, i, y, j, last);
        i += 4;
        j += 4;
      }
      if ((length & 2) != 0) {
        last = two(x, i, y, j, last);
        i += 2;
        j += 2;
      }
      if ((length & 1) != 0) {
        last = combine(last, x[i]);
        y[j] = last;
      }
      carry[line] = last;
    }
  }

  /** The same where a single index runs through all elements and results. */
  private void denseRows(long[] x, long[] y, int start, int lines, int length, long[] carry) {
    int i = start;
    for (int line = 0; line < lines; line++) {
      long last = carry[line];
      int end = i + length;
      for (; end - i >= 8; i += 8) {
        last = eight(x, i, y, i, last);
      }
      if ((length & 4) != 0) {
        last = four(x, i, y, i, last);
        i += 4;
      }
      if ((length & 2) != 0) {
        last = two(x, i, y, i, last);
        i += 2;
      }
      if ((length & 1) != 0) {
        last = combine(last, x[i]);
        y[i] = last;
        i++;
      }
      carry[line] = last;
    }
  }

  private long eight(long[] x, int i, long[] y, int j, long start) {
    long last = start;
    last = combine(last, x[i]);
    y[j] = last;
    last = combine(last, x[i + 1]);
    y[j + 1] = last;
    last = combine(last, x[i + 2]);
    y[j + 2] = last;
    last = combine(last, x[i + 3]);
    y[j + 3] = last;
    last = combine(last, x[i + 4]);
    y[j + 4] = last;
    last = combine(last, x[i + 5]);
    y[j + 5] = last;
    last = combine(last, x[i + 6]);
    y[j + 6] = last;
    last = combine(last, x[i + 7]);
    y[j + 7] = last;
    return last;
  }

  private long four(long[] x, int i, long[] y, int j, long start) {
    long last = start;
    last = combine(last, x[i]);
    y[j] = last;
    last = combine(last, x[i + 1]);
    y[j + 1] = last;
    last = combine(last, x[i + 2]);
    y[j + 2] = last;
    last = combine(last, x[i + 3]);
    y[j + 3] = last;
    return last;
  }

  private long two(long[] x, int i, long[] y, int j, long start) {
    long last = start;
    last = combine(last, x[i]);
    y[j] = last;
    last = combine(last, x[i + 1]);
    y[j + 1] = last;
    return last;
  }

  /** With few variables the JIT keeps them all in registers; see {@link WideningScan#row}. */
  private long row(long[] x, int shift, long[] y, int to, int end, long start) {
    long last = start;
    for (int i = to; i < end; i++) {
      last = combine(last, x[i + shift]);
      y[i] = last;
    }
    return last;
  }

  @Override
  public int fewestFlowing(boolean isInCache) {
    return 2;
  }

  @Override
  public void shortGroups(
      Tile<long[]> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    int count = length * lanes;
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      int at = group * lanes;
      for (int i = 0; i < lanes; i++) {
        y[to + i] = combine(carry[at + i], x[from + i]);
      }
      for (int i = lanes; i < count; i++) {
        y[to + i] = combine(y[to + i - lanes], x[from + i]);
      }
      for (int i = 0; i < lanes; i++) {
        carry[at + i] = y[to + count - lanes + i];
      }
    }
  }

  @Override
  public void eightLanes(
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long last0 = carry[at];
    long last1 = carry[at + 1];
    long last2 = carry[at + 2];
    long last3 = carry[at + 3];
    long last4 = carry[at + 4];
    long last5 = carry[at + 5];
    long last6 = carry[at + 6];
    long last7 = carry[at + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * stepTo;
      last0 = combine(last0, x[i]);
      last1 = combine(last1, x[i + 1]);
      last2 = combine(last2, x[i + 2]);
      last3 = combine(last3, x[i + 3]);
      last4 = combine(last4, x[i + 4]);
      last5 = combine(last5, x[i + 5]);
      last6 = combine(last6, x[i + 6]);
      last7 = combine(last7, x[i + 7]);
      y[j] = last0;
      y[j + 1] = last1;
      y[j + 2] = last2;
      y[j + 3] = last3;
      y[j + 4] = last4;
      y[j + 5] = last5;
      y[j + 6] = last6;
      y[j + 7] = last7;
    }
    carry[at] = last0;
    carry[at + 1] = last1;
    carry[at + 2] = last2;
    carry[at + 3] = last3;
    carry[at + 4] = last4;
    carry[at + 5] = last5;
    carry[at + 6] = last6;
    carry[at + 7] = last7;
  }

  @Override
  public void fourLanes(
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long last0 = carry[at];
    long last1 = carry[at + 1];
    long last2 = carry[at + 2];
    long last3 = carry[at + 3];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * stepTo;
      last0 = combine(last0, x[i]);
      last1 = combine(last1, x[i + 1]);
      last2 = combine(last2, x[i + 2]);
      last3 = combine(last3, x[i + 3]);
      y[j] = last0;
      y[j + 1] = last1;
      y[j + 2] = last2;
      y[j + 3] = last3;
    }
    carry[at] = last0;
    carry[at + 1] = last1;
    carry[at + 2] = last2;
    carry[at + 3] = last3;
  }

  @Override
  public void twoLanes(
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long last0 = carry[at];
    long last1 = carry[at + 1];
    for (int k = 0; k < length; k++) {
      last0 = combine(last0, x[from + k * step]);
      last1 = combine(last1, x[from + k * step + 1]);
      y[to + k * stepTo] = last0;
      y[to + k * stepTo + 1] = last1;
    }
    carry[at] = last0;
    carry[at + 1] = last1;
  }

  @Override
  public void lane(
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long last = carry[at];
    for (int k = 0; k < length; k++) {
      last = combine(last, x[from + k * step]);
      y[to + k * stepTo] = last;
    }
    carry[at] = last;
  }

  @Override
  public void eightSteps(
      long[] x, int from, int pitch, long[] y, int to, int step, int lines, long[] carry) {
    for (int line = 0; line < lines; line++) {
      int i = from + line * pitch;
      int j = to + line;
      long last = carry[line];
      last = combine(last, x[i]);
      y[j] = last;
      last = combine(last, x[i + 1]);
      y[j + 1 * step] = last;
      last = combine(last, x[i + 2]);
      y[j + 2 * step] = last;
      last = combine(last, x[i + 3]);
      y[j + 3 * step] = last;
      last = combine(last, x[i + 4]);
      y[j + 4 * step] = last;
      last = combine(last, x[i + 5]);
      y[j + 5 * step] = last;
      last = combine(last, x[i + 6]);
      y[j + 6 * step] = last;
      last = combine(last, x[i + 7]);
      y[j + 7 * step] = last;
      carry[line] = last;
    }
  }

  @Override
  public void eightLines(Tile<long[]> in, Tile<long[]> out, int line, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    int from = in.start() + line;
    int to = out.start() + line * out.groupPitch();
    int pitch = out.groupPitch();
    long last0 = carry[line];
    long last1 = carry[line + 1];
    long last2 = carry[line + 2];
    long last3 = carry[line + 3];
    long last4 = carry[line + 4];
    long last5 = carry[line + 5];
    long last6 = carry[line + 6];
    long last7 = carry[line + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * in.stepPitch();
      int j = to + k * out.stepPitch();
      last0 = combine(last0, x[i]);
      last1 = combine(last1, x[i + 1]);
      last2 = combine(last2, x[i + 2]);
      last3 = combine(last3, x[i + 3]);
      last4 = combine(last4, x[i + 4]);
      last5 = combine(last5, x[i + 5]);
      last6 = combine(last6, x[i + 6]);
      last7 = combine(last7, x[i + 7]);
      y[j] = last0;
      y[j + pitch] = last1;
      y[j + 2 * pitch] = last2;
      y[j + 3 * pitch] = last3;
      y[j + 4 * pitch] = last4;
      y[j + 5 * pitch] = last5;
      y[j + 6 * pitch] = last6;
      y[j + 7 * pitch] = last7;
    }
    carry[line] = last0;
    carry[line + 1] = last1;
    carry[line + 2] = last2;
    carry[line + 3] = last3;
    carry[line + 4] = last4;
    carry[line + 5] = last5;
    carry[line + 6] = last6;
    carry[line + 7] = last7;
  }

  @Override
  public void combine(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    RowLoop<long[]> vectors = hasVectors ? vectors() : null;
    int done = vectors == null ? 0 : vectors.combine(before, at, x, from, y, to, count);
    for (int i = done; i < count; i++) {
      y[to + i] = combine(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(long[] carry, int at, long[] y, int to, int step, int length) {
    long before = carry[at];
    if (step == 1) {
      // A loop of its own, which the JIT turns into vector code.
      for (int k = 0; k < length; k++) {
        y[to + k] = combine(before, y[to + k]);
      }
      return;
    }
    for (int k = 0; k < length; k++) {
      y[to + k * step] = combine(before, y[to + k * step]);
    }
  }
}
