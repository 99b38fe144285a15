package org.cumulus.internal.types;

import java.math.BigInteger;
import org.cumulus.DType.Kind;
import org.cumulus.internal.units.TimeUnit;

/** Integers of every width in the low bits of a {@code long}; {@code uint64} is its bits. */
public final class Integers {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  /** The least number that is rounded to an infinite float. */
  public static final double ABOVE_FLOAT32 = 0x1.ffffffp127;

  private Integers() {}

  /** Whether a cast to {@code to} leaves every value of {@code from} as it is in its carrier. */
  public static boolean holdsAll(Kind from, Kind to) {
    return isWhole(to) || (from == Kind.BOOL && to != Kind.BOOL);
  }

  /** Whether a kind takes up the whole {@code long}. */
  public static boolean isWhole(Kind kind) {
    return kind == Kind.INT64 || kind == Kind.UINT64 || kind == Kind.TIMEDELTA64;
  }

  /** The least value of an integer kind, or the longest negative time. */
  public static long least(Kind kind) {
    return switch (kind) {
      case INT8 -> Byte.MIN_VALUE;
      case INT16 -> Short.MIN_VALUE;
      case INT32 -> Integer.MIN_VALUE;
      case INT64 -> Long.MIN_VALUE;
      case TIMEDELTA64 -> -Long.MAX_VALUE;
      default -> 0;
    };
  }

  /** The greatest value of an integer kind, or the longest time; of {@code uint64} its bits. */
  public static long most(Kind kind) {
    return switch (kind) {
      case BOOL -> 1;
      case INT8 -> Byte.MAX_VALUE;
      case INT16 -> Short.MAX_VALUE;
      case INT32 -> Integer.MAX_VALUE;
      case INT64, TIMEDELTA64 -> Long.MAX_VALUE;
      default -> cut(kind, -1L);
    };
  }

  /** The least double above all values of a kind, even with a fraction that is to be cut off. */
  public static double above(Kind kind) {
    return switch (kind) {
      case INT64, TIMEDELTA64 -> TWO_TO_63;
      case UINT64 -> TWO_TO_64;
      default -> most(kind) + 1.0;
    };
  }

  /** The greatest double below all values of a kind, even with a fraction to be cut off. */
  public static double below(Kind kind) {
    return switch (kind) {
      case INT64 -> Math.nextDown(-TWO_TO_63);
      case TIMEDELTA64 -> -TWO_TO_63;
      default -> least(kind) - 1.0;
    };
  }

  /** The value of an integer kind that stands for some bits. */
  public static BigInteger exact(Kind kind, long bits) {
    boolean isHigh = kind == Kind.UINT64 && bits < 0;
    BigInteger low = BigInteger.valueOf(isHigh ? bits & Long.MAX_VALUE : bits);
    return isHigh ? low.setBit(Long.SIZE - 1) : low;
  }

  /** Whether every value of one kind of integer is one of another. */
  public static boolean contains(Kind kind, Kind other) {
    boolean above = kind == Kind.UINT64 || (other != Kind.UINT64 && most(kind) >= most(other));
    return above && least(kind) <= least(other);
  }

  /**
   * Whether a cast between integers keeps the low bits, in which a wrapping sum may as well be of
   * the elements as they were. A cast to {@code bool} does not: all but zero is true.
   */
  public static boolean sharesLowBits(Kind kind, Kind other) {
    return kind != Kind.BOOL || other == Kind.BOOL;
  }

  /** An integer cut to the width of a kind; as a {@code bool} whether it is not zero. */
  public static long cut(Kind kind, long value) {
    return switch (kind) {
      case BOOL -> value != 0 ? 1 : 0;
      case INT8 -> (byte) value;
      case INT16 -> (short) value;
      case INT32 -> (int) value;
      case UINT8 -> value & 0xffL;
      case UINT16 -> value & 0xffffL;
      case UINT32 -> value & 0xffffffffL;
      default -> value;
    };
  }

  /** One of anything but zero: without a comparison, so that the JIT makes vectors of a loop. */
  public static long truth(long value) {
    return (value | -value) >>> (Long.SIZE - 1);
  }

  /** Cuts elements in place; the choice of kind stands outside the loops for their sake. */
  public static void cut(Kind kind, long[] values, int from, int count) {
    int to = from + count;
    switch (kind) {
      case BOOL -> {
        for (int i = from; i < to; i++) {
          values[i] = truth(values[i]);
        }
      }
      case INT8 -> {
        for (int i = from; i < to; i++) {
          values[i] = (byte) values[i];
        }
      }
      case INT16 -> {
        for (int i = from; i < to; i++) {
          values[i] = (short) values[i];
        }
      }
      case INT32 -> {
        for (int i = from; i < to; i++) {
          values[i] = (int) values[i];
        }
      }
      case UINT8, UINT16, UINT32 -> {
        long mask = cut(kind, -1L);
        for (int i = from; i < to; i++) {
          values[i] &= mask;
        }
      }
      default -> {}
    }
  }

  /**
   * A float as an integer kind, {@code bool} or {@code timedelta64}; the table is in {@code Cast}.
   */
  public static long fromDouble(Kind kind, double value) {
    return switch (kind) {
      case BOOL -> value != 0 ? 1 : 0;
      case INT32 -> (int) value;
      case INT64 -> (long) value;
      case UINT64 -> toUnsigned(value);
      case TIMEDELTA64 -> Math.abs(value) < TWO_TO_63 ? (long) value : TimeUnit.NAT;
      default -> cut(kind, (long) value);
    };
  }

  private static long toUnsigned(double value) {
    if (value < TWO_TO_63) {
      return (long) value;
    }
    return value < TWO_TO_64 ? (long) (value - TWO_TO_63) ^ Long.MIN_VALUE : 0;
  }

  /** The nearest double to a {@code uint64} of at least 2^63, ties to even. */
  public static double unsignedToDouble(long bits) {
    // Halving keeps a sticky last bit, so that the one rounding sees whether anything was below it.
    return (double) ((bits >>> 1) | (bits & 1)) * 2;
  }

  /** The nearest float to a {@code uint64} of at least 2^63, ties to even. */
  public static float unsignedToFloat(long bits) {
    return (float) ((bits >>> 1) | (bits & 1)) * 2;
  }
}
