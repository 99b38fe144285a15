package org.cumulus.internal.lines;

import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.ObjectArithmetic;
import org.cumulus.internal.units.TimeUnit;

/** Subtracts elements of one kind, each in its own width, in arrays of their raw type. */
@FunctionalInterface
interface DifferenceLoop {
  /** {@code z[k + n] = x[i + n] - y[j + n]}, for at most {@code RawRun.STAGED} elements. */
  void run(Object x, int i, Object y, int j, Object z, int k, int count);

  /** The loop for a kind; for the parts of complex numbers, that of their floats. */
  static DifferenceLoop of(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, UINT8, INT16, UINT16, FLOAT16 -> NarrowDifferenceLoop.of(kind);
      case INT32, UINT32 -> DifferenceLoop::ints;
      case INT64, UINT64 -> DifferenceLoop::longs;
      case TIMEDELTA64 -> DifferenceLoop::ticks;
      case FLOAT32, COMPLEX64 -> DifferenceLoop::floats;
      case FLOAT64, COMPLEX128 -> DifferenceLoop::doubles;
      case OBJECT -> DifferenceLoop::objects;
    };
  }

  private static void ints(Object x, int i, Object y, int j, Object z, int k, int count) {
    int[] a = (int[]) x;
    int[] b = (int[]) y;
    int[] c = (int[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = a[i + n] - b[j + n];
    }
  }

  private static void longs(Object x, int i, Object y, int j, Object z, int k, int count) {
    long[] a = (long[]) x;
    long[] b = (long[]) y;
    long[] c = (long[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = a[i + n] - b[j + n];
    }
  }

  private static void ticks(Object x, int i, Object y, int j, Object z, int k, int count) {
    long[] a = (long[]) x;
    long[] b = (long[]) y;
    long[] c = (long[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = ticks(a[i + n], b[j + n]);
    }
  }

  private static void floats(Object x, int i, Object y, int j, Object z, int k, int count) {
    float[] a = (float[]) x;
    float[] b = (float[]) y;
    float[] c = (float[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = a[i + n] - b[j + n];
    }
  }

  private static void doubles(Object x, int i, Object y, int j, Object z, int k, int count) {
    double[] a = (double[]) x;
    double[] b = (double[]) y;
    double[] c = (double[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = a[i + n] - b[j + n];
    }
  }

  private static void objects(Object x, int i, Object y, int j, Object z, int k, int count) {
    Object[] a = (Object[]) x;
    Object[] b = (Object[]) y;
    Object[] c = (Object[]) z;
    for (int n = 0; n < count; n++) {
      c[k + n] = ObjectArithmetic.subtract(a[i + n], b[j + n]);
    }
  }

  private static long ticks(long later, long earlier) {
    boolean isTime = later != TimeUnit.NAT && earlier != TimeUnit.NAT;
    return isTime ? later - earlier : TimeUnit.NAT;
  }
}
