package org.cumulus.internal.casts;

import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.TickUnits;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's unsafe cast between two dtypes, on arrays of their {@link Carrier}s. Floats become
 * integers by Java's rules where the value does not fit:
 *
 * <table>
 * <caption>Floats to integers</caption>
 * <tr><td>int64, int32<td>{@code (long) x}, {@code (int) x}
 * <tr><td>int8, int16, uint8, uint16, uint32<td>the low bits of {@code (long) x}
 * <tr><td>uint64<td>below 2^63 the bits of {@code (long) x}, below 2^64 exact, else 0
 * <tr><td>timedelta64<td>NaT
 * </table>
 */
@FunctionalInterface
public interface Cast {
  /**
   * Casts {@code count} elements; in place, the two places being one, if the carriers are the same.
   */
  void apply(Object source, int from, Object target, int to, int count);

  /** The cast between two real dtypes, or null if every value stays what it is in its carrier. */
  static @Nullable Cast between(DType from, DType to) {
    Kind source = from.kind();
    Kind target = to.kind();
    return switch (Carrier.of(source)) {
      case LONG -> fromLong(from, to);
      case FLOAT ->
          switch (Carrier.of(target)) {
            case FLOAT -> target == Kind.FLOAT16 && source != target ? Cast::floatToHalf : null;
            case DOUBLE -> Cast::floatToDouble;
            default ->
                target == Kind.BOOL
                    ? Cast::floatToBool
                    : (a, i, b, j, n) -> floatToLong(target, (float[]) a, i, (long[]) b, j, n);
          };
      case DOUBLE ->
          switch (Carrier.of(target)) {
            case FLOAT -> target == Kind.FLOAT16 ? Cast::doubleToHalf : Cast::doubleToFloat;
            case DOUBLE -> null;
            default ->
                target == Kind.BOOL
                    ? Cast::doubleToBool
                    : (a, i, b, j, n) -> doubleToLong(target, (double[]) a, i, (long[]) b, j, n);
          };
      case REFERENCE -> null;
    };
  }

  /**
   * The cast of a scan's results, which may carry bits beyond their dtype's width as wrapping sums
   * do, to another dtype.
   */
  static @Nullable Cast ofResults(DType from, DType to, OverflowPolicy policy) {
    Cast cast = BoundedCast.between(from, to, policy);
    if (Carrier.of(from.kind()) != Carrier.LONG || Integers.isWhole(from.kind())) {
      return cast;
    }
    return (a, i, b, j, n) -> {
      Integers.cut(from.kind(), (long[]) a, i, n);
      if (cast != null) {
        cast.apply(a, i, b, j, n);
      }
    };
  }

  private static @Nullable Cast fromLong(DType from, DType to) {
    boolean unsigned = from.kind() == Kind.UINT64;
    return switch (Carrier.of(to.kind())) {
      case FLOAT ->
          to.kind() == Kind.FLOAT16
              ? (a, i, b, j, n) -> longToHalf(unsigned, (long[]) a, i, (float[]) b, j, n)
              : (a, i, b, j, n) -> longToFloat(unsigned, (long[]) a, i, (float[]) b, j, n);
      case DOUBLE -> (a, i, b, j, n) -> longToDouble(unsigned, (long[]) a, i, (double[]) b, j, n);
      default ->
          from.kind() == Kind.TIMEDELTA64 ? ticks(from, to) : toIntegers(from.kind(), to.kind());
    };
  }

  private static @Nullable Cast toIntegers(Kind from, Kind to) {
    return from == to || Integers.holdsAll(from, to)
        ? null
        : (a, i, b, j, n) -> Integers.cut(to, (long[]) b, j, n);
  }

  /** Between units of time; the conversion rounds down, and NaT stays. */
  private static @Nullable Cast ticks(DType from, DType to) {
    if (to.kind() != Kind.TIMEDELTA64) {
      return toIntegers(Kind.INT64, to.kind());
    }
    TimeUnit.Ratio ratio = TickUnits.of(from).to(TickUnits.of(to));
    if (ratio.numerator() == 1 && ratio.denominator() == 1) {
      return null;
    }
    return (a, i, b, j, n) -> {
      long[] source = (long[]) a;
      long[] target = (long[]) b;
      for (int k = 0; k < n; k++) {
        long ticks = source[i + k];
        target[j + k] = ticks == TimeUnit.NAT ? TimeUnit.NAT : ratio.convert(ticks);
      }
    };
  }

  private static void longToDouble(
      boolean unsigned, long[] source, int from, double[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      long value = source[from + i];
      target[to + i] = unsigned && value < 0 ? Integers.unsignedToDouble(value) : (double) value;
    }
  }

  private static void longToFloat(
      boolean unsigned, long[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      long value = source[from + i];
      target[to + i] = unsigned && value < 0 ? Integers.unsignedToFloat(value) : (float) value;
    }
  }

  private static void longToHalf(
      boolean unsigned, long[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      long value = source[from + i];
      // A float holds every integer below 2^24 exactly, and halves end at 65504: one rounding only.
      target[to + i] = unsigned && value < 0 ? Float.POSITIVE_INFINITY : Half.round((float) value);
    }
  }

  private static void floatToLong(
      Kind kind, float[] source, int from, long[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = Integers.fromDouble(kind, source[from + i]);
    }
  }

  private static void doubleToLong(
      Kind kind, double[] source, int from, long[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = Integers.fromDouble(kind, source[from + i]);
    }
  }

  private static void floatToBool(Object source, int from, Object target, int to, int count) {
    float[] floats = (float[]) source;
    long[] truths = (long[]) target;
    for (int i = 0; i < count; i++) {
      truths[to + i] = floats[from + i] != 0 ? 1 : 0;
    }
  }

  private static void doubleToBool(Object source, int from, Object target, int to, int count) {
    double[] doubles = (double[]) source;
    long[] truths = (long[]) target;
    for (int i = 0; i < count; i++) {
      truths[to + i] = doubles[from + i] != 0 ? 1 : 0;
    }
  }

  private static void floatToDouble(Object source, int from, Object target, int to, int count) {
    float[] floats = (float[]) source;
    double[] doubles = (double[]) target;
    for (int i = 0; i < count; i++) {
      doubles[to + i] = floats[from + i];
    }
  }

  private static void doubleToFloat(Object source, int from, Object target, int to, int count) {
    double[] doubles = (double[]) source;
    float[] floats = (float[]) target;
    for (int i = 0; i < count; i++) {
      floats[to + i] = (float) doubles[from + i];
    }
  }

  private static void doubleToHalf(Object source, int from, Object target, int to, int count) {
    double[] doubles = (double[]) source;
    float[] halves = (float[]) target;
    for (int i = 0; i < count; i++) {
      halves[to + i] = Half.round(doubles[from + i]);
    }
  }

  private static void floatToHalf(Object source, int from, Object target, int to, int count) {
    float[] floats = (float[]) source;
    float[] halves = (float[]) target;
    for (int i = 0; i < count; i++) {
      halves[to + i] = Half.round(floats[from + i]);
    }
  }
}
