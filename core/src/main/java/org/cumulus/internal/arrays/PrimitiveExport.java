package org.cumulus.internal.arrays;

import java.math.BigDecimal;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.BoundedCast;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a view as Java's {@code double}, {@code long} or {@code int}, in C order. Unlike
 * a cast, this refuses a value that the Java type cannot hold; only a {@code double} may round.
 */
public final class PrimitiveExport {
  private final View view;
  private final ElementOrder order;
  private final Kind kind;

  public PrimitiveExport(View view) {
    this.view = view;
    order = new ElementOrder(view);
    kind = view.dtype().kind();
  }

  /** All elements as doubles. */
  public double[] doubles() {
    double[] all = new double[Export.arrayLength(view.size())];
    if (kind.isFloat() || kind.isInteger() || kind == Kind.BOOL) {
      copyTo(all, DType.FLOAT64);
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] = doubleAt(i);
    }
    return all;
  }

  /** All elements as longs. */
  public long[] longs() {
    long[] all = new long[Export.arrayLength(view.size())];
    if (isHeldBy(DType.INT64)) {
      copyTo(all, DType.INT64);
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] = longAt(i);
    }
    return all;
  }

  /** All elements as ints. */
  public int[] ints() {
    int[] all = new int[Export.arrayLength(view.size())];
    if (isHeldBy(DType.INT32)) {
      copyTo(all, DType.INT32);
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] = intAt(i);
    }
    return all;
  }

  /** Whether every value of the view's dtype is one of an integer dtype. */
  private boolean isHeldBy(DType integers) {
    return kind == Kind.BOOL || (kind.isInteger() && BoundedCast.holdsAll(view.dtype(), integers));
  }

  private void copyTo(Object array, DType dtype) {
    Copy.copy(view, View.contiguous(dtype, new Memory.Heap(array), view.shape()));
  }

  /** The element of a number in C order. */
  public double doubleAt(long number) {
    try {
      long position = order.position(number);
      return switch (kind) {
        case COMPLEX64, COMPLEX128, OBJECT -> real(number, Elements.get(view, position));
        case TIMEDELTA64 -> {
          long ticks = Elements.bits(view, position);
          yield ticks == TimeUnit.NAT ? Double.NaN : ticks;
        }
        default -> Elements.real(view, position);
      };
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }

  /** The element of a number in C order. */
  public long longAt(long number) {
    return whole(number, Kind.INT64);
  }

  /** The element of a number in C order. */
  int intAt(long number) {
    return (int) whole(number, Kind.INT32);
  }

  private double real(long number, @Nullable Object value) {
    Object part = realPart(number, value);
    if (part instanceof Double floating) {
      return floating;
    }
    double nearest = exact(number, part).doubleValue();
    if (Double.isInfinite(nearest)) {
      throw refusal(number, "does not fit a double");
    }
    return nearest;
  }

  /** An element as an integer in the range of a dtype. */
  private long whole(long number, Kind target) {
    try {
      long position = order.position(number);
      return switch (kind) {
        case FLOAT16, FLOAT32, FLOAT64 -> whole(number, Elements.floating(view, position), target);
        case COMPLEX64, COMPLEX128, OBJECT -> whole(number, Elements.get(view, position), target);
        default -> {
          long bits = Elements.bits(view, position);
          yield kind == Kind.UINT64 && bits < 0
              ? within(number, false, bits, target)
              : within(number, true, bits, target);
        }
      };
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }

  private long whole(long number, @Nullable Object value, Kind target) {
    Object part = realPart(number, value);
    if (part instanceof Double floating) {
      return whole(number, (double) floating, target);
    }
    BigDecimal exact = exact(number, part);
    if (!ExactNumbers.isInteger(exact)) {
      throw refusal(number, "is not an integer");
    }
    boolean isLong =
        exact.compareTo(new BigDecimal(Long.MIN_VALUE)) >= 0
            && exact.compareTo(new BigDecimal(Long.MAX_VALUE)) <= 0;
    return within(number, isLong, exact.longValue(), target);
  }

  private long whole(long number, double value, Kind target) {
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      throw refusal(number, "is not an integer");
    }
    boolean isLong = value >= -0x1p63 && value < 0x1p63;
    return within(number, isLong, (long) value, target);
  }

  private long within(long number, boolean isLong, long value, Kind target) {
    if (!isLong || value < Integers.least(target) || value > Integers.most(target)) {
      throw refusal(number, target == Kind.INT32 ? "does not fit an int" : "does not fit a long");
    }
    return value;
  }

  /** A float as {@code Double}, or what is no complex number. */
  private @Nullable Object realPart(long number, @Nullable Object value) {
    return switch (value) {
      case Complex(double re, double im) -> {
        if (im != 0) {
          throw refusal(number, "is not a real number");
        }
        yield re;
      }
      case Float single -> (double) single;
      case null, default -> value;
    };
  }

  private BigDecimal exact(long number, @Nullable Object value) {
    BigDecimal exact = ExactNumbers.exact(value);
    if (exact == null) {
      throw new IllegalArgumentException(told(number, "is not a number"));
    }
    return exact;
  }

  private ArithmeticException refusal(long number, String problem) {
    return new ArithmeticException(told(number, problem));
  }

  /** What is wrong with an element. */
  String told(long number, String problem) {
    Object value = Elements.get(view, order.position(number));
    boolean isNaT =
        kind == Kind.TIMEDELTA64 && value instanceof Long ticks && ticks == TimeUnit.NAT;
    return "%s at index %s %s"
        .formatted(isNaT ? "NaT" : value, PythonTuple.of(order.index(number)), problem);
  }
}
