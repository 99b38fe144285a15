package org.cumulus.internal.requests;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedCollection;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.arrays.Export;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for keys: the same for equal keys, given out from 0 on as new keys come. Numbers are
 * equal if their values are, NaN is equal to NaN, and null to null.
 */
final class KeyNumbers {
  /** Keys within so many values for each of them have a table. */
  private static final int TABLE_PER_KEY = 4;

  private KeyNumbers() {}

  static int[] of(Object keys) {
    View view = ArrayLike.existing(keys);
    if (view == null) {
      SequencedCollection<?> sequence = ArrayLike.sequence(keys);
      if (sequence == null) {
        throw new IllegalArgumentException(
            "keys of segments must be an array or a list, not " + keys.getClass().getTypeName());
      }
      return ofObjects(sequence.toArray());
    }
    if (view.ndim() != 1) {
      throw new IllegalArgumentException(
          "keys of segments must have one dimension, not " + view.ndim());
    }
    return switch (view.dtype().kind()) {
      case FLOAT16, FLOAT32, FLOAT64 ->
          ofDoubles((double[]) Export.flat(Copy.cast(view, DType.FLOAT64)));
      case COMPLEX64, COMPLEX128, OBJECT -> ofObjects(elements(view));
      case TIMEDELTA64 -> ofLongs(ticks(view));
      default -> ofLongs((long[]) Export.flat(Copy.cast(view, DType.INT64)));
    };
  }

  private static @Nullable Object[] elements(View keys) {
    @Nullable Object[] elements = new @Nullable Object[Math.toIntExact(keys.size())];
    Arrays.setAll(elements, i -> Elements.get(keys, keys.position(i)));
    return elements;
  }

  private static long[] ticks(View keys) {
    long[] ticks = new long[Math.toIntExact(keys.size())];
    Arrays.setAll(ticks, i -> Elements.bits(keys, keys.position(i)));
    return ticks;
  }

  private static int[] ofDoubles(double... keys) {
    long[] bits = new long[keys.length];
    // -0.0 + 0.0 is 0.0, and one NaN stands for all.
    Arrays.setAll(bits, i -> Double.doubleToLongBits(keys[i] + 0.0));
    return ofLongs(bits);
  }

  private static int[] ofLongs(long... keys) {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (long key : keys) {
      least = Math.min(least, key);
      greatest = Math.max(greatest, key);
    }
    long most = Math.min((long) TABLE_PER_KEY * keys.length, Integer.MAX_VALUE - 8);
    long range = greatest - least;
    return range >= 0 && range < most ? byTable(keys, least, (int) range) : byHash(keys);
  }

  private static int[] byTable(long[] keys, long least, int range) {
    int[] table = new int[range + 1];
    int[] numbers = new int[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int place = (int) (keys[i] - least);
      if (table[place] == 0) {
        table[place] = ++count;
      }
      numbers[i] = table[place] - 1;
    }
    return numbers;
  }

  /** Open addressing, at most half full: each place holds the number of a key, plus one. */
  private static int[] byHash(long... keys) {
    int bits =
        Math.min(30, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(2, keys.length)) + 1);
    int[] table = new int[1 << bits];
    long[] places = new long[1 << bits];
    int[] numbers = new int[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      // Fibonacci hashing: the highest bits depend on all others.
      int place = (int) ((keys[i] * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - bits));
      while (table[place] != 0 && places[place] != keys[i]) {
        place = (place + 1) & ((1 << bits) - 1);
      }
      if (table[place] == 0) {
        table[place] = ++count;
        places[place] = keys[i];
      }
      numbers[i] = table[place] - 1;
    }
    return numbers;
  }

  private static int[] ofObjects(@Nullable Object... keys) {
    Map<@Nullable Object, Integer> known = new HashMap<>();
    int[] numbers = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      @Nullable Object key = comparable(keys[i]);
      Integer number = known.putIfAbsent(key, known.size());
      numbers[i] = number == null ? known.size() - 1 : number;
    }
    return numbers;
  }

  /** What equals exactly what a key is the same as. */
  private static @Nullable Object comparable(@Nullable Object key) {
    return switch (key) {
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Float number -> comparable(number.doubleValue());
      case Double number when Double.isFinite(number) -> comparable(new BigDecimal(number));
      case BigInteger number -> comparable(new BigDecimal(number));
      case BigDecimal number -> wholeOrExact(number.stripTrailingZeros());
      case Complex(double re, double im) -> new Complex(re + 0.0, im + 0.0);
      case null -> null;
      default -> {
        if (key.getClass().isArray() || ArrayLike.isArray(key)) {
          throw new IllegalArgumentException(
              "a key of a segment cannot be an array: " + key.getClass().getTypeName());
        }
        yield key;
      }
    };
  }

  /** A whole number as a {@code Long} if it fits, so that it equals those of integer types. */
  private static Object wholeOrExact(BigDecimal number) {
    boolean isShort = number.scale() <= 0 && number.precision() - number.scale() <= 19;
    if (isShort) {
      BigInteger whole = number.toBigIntegerExact();
      if (whole.bitLength() < Long.SIZE) {
        return whole.longValue();
      }
    }
    return number;
  }
}
