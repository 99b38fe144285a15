package org.cumulus.internal.operations;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.cumulus.internal.types.Overflow;

/**
 * {@code y[k] = c · y[k - 1] + x[k]} with one coefficient for all: an operation on the last result
 * and the next element, so that it is done by the same loops as a sum. Product and sum are rounded
 * one after the other, to the dtype's own width.
 *
 * @param coefficient {@code c}, an array without dimensions, of a real dtype
 */
public record Recurrence(View coefficient) implements Arithmetic {
  /** On integers; what is beyond a result's width is cut off when it is stored. */
  public Operation<LongBinaryOperator, long[]> onLongs() {
    long c = ((long[]) cast(DType.INT64, OverflowPolicy.WRAP))[0];
    return operation(Carrier.LONG, new OnLongs(c));
  }

  public Operation<FloatBinaryOperator, float[]> onFloats(Kind kind) {
    if (kind == Kind.FLOAT16) {
      return operation(Carrier.FLOAT, new OnHalves(asFloat(DType.FLOAT16)));
    }
    return operation(Carrier.FLOAT, new OnFloats(asFloat(DType.FLOAT32)));
  }

  public Operation<DoubleBinaryOperator, double[]> onDoubles() {
    double c = ((double[]) cast(DType.FLOAT64, OverflowPolicy.WRAP))[0];
    return operation(Carrier.DOUBLE, new OnDoubles(c));
  }

  /** The coefficient as an integer of a kind, within its range. */
  long coefficientIn(Kind kind, OverflowPolicy policy) {
    DType type = DType.of(kind.name().toLowerCase(Locale.ROOT));
    try {
      return ((long[]) cast(type, policy))[0];
    } catch (Overflow overflow) {
      Object value = Elements.get(coefficient, coefficient.offset());
      throw (ArithmeticException)
          new ArithmeticException(
                  "recurrence: %s cannot hold the coefficient %s".formatted(type, value))
              .initCause(overflow);
    }
  }

  private float asFloat(DType dtype) {
    return ((float[]) cast(dtype, OverflowPolicy.WRAP))[0];
  }

  private Object cast(DType dtype, OverflowPolicy policy) {
    return Elements.carried(coefficient, coefficient.offset(), dtype, policy);
  }

  /** The first element is kept as it is. No identity does that whatever the coefficient is. */
  private static <F, A> Operation<F, A> operation(Carrier carrier, F function) {
    return new Operation<>(carrier, function, null, false, true, null);
  }

  private record OnLongs(long c) implements LongBinaryOperator {
    @Override
    public long applyAsLong(long last, long x) {
      return c * last + x;
    }
  }

  private record OnFloats(float c) implements FloatBinaryOperator {
    @Override
    public float applyAsFloat(float last, float x) {
      return c * last + x;
    }
  }

  private record OnHalves(float c) implements FloatBinaryOperator {
    @Override
    public float applyAsFloat(float last, float x) {
      return Half.round(Half.round(c * last) + x);
    }
  }

  private record OnDoubles(double c) implements DoubleBinaryOperator {
    @Override
    public double applyAsDouble(double last, double x) {
      return c * last + x;
    }
  }
}
