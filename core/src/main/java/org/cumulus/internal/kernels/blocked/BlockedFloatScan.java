package org.cumulus.internal.kernels.blocked;

import org.cumulus.internal.operations.FloatBinaryOperator;
import org.cumulus.internal.types.Carrier;

/** Scans of floats in the order {@code BLOCKED}; see {@link BlockedScan}. */
public final class BlockedFloatScan extends BlockedScan<float[]> {
  private final FloatBinaryOperator function;

  public BlockedFloatScan(FloatBinaryOperator function) {
    super(Carrier.FLOAT, function);
    this.function = function;
  }

  private float combine(float a, float b) {
    return function.applyAsFloat(a, b);
  }

  @Override
  int number(float[] carry, int at) {
    return (int) carry[at];
  }

  @Override
  void setNumber(float[] carry, int at, int number) {
    carry[at] = number;
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
      int position,
      boolean hasBlocks) {
    float hi = carry[line];
    float c = carry[C * lines + line];
    float w1 = carry[W1 * lines + line];
    float w2 = carry[W2 * lines + line];
    float w4 = carry[W4 * lines + line];
    for (int k = 0; k < length; k++) {
      int place = position + k;
      boolean hasGroups = place >= GROUP;
      float one = x[from + k * step];
      float two = (place & 1) != 0 ? combine(w1, one) : one;
      float four = (place & 2) != 0 ? combine(w2, two) : two;
      if (hasBlocks || hasGroups) {
        float base = !hasGroups ? hi : hasBlocks ? combine(hi, c) : c;
        base = (place & 4) != 0 ? combine(base, w4) : base;
        y[to + k * stepTo] = combine(base, four);
      } else {
        y[to + k * stepTo] = (place & 4) != 0 ? combine(w4, four) : four;
      }
      // What is complete with this element carries over, as when one is added to a binary number.
      if ((place & 1) == 0) {
        w1 = one;
      } else if ((place & 2) == 0) {
        w2 = two;
      } else if ((place & 4) == 0) {
        w4 = four;
      } else {
        float group = combine(w4, four);
        c = hasGroups ? combine(c, group) : group;
      }
    }
    carry[C * lines + line] = c;
    carry[W1 * lines + line] = w1;
    carry[W2 * lines + line] = w2;
    carry[W4 * lines + line] = w4;
  }

  @Override
  void groups(
      float[] x,
      int start,
      int step,
      float[] y,
      int startTo,
      int stepTo,
      int length,
      float[] carry,
      int line,
      int lines,
      boolean hasBlocks) {
    float hi = carry[line];
    float c = carry[C * lines + line];
    int from = start;
    int to = startTo;
    for (int k = 0; k < length; k += GROUP) {
      float x2 = x[from + 2 * step];
      float x4 = x[from + 4 * step];
      float x6 = x[from + 6 * step];
      float x01 = combine(x[from], x[from + step]);
      float x03 = combine(x01, combine(x2, x[from + 3 * step]));
      float x45 = combine(x4, x[from + 5 * step]);
      float x47 = combine(x45, combine(x6, x[from + 7 * step]));
      float low = hasBlocks ? combine(hi, c) : c;
      float high = combine(low, x03);
      c = combine(c, combine(x03, x47));
      y[to] = combine(low, x[from]);
      y[to + stepTo] = combine(low, x01);
      y[to + 2 * stepTo] = combine(low, combine(x01, x2));
      y[to + 3 * stepTo] = high;
      y[to + 4 * stepTo] = combine(high, x4);
      y[to + 5 * stepTo] = combine(high, x45);
      y[to + 6 * stepTo] = combine(high, combine(x45, x6));
      y[to + 7 * stepTo] = combine(high, x47);
      from += GROUP * step;
      to += GROUP * stepTo;
    }
    carry[C * lines + line] = c;
  }

  @Override
  void finishBlock(float[] carry, int line, int count, int lines, boolean hasBlocks) {
    for (int i = line; i < line + count; i++) {
      float block = carry[C * lines + i];
      carry[i] = hasBlocks ? combine(carry[i], block) : block;
    }
  }

  @Override
  void foldBlock(float[] x, int from, int step, float[] fold, int at) {
    float c = 0;
    for (int k = 0; k < BLOCK; k += GROUP) {
      int i = from + k * step;
      float x01 = combine(x[i], x[i + step]);
      float x23 = combine(x[i + 2 * step], x[i + 3 * step]);
      float x45 = combine(x[i + 4 * step], x[i + 5 * step]);
      float x67 = combine(x[i + 6 * step], x[i + 7 * step]);
      float group = combine(combine(x01, x23), combine(x45, x67));
      c = k == 0 ? group : combine(c, group);
    }
    fold[at] = c;
  }
}
