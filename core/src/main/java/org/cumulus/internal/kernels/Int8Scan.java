package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;

/**
 * Scans of int8 with any operation; see {@link WideningScan}. The JIT must know how an element is
 * widened, so the build makes a class like this one for each narrow type: only {@link #widen}
 * differs.
 */
final class Int8Scan extends WideningScan<byte[]> {
  private static final boolean IS_SUM = !Int8Scan.class.isHidden();

  Int8Scan(OperatorScan<LongBinaryOperator, long[]> wide) {
    super(wide);
  }

  private static long widen(byte element) {
    return element;
  }

  private long combine(long a, long b) {
    return IS_SUM ? a + b : function.applyAsLong(a, b);
  }

  private long combineInVectors(long a, long b) {
    return IS_SUM ? a + b : function.applyInVectors(a, b);
  }

  @Override
  long row(byte[] x, int shift, long[] y, int to, int end, long start) {
    long last = start;
    for (int i = to; i < end; i++) {
      last = combine(last, widen(x[i + shift]));
      y[i] = last;
    }
    return last;
  }

  @Override
  long fold(byte[] x, int from, int end, long start) {
    long last = start;
    for (int i = from; i < end; i++) {
      last = combineInVectors(last, widen(x[i]));
    }
    return last;
  }

  @Override
  void combine(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = combineInVectors(before[at + i], widen(x[from + i]));
    }
  }
}
