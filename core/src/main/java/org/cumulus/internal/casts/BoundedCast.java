package org.cumulus.internal.casts;

import java.math.BigInteger;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.Overflow;
import org.cumulus.internal.types.TickUnits;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Casts that do not let a value leave the range of its dtype: what is beyond becomes the nearest
 * value that is not, or is an {@link Overflow}.
 */
public final class BoundedCast {
  private final boolean isChecked;

  private BoundedCast(OverflowPolicy policy) {
    isChecked = policy == OverflowPolicy.CHECKED;
  }

  /** The cast between two real dtypes, or null if every value stays what it is in its carrier. */
  public static @Nullable Cast between(DType from, DType to, OverflowPolicy policy) {
    if (policy == OverflowPolicy.WRAP || holdsAll(from, to)) {
      return Cast.between(from, to);
    }
    BoundedCast bounded = new BoundedCast(policy);
    return switch (Carrier.of(to.kind())) {
      case LONG ->
          switch (Carrier.of(from.kind())) {
            case LONG -> bounded.ofLongs(from, to);
            case FLOAT ->
                (a, i, b, j, n) -> bounded.floatToLong(to.kind(), (float[]) a, i, (long[]) b, j, n);
            case DOUBLE ->
                (a, i, b, j, n) ->
                    bounded.doubleToLong(to.kind(), (double[]) a, i, (long[]) b, j, n);
            case REFERENCE -> null;
          };
      case FLOAT -> bounded.toFloats(from, to);
      case DOUBLE, REFERENCE -> Cast.between(from, to);
    };
  }

  /** Whether the range of a real dtype holds all values of another one. */
  public static boolean holdsAll(DType from, DType to) {
    Kind source = from.kind();
    Kind target = to.kind();
    if (source == target) {
      return from.unit().equals(to.unit());
    }
    if (source == Kind.BOOL || target == Kind.BOOL || target == Kind.FLOAT64) {
      return true;
    }
    if (source.isFloat() || target.isFloat()) {
      return target == Kind.FLOAT32 && source != Kind.FLOAT64;
    }
    return source != Kind.TIMEDELTA64 && Integers.contains(target, source);
  }

  private long beyond(long bound) {
    if (isChecked) {
      throw new Overflow();
    }
    return bound;
  }

  private Cast ofLongs(DType from, DType to) {
    if (from.kind() == Kind.TIMEDELTA64 && to.kind() == Kind.TIMEDELTA64) {
      TimeUnit.Ratio ratio = TickUnits.of(from).to(TickUnits.of(to));
      return (a, i, b, j, n) -> ticks(ratio, (long[]) a, i, (long[]) b, j, n);
    }
    return (a, i, b, j, n) -> integers(from.kind(), to.kind(), (long[]) a, i, (long[]) b, j, n);
  }

  private void ticks(
      TimeUnit.Ratio ratio, long[] source, int from, long[] target, int to, int count) {
    long most = ratio.most();
    for (int i = 0; i < count; i++) {
      long ticks = source[from + i];
      boolean isSmall = -most <= ticks && ticks <= most;
      target[to + i] = isSmall ? ratio.convert(ticks) : ticks(ratio, ticks);
    }
  }

  private long ticks(TimeUnit.Ratio ratio, long ticks) {
    if (ticks == TimeUnit.NAT) {
      return TimeUnit.NAT;
    }
    BigInteger exact = ratio.exactly(ticks);
    boolean fits = exact.abs().bitLength() < Long.SIZE;
    return fits ? exact.longValue() : beyond(ticks < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE);
  }

  private void integers(Kind source, Kind kind, long[] x, int from, long[] y, int to, int count) {
    long least = Integers.least(kind);
    // Any long that is no uint64 is within one if it is not negative.
    long most = kind == Kind.UINT64 ? Long.MAX_VALUE : Integers.most(kind);
    boolean isUnsigned = source == Kind.UINT64;
    boolean hasNaT = source == Kind.TIMEDELTA64;
    for (int i = 0; i < count; i++) {
      long value = x[from + i];
      if (value > most || (isUnsigned && value < 0)) {
        y[to + i] = beyond(Integers.most(kind));
      } else if (value < least || (hasNaT && value == TimeUnit.NAT)) {
        y[to + i] = beyond(hasNaT && value == TimeUnit.NAT ? 0 : least);
      } else {
        y[to + i] = value;
      }
    }
  }

  private void floatToLong(Kind kind, float[] source, int from, long[] target, int to, int count) {
    double above = Integers.above(kind);
    double below = Integers.below(kind);
    for (int i = 0; i < count; i++) {
      target[to + i] = whole(kind, source[from + i], below, above);
    }
  }

  private void doubleToLong(
      Kind kind, double[] source, int from, long[] target, int to, int count) {
    double above = Integers.above(kind);
    double below = Integers.below(kind);
    for (int i = 0; i < count; i++) {
      target[to + i] = whole(kind, source[from + i], below, above);
    }
  }

  private long whole(Kind kind, double value, double below, double above) {
    boolean fits = value > below && value < above;
    return fits ? Integers.fromDouble(kind, value) : beyond(nearest(kind, value));
  }

  /** The nearest value of a kind to one that is out of its range. */
  private static long nearest(Kind kind, double value) {
    if (Double.isNaN(value)) {
      return kind == Kind.TIMEDELTA64 ? TimeUnit.NAT : 0;
    }
    return value > 0 ? Integers.most(kind) : Integers.least(kind);
  }

  private @Nullable Cast toFloats(DType from, DType to) {
    Cast cast = Cast.between(from, to);
    if (!isChecked || cast == null) {
      return cast;
    }
    Carrier carrier = Carrier.of(from.kind());
    boolean isHalf = to.kind() == Kind.FLOAT16;
    return (a, i, b, j, n) -> {
      switch (carrier) {
        case LONG -> checkLongs(from.kind() == Kind.UINT64, (long[]) a, i, n);
        case FLOAT -> checkFloats((float[]) a, i, n);
        default -> checkDoubles(isHalf ? Half.ABOVE : Integers.ABOVE_FLOAT32, (double[]) a, i, n);
      }
      cast.apply(a, i, b, j, n);
    };
  }

  private static void checkLongs(boolean isUnsigned, long[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (values[i] >= Half.ABOVE || (values[i] < 0 && (isUnsigned || values[i] <= -Half.ABOVE))) {
        throw new Overflow();
      }
    }
  }

  private static void checkFloats(float[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      float size = Math.abs(values[i]);
      if (size >= Half.ABOVE && size < Float.POSITIVE_INFINITY) {
        throw new Overflow();
      }
    }
  }

  private static void checkDoubles(double above, double[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double size = Math.abs(values[i]);
      if (size >= above && size < Double.POSITIVE_INFINITY) {
        throw new Overflow();
      }
    }
  }
}
