package org.cumulus.internal.kernels;

import java.util.function.DoubleBinaryOperator;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.LineLoop;
import org.cumulus.internal.operations.Operation;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.types.Carrier;

/**
 * Scans of float64 with any operation; see {@link OperatorScan}. The build makes those of float32
 * and of integers from it.
 */
public final class DoubleScan extends OperatorScan<DoubleBinaryOperator, double[]> {
  private static final boolean IS_SUM = !DoubleScan.class.isHidden();

  DoubleScan(Operation<DoubleBinaryOperator, double[]> operation) {
    super(operation);
  }

  private double combine(double a, double b) {
    return IS_SUM ? a + b : function.applyAsDouble(a, b);
  }

  @Override
  public int sideBySide() {
    return SequentialKernel.sideBySide(Carrier.DOUBLE);
  }

  @Override
  public void rows(Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    int line = 0;
    if (sideBySide() == 4 && SequentialKernel.paysSideBySide(in, out, length)) {
      for (; line + 4 <= lines; line += 4) {
        fourRows(in, out, line, length, carry);
      }
    } else if (length < SequentialKernel.shortRow(Carrier.DOUBLE)) {
      shortRows(in, out, lines, length, carry);
      return;
    }
    LineLoop<double[]> loop = line < lines ? lineLoop(length) : null;
    for (; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      if (loop == null) {
        carry[line] = row(in.array(), from - to, out.array(), to, to + length, carry[line]);
      } else {
        loop.scan(in.array(), from, out.array(), to, length, carry, line);
      }
    }
  }

  /**
   * A loop for each line would cost as much as the few steps that it has: so they are taken eight
   * at a time, and the processor works on several lines at once.
   */
  private void shortRows(
      Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    if (in.start() == out.start() && in.groupPitch() == length && out.groupPitch() == length) {
      denseRows(x, y, in.start(), lines, length, carry);
      return;
    }
    for (int line = 0; line < lines; line++) {
      int i = in.start() + line * in.groupPitch();
      int j = out.start() + line * out.groupPitch();
      double last = carry[line];
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
  private void denseRows(double[] x, double[] y, int start, int lines, int length, double[] carry) {
    int i = start;
    for (int line = 0; line < lines; line++) {
      double last = carry[line];
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

  private double eight(double[] x, int i, double[] y, int j, double start) {
    double last = start;
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

  private double four(double[] x, int i, double[] y, int j, double start) {
    double last = start;
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

  private double two(double[] x, int i, double[] y, int j, double start) {
    double last = start;
    last = combine(last, x[i]);
    y[j] = last;
    last = combine(last, x[i + 1]);
    y[j + 1] = last;
    return last;
  }

  /** With few variables the JIT keeps them all in registers; see {@link WideningScan#row}. */
  private double row(double[] x, int shift, double[] y, int to, int end, double start) {
    double last = start;
    for (int i = to; i < end; i++) {
      last = combine(last, x[i + shift]);
      y[i] = last;
    }
    return last;
  }

  private void fourRows(
      Tile<double[]> in, Tile<double[]> out, int line, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int from0 = in.start() + line * in.groupPitch();
    int from1 = from0 + in.groupPitch();
    int from2 = from1 + in.groupPitch();
    int from3 = from2 + in.groupPitch();
    int to0 = out.start() + line * out.groupPitch();
    int to1 = to0 + out.groupPitch();
    int to2 = to1 + out.groupPitch();
    int to3 = to2 + out.groupPitch();
    double last0 = carry[line];
    double last1 = carry[line + 1];
    double last2 = carry[line + 2];
    double last3 = carry[line + 3];
    for (int k = 0; k < length; k++) {
      last0 = combine(last0, x[from0 + k]);
      last1 = combine(last1, x[from1 + k]);
      last2 = combine(last2, x[from2 + k]);
      last3 = combine(last3, x[from3 + k]);
      y[to0 + k] = last0;
      y[to1 + k] = last1;
      y[to2 + k] = last2;
      y[to3 + k] = last3;
    }
    carry[line] = last0;
    carry[line + 1] = last1;
    carry[line + 2] = last2;
    carry[line + 3] = last3;
  }

  @Override
  public int fewestFlowing(boolean isInCache) {
    return SequentialKernel.fewestFlowing(Carrier.DOUBLE, isInCache);
  }

  @Override
  public void shortGroups(
      Tile<double[]> in, Tile<double[]> out, int groups, int length, int lanes, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
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
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double last0 = carry[at];
    double last1 = carry[at + 1];
    double last2 = carry[at + 2];
    double last3 = carry[at + 3];
    double last4 = carry[at + 4];
    double last5 = carry[at + 5];
    double last6 = carry[at + 6];
    double last7 = carry[at + 7];
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
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double last0 = carry[at];
    double last1 = carry[at + 1];
    double last2 = carry[at + 2];
    double last3 = carry[at + 3];
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
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    if (step == 2 && stepTo == 2) {
      pairs(x, from, y, to, length, carry, at);
      return;
    }
    double last0 = carry[at];
    double last1 = carry[at + 1];
    for (int k = 0; k < length; k++) {
      last0 = combine(last0, x[from + k * step]);
      last1 = combine(last1, x[from + k * step + 1]);
      y[to + k * stepTo] = last0;
      y[to + k * stepTo + 1] = last1;
    }
    carry[at] = last0;
    carry[at + 1] = last1;
  }

  /** Two lanes without a gap, as the parts of complex numbers are: nothing is left to check. */
  private void pairs(double[] x, int from, double[] y, int to, int length, double[] carry, int at) {
    double last0 = carry[at];
    double last1 = carry[at + 1];
    for (int k = 0; k < length; k++) {
      last0 = combine(last0, x[from + 2 * k]);
      last1 = combine(last1, x[from + 2 * k + 1]);
      y[to + 2 * k] = last0;
      y[to + 2 * k + 1] = last1;
    }
    carry[at] = last0;
    carry[at + 1] = last1;
  }

  @Override
  public void lane(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double last = carry[at];
    for (int k = 0; k < length; k++) {
      last = combine(last, x[from + k * step]);
      y[to + k * stepTo] = last;
    }
    carry[at] = last;
  }

  @Override
  public void eightSteps(
      double[] x, int from, int pitch, double[] y, int to, int step, int lines, double[] carry) {
    for (int line = 0; line < lines; line++) {
      int i = from + line * pitch;
      int j = to + line;
      double last = carry[line];
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
  public void eightLines(
      Tile<double[]> in, Tile<double[]> out, int line, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int from = in.start() + line;
    int to = out.start() + line * out.groupPitch();
    int pitch = out.groupPitch();
    double last0 = carry[line];
    double last1 = carry[line + 1];
    double last2 = carry[line + 2];
    double last3 = carry[line + 3];
    double last4 = carry[line + 4];
    double last5 = carry[line + 5];
    double last6 = carry[line + 6];
    double last7 = carry[line + 7];
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
  public void combine(
      double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    RowLoop<double[]> vectors = hasVectors ? vectors() : null;
    int done = vectors == null ? 0 : vectors.combine(before, at, x, from, y, to, count);
    for (int i = done; i < count; i++) {
      y[to + i] = combine(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(double[] carry, int at, double[] y, int to, int step, int length) {
    double before = carry[at];
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
