package org.cumulus.internal.kernels.blocked;

import java.util.Arrays;
import org.cumulus.internal.kernels.Vectors;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.GroupLoop;
import org.cumulus.internal.types.Carrier;

/**
 * Sums of {@code float32} in the order {@code BLOCKED}. Those of {@code float16} too, which are
 * rounded once, when they are stored.
 */
public final class BlockedFloatSum extends BlockedSum<float[]> {
  public static final BlockedFloatSum INSTANCE = new BlockedFloatSum();

  private BlockedFloatSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.FLOAT;
  }

  @Override
  public void start(float[] carry, int count) {
    Arrays.fill(carry, 0, carrySize(count), -0.0f);
  }

  @Override
  int position(float[] carry, int at) {
    return (int) carry[at];
  }

  @Override
  void setPosition(float[] carry, int at, int position) {
    carry[at] = position;
  }

  @Override
  float[] scratch() {
    return BlockedFloatLanes.scratch();
  }

  @Override
  void shortLines(Tile<float[]> in, Tile<float[]> out, int lines, int length, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    boolean isDense = step == 1 && stepTo == 1;
    int rest = length % GROUP;
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      float low = carry[HI * lines + line];
      if (length >= GROUP) {
        float c =
            isDense
                ? BlockedFloatGroup.scan(x, from, 1, y, to, 1, low)
                : BlockedFloatGroup.scan(x, from, step, y, to, stepTo, low);
        carry[C * lines + line] = c;
        low = low + c;
        from += GROUP * step;
        to += GROUP * stepTo;
      }
      if (isDense) {
        BlockedFloatGroup.begin(x, from, 1, y, to, 1, rest, carry, line, lines, low);
      } else {
        BlockedFloatGroup.begin(x, from, step, y, to, stepTo, rest, carry, line, lines, low);
      }
    }
  }

  @Override
  void steps(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int line,
      int lines,
      int position) {
    float hi = carry[HI * lines + line];
    float c = carry[C * lines + line];
    float w1 = carry[W1 * lines + line];
    float w2 = carry[W2 * lines + line];
    float w4 = carry[W4 * lines + line];
    for (int k = 0; k < length; k++) {
      float one = x[from + k * step];
      float two = w1 + one;
      float four = w2 + two;
      y[to + k * stepTo] = ((hi + c) + w4) + four;
      // What is complete with this element carries over, as when one is added to a binary number.
      int place = position + k;
      if ((place & 1) == 0) {
        w1 = one;
      } else if ((place & 2) == 0) {
        w1 = -0.0f;
        w2 = two;
      } else if ((place & 4) == 0) {
        w1 = -0.0f;
        w2 = -0.0f;
        w4 = four;
      } else {
        c = c + (w4 + four);
        w1 = -0.0f;
        w2 = -0.0f;
        w4 = -0.0f;
      }
    }
    carry[C * lines + line] = c;
    carry[W1 * lines + line] = w1;
    carry[W2 * lines + line] = w2;
    carry[W4 * lines + line] = w4;
  }

  @Override
  void beginning(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int line,
      int lines) {
    float low = carry[HI * lines + line] + carry[C * lines + line];
    BlockedFloatGroup.begin(x, from, step, y, to, stepTo, length, carry, line, lines, low);
  }

  @Override
  void groups(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int line,
      int lines) {
    if (step == 1 && stepTo == 1 && Vectors.isOn() && Vectors.loops().blockedFloats().hasRow()) {
      GroupLoop<float[]> vectors = Vectors.loops().blockedFloats();
      vectors.row(x, from, y, to, length, carry, HI * lines + line, C * lines + line);
      return;
    }
    float hi = carry[HI * lines + line];
    int c = C * lines + line;
    carry[c] =
        step == 1 && stepTo == 1
            ? dense(x, from, y, to, length, hi, carry[c])
            : strided(x, from, step, y, to, stepTo, length, hi, carry[c]);
  }

  private static float dense(
      float[] x, int from, float[] y, int to, int length, float hi, float start) {
    float c = start;
    for (int k = 0; k < length; k += GROUP) {
      c = c + BlockedFloatGroup.scan(x, from + k, 1, y, to + k, 1, hi + c);
    }
    return c;
  }

  /** As {@link #dense}; apart from it, as there are bounds to be checked at each element here. */
  private static float strided(
      float[] x,
      int start,
      int step,
      float[] y,
      int startTo,
      int stepTo,
      int length,
      float hi,
      float before) {
    int from = start;
    int to = startTo;
    float c = before;
    for (int k = 0; k < length; k += GROUP) {
      c = c + BlockedFloatGroup.scan(x, from, step, y, to, stepTo, hi + c);
      from += GROUP * step;
      to += GROUP * stepTo;
    }
    return c;
  }

  @Override
  void lanes(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      int count,
      float[] carry,
      int line,
      int lines,
      float[] scratch) {
    if (length < GROUP || !Vectors.isOn()) {
      BlockedFloatLanes.scan(
          x, from, step, y, to, stepTo, length, count, carry, line, lines, scratch);
      return;
    }
    GroupLoop<float[]> vectors = Vectors.loops().blockedFloats();
    int hi = HI * lines + line;
    int c = C * lines + line;
    int done = vectors.lanes(x, from, step, y, to, stepTo, count, carry, hi, c);
    for (int i = done; i < count; i++) {
      groups(x, from + i, step, y, to + i, stepTo, GROUP, carry, line + i, lines);
    }
  }

  @Override
  void finishBlock(float[] carry, int line, int count, int lines) {
    for (int i = line; i < line + count; i++) {
      float hi = carry[HI * lines + i];
      float block = carry[C * lines + i];
      float sum = hi + block;
      float lo = carry[LO * lines + i] + error(hi, block, sum);
      carry[HI * lines + i] = sum + lo;
      carry[LO * lines + i] = error(sum, lo, sum + lo);
      carry[C * lines + i] = -0.0f;
    }
  }

  /** What rounding has taken from {@code a + b} (Knuth); -0.0 if nothing or if there is no sum. */
  private static float error(float a, float b, float sum) {
    float added = sum - a;
    float error = (a - (sum - added)) + (b - added);
    return error != 0 && Math.abs(error) <= Float.MAX_VALUE ? error : -0.0f;
  }

  @Override
  void foldBlock(float[] x, int from, int step, float[] fold, int at) {
    fold[at] = step == 1 ? denseBlock(x, from) : stridedBlock(x, from, step);
  }

  private static float denseBlock(float[] x, int from) {
    float c = -0.0f;
    for (int k = 0; k < BLOCK; k += GROUP) {
      float x03 = (x[from + k] + x[from + k + 1]) + (x[from + k + 2] + x[from + k + 3]);
      float x47 = (x[from + k + 4] + x[from + k + 5]) + (x[from + k + 6] + x[from + k + 7]);
      c = c + (x03 + x47);
    }
    return c;
  }

  private static float stridedBlock(float[] x, int from, int step) {
    float c = -0.0f;
    for (int k = 0; k < BLOCK; k += GROUP) {
      int at = from + k * step;
      float x01 = x[at] + x[at + step];
      float x23 = x[at + 2 * step] + x[at + 3 * step];
      float x45 = x[at + 4 * step] + x[at + 5 * step];
      float x67 = x[at + 6 * step] + x[at + 7 * step];
      c = c + ((x01 + x23) + (x45 + x67));
    }
    return c;
  }
}
