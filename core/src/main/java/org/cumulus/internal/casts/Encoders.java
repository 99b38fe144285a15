package org.cumulus.internal.casts;

import java.util.Arrays;
import org.cumulus.DType.Kind;
import org.cumulus.internal.types.Integers;

/** Loops that bring elements from their kind's {@code Carrier} to their raw Java type. */
final class Encoders {
  private static final int AT_ONCE = 256;

  private Encoders() {}

  /** The loop for elements of a kind that stand in an array of a class. */
  static ElementLoop of(Kind kind, Class<?> arrayClass) {
    return switch (kind) {
      case BOOL -> arrayClass == boolean[].class ? Encoders::bool : Encoders::boolByte;
      case INT8, UINT8 -> Encoders::int8;
      case INT16, UINT16 -> Encoders::int16;
      case INT32, UINT32 -> Encoders::int32;
      case INT64, UINT64, TIMEDELTA64 -> Encoders::same;
      case FLOAT16 -> Encoders::float16;
      case FLOAT32 -> arrayClass == int[].class ? Encoders::float32Bits : Encoders::same;
      case FLOAT64 -> arrayClass == long[].class ? Encoders::float64Bits : Encoders::same;
      case OBJECT -> Encoders::same;
      case COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(kind + " is encoded as two parts");
    };
  }

  /** Anything but zero is true. */
  private static void bool(Object source, int from, Object target, int to, int count) {
    long[] values = (long[]) source;
    boolean[] raw = (boolean[]) target;
    for (int done = 0; done < count; done += AT_ONCE) {
      bool(values, from + done, raw, to + done, Math.min(AT_ONCE, count - done));
    }
  }

  /**
   * The JIT makes no vectors of stores into booleans, but of a look at what they will be, and of a
   * fill; and a logical scan changes its result once in a line.
   */
  private static void bool(long[] values, int from, boolean[] raw, int to, int count) {
    long some = 0;
    long all = -1;
    for (int i = 0; i < count; i++) {
      some |= values[from + i];
      all &= values[from + i] | -values[from + i];
    }
    if (some == 0 || all < 0) {
      Arrays.fill(raw, to, to + count, some != 0);
      return;
    }
    for (int i = 0; i < count; i++) {
      raw[to + i] = values[from + i] != 0;
    }
  }

  /** Anything but zero is true, stored as one. */
  private static void boolByte(Object source, int from, Object target, int to, int count) {
    long[] values = (long[]) source;
    byte[] raw = (byte[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = (byte) Integers.truth(values[from + i]);
    }
  }

  /** The low 8 bits. */
  private static void int8(Object source, int from, Object target, int to, int count) {
    long[] values = (long[]) source;
    byte[] raw = (byte[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = (byte) values[from + i];
    }
  }

  /** The low 16 bits. */
  private static void int16(Object source, int from, Object target, int to, int count) {
    long[] values = (long[]) source;
    short[] raw = (short[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = (short) values[from + i];
    }
  }

  /** The low 32 bits. */
  private static void int32(Object source, int from, Object target, int to, int count) {
    long[] values = (long[]) source;
    int[] raw = (int[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = (int) values[from + i];
    }
  }

  /** Exact, as the carrier of a float16 holds halves only. */
  private static void float16(Object source, int from, Object target, int to, int count) {
    float[] values = (float[]) source;
    short[] raw = (short[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = Float.floatToFloat16(values[from + i]);
    }
  }

  /** The bits of the value. */
  private static void float32Bits(Object source, int from, Object target, int to, int count) {
    float[] values = (float[]) source;
    int[] raw = (int[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = Float.floatToRawIntBits(values[from + i]);
    }
  }

  /** The bits of the value. */
  private static void float64Bits(Object source, int from, Object target, int to, int count) {
    double[] values = (double[]) source;
    long[] raw = (long[]) target;
    for (int i = 0; i < count; i++) {
      raw[to + i] = Double.doubleToRawLongBits(values[from + i]);
    }
  }

  /** The raw type is the carrier. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // Both are arrays.
  private static void same(Object source, int from, Object target, int to, int count) {
    System.arraycopy(source, from, target, to, count);
  }
}
