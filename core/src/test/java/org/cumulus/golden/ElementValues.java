package org.cumulus.golden;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.cumulus.DType;
import org.cumulus.DType.Kind;

/** The elements that follow from a seed: the same bits as {@code base} in {@code inputs.py}. */
public final class ElementValues {
  /** What the elements are like. */
  public enum Mode {
    /** Everything: extremes, infinities, NaN, any bits. */
    ANY,
    /** As any, but floats are of moderate size, so that every sum of theirs is rounded. */
    MODERATE,
    /** 0 to 5.75 in quarters, so that any integer type holds the sum of a few. */
    SMALL,
    /** The same from -3 on. */
    SIGNED
  }

  private ElementValues() {}

  /** The bytes of elements of a dtype, in its byte order. */
  public static byte[] bytes(DType dtype, long size, Mode mode, long seed) {
    SplitMix random = new SplitMix(seed);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size * dtype.itemSize()));
    bytes.order(dtype.byteOrder());
    Kind kind = dtype.kind();
    boolean complex = kind.isComplex();
    long count = complex ? 2 * size : size;
    for (long i = 0; i < count; i++) {
      long bits =
          complex || kind.isFloat()
              ? floatBits(FloatFormat.of(kind), mode, random)
              : integerBits(kind, mode, random);
      put(bytes, dtype.itemSize() / (complex ? 2 : 1), bits);
    }
    return bytes.array();
  }

  /** Integers without bounds; of any values, one in four is wider than 64 bits. */
  public static Object[] objects(long size, Mode mode, long seed) {
    SplitMix random = new SplitMix(seed);
    Object[] objects = new Object[Math.toIntExact(size)];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = object(mode, random);
    }
    return objects;
  }

  private static BigInteger object(Mode mode, SplitMix random) {
    if (mode == Mode.SMALL || mode == Mode.SIGNED) {
      return BigInteger.valueOf((long) small(mode, random));
    }
    long r = random.next();
    BigInteger value = BigInteger.valueOf(random.next());
    return r >>> 62 == 0 ? value.shiftLeft(9) : value;
  }

  private static long floatBits(FloatFormat format, Mode mode, SplitMix random) {
    return switch (mode) {
      case ANY -> format.any(random);
      case MODERATE -> format.moderate(random);
      case SMALL, SIGNED -> format.of(small(mode, random));
    };
  }

  private static long integerBits(Kind kind, Mode mode, SplitMix random) {
    if (kind == Kind.BOOL) {
      return random.next() & 1;
    }
    boolean any = mode == Mode.ANY || mode == Mode.MODERATE;
    return any ? anyInteger(kind, random) : (long) small(mode, random);
  }

  private static long anyInteger(Kind kind, SplitMix random) {
    long r = random.next();
    long bits = random.next();
    if (r >>> 62 != 0) {
      return bits;
    }
    int width =
        switch (kind) {
          case INT8, UINT8 -> 8;
          case INT16, UINT16 -> 16;
          case INT32, UINT32 -> 32;
          default -> 64;
        };
    long half = 1L << (width - 1);
    return new long[] {0, 1, -1, half, half - 1}[(int) Long.remainderUnsigned(bits, 5)];
  }

  private static double small(Mode mode, SplitMix random) {
    long r = random.next();
    long quarters = Long.remainderUnsigned(r, 6) * 4 + ((r >>> 8) & 3);
    return (quarters - (mode == Mode.SIGNED ? 12 : 0)) / 4.0;
  }

  private static void put(ByteBuffer bytes, int width, long bits) {
    switch (width) {
      case 1 -> bytes.put((byte) bits);
      case 2 -> bytes.putShort((short) bits);
      case 4 -> bytes.putInt((int) bits);
      default -> bytes.putLong(bits);
    }
  }
}
