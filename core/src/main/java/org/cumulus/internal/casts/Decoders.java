package org.cumulus.internal.casts;

import org.cumulus.DType.Kind;

/** Loops that bring elements from their raw Java type to their kind's {@code Carrier}. */
final class Decoders {
  private Decoders() {}

  /** The loop for elements of a kind that stand in an array of a class. */
  static ElementLoop of(Kind kind, Class<?> arrayClass) {
    return switch (kind) {
      case BOOL -> arrayClass == boolean[].class ? Decoders::bool : Decoders::boolByte;
      case INT8 -> Decoders::int8;
      case INT16 -> Decoders::int16;
      case INT32 -> Decoders::int32;
      case INT64, UINT64, TIMEDELTA64 -> Decoders::same;
      case UINT8 -> Decoders::uint8;
      case UINT16 -> Decoders::uint16;
      case UINT32 -> Decoders::uint32;
      case FLOAT16 -> Decoders::float16;
      case FLOAT32 -> arrayClass == int[].class ? Decoders::float32Bits : Decoders::same;
      case FLOAT64 -> arrayClass == long[].class ? Decoders::float64Bits : Decoders::same;
      case OBJECT -> Decoders::same;
      case COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(kind + " is decoded as two parts");
    };
  }

  /** True is one. */
  private static void bool(Object source, int from, Object target, int to, int count) {
    boolean[] raw = (boolean[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = raw[from + i] ? 1 : 0;
    }
  }

  /** Any byte but zero is true. */
  private static void boolByte(Object source, int from, Object target, int to, int count) {
    byte[] raw = (byte[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = raw[from + i] != 0 ? 1 : 0;
    }
  }

  /** Sign-extended. */
  private static void int8(Object source, int from, Object target, int to, int count) {
    byte[] raw = (byte[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = raw[from + i];
    }
  }

  /** Zero-extended. */
  private static void uint8(Object source, int from, Object target, int to, int count) {
    byte[] raw = (byte[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Byte.toUnsignedLong(raw[from + i]);
    }
  }

  /** Sign-extended. */
  private static void int16(Object source, int from, Object target, int to, int count) {
    short[] raw = (short[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = raw[from + i];
    }
  }

  /** Zero-extended. */
  private static void uint16(Object source, int from, Object target, int to, int count) {
    short[] raw = (short[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Short.toUnsignedLong(raw[from + i]);
    }
  }

  /** Sign-extended. */
  private static void int32(Object source, int from, Object target, int to, int count) {
    int[] raw = (int[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = raw[from + i];
    }
  }

  /** Zero-extended. */
  private static void uint32(Object source, int from, Object target, int to, int count) {
    int[] raw = (int[]) source;
    long[] values = (long[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Integer.toUnsignedLong(raw[from + i]);
    }
  }

  /** Exact. */
  private static void float16(Object source, int from, Object target, int to, int count) {
    short[] raw = (short[]) source;
    float[] values = (float[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Float.float16ToFloat(raw[from + i]);
    }
  }

  /** The value of the bits. */
  private static void float32Bits(Object source, int from, Object target, int to, int count) {
    int[] raw = (int[]) source;
    float[] values = (float[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Float.intBitsToFloat(raw[from + i]);
    }
  }

  /** The value of the bits. */
  private static void float64Bits(Object source, int from, Object target, int to, int count) {
    long[] raw = (long[]) source;
    double[] values = (double[]) target;
    for (int i = 0; i < count; i++) {
      values[to + i] = Double.longBitsToDouble(raw[from + i]);
    }
  }

  /** The raw type is the carrier. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // Both are arrays.
  private static void same(Object source, int from, Object target, int to, int count) {
    System.arraycopy(source, from, target, to, count);
  }
}
