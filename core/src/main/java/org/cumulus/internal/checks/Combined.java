package org.cumulus.internal.checks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Accumulation;
import org.cumulus.internal.operations.Arithmetic;
import org.cumulus.internal.operations.BoundedOperation;
import org.cumulus.internal.operations.BoundedRecurrence;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.Overflow;
import org.jspecify.annotations.Nullable;

/** What two elements of a scan are combined to, and whether that is beyond the dtype's range. */
abstract class Combined {
  private static final Combined WITHIN_RANGE =
      new Combined() {
        @Override
        boolean isBeyond(View a, long atA, View b, long atB, View result, long atResult) {
          return false;
        }

        @Override
        Object value(View a, long atA, View b, long atB, View result, long atResult) {
          throw new IllegalStateException("nothing is beyond");
        }
      };

  private Combined() {}

  /** Whether {@code result = a ∘ b} is beyond the range; all are of the operation's dtype. */
  abstract boolean isBeyond(View a, long atA, View b, long atB, View result, long atResult);

  /** What would be the result if it had no range. */
  abstract @Nullable Object value(View a, long atA, View b, long atB, View result, long atResult);

  /**
   * What is combined in a scan.
   *
   * @param realOnly whether only the real parts are asked for
   */
  static Combined of(Rule rule, DType type, boolean realOnly) {
    Kind kind = type.kind();
    if (Parts.partType(type).kind().isFloat()) {
      return new OfFloats(rule.arithmetic(), type, realOnly);
    }
    return switch (rule.arithmetic()) {
      case Ufunc ufunc -> {
        BoundedOperation checked = BoundedOperation.of(ufunc, kind, OverflowPolicy.CHECKED);
        yield checked == null
            ? WITHIN_RANGE
            : new OfIntegers(checked, (a, b) -> exactly(ufunc, kind, a, b));
      }
      case UserFunction.OfLongs(LongBinaryOperator function)
          when kind.isInteger() && type.itemSize() < Long.BYTES ->
          new OfIntegers(
              new BoundedOperation.Within(function, kind, OverflowPolicy.CHECKED),
              (a, b) -> BigInteger.valueOf(function.applyAsLong(a, b)));
      case Recurrence recurrence -> {
        BoundedRecurrence checked = BoundedRecurrence.of(recurrence, kind, OverflowPolicy.CHECKED);
        yield checked == null ? WITHIN_RANGE : new OfIntegers(checked, checked::exactly);
      }
      case UserFunction _, Accumulation _ -> WITHIN_RANGE;
    };
  }

  private static BigInteger exactly(Ufunc ufunc, Kind kind, long a, long b) {
    BigInteger first = Integers.exact(kind, a);
    BigInteger second = Integers.exact(kind, b);
    return ufunc == Ufunc.MULTIPLY ? first.multiply(second) : first.add(second);
  }

  /** An operation on integers without a range. */
  @FunctionalInterface
  private interface Exact {
    BigInteger of(long a, long b);
  }

  private static final class OfIntegers extends Combined {
    private final LongBinaryOperator checked;
    private final Exact exact;

    OfIntegers(LongBinaryOperator checked, Exact exact) {
      this.checked = checked;
      this.exact = exact;
    }

    @Override
    boolean isBeyond(View a, long atA, View b, long atB, View result, long atResult) {
      try {
        long _ = checked.applyAsLong(Elements.bits(a, atA), Elements.bits(b, atB));
        return false;
      } catch (Overflow beyond) {
        return true;
      }
    }

    @Override
    Object value(View a, long atA, View b, long atB, View result, long atResult) {
      return exact.of(Elements.bits(a, atA), Elements.bits(b, atB));
    }
  }

  /**
   * A part that is not finite is beyond if those that it is made of are finite: in a sum of complex
   * numbers that is the same part, else all of them.
   */
  private static final class OfFloats extends Combined {
    /** As many digits as a float64 has, at the most. */
    private static final MathContext DIGITS = new MathContext(17);

    private final Arithmetic arithmetic;
    private final DType part;
    private final int parts;
    private final int partsSeen;

    OfFloats(Arithmetic arithmetic, DType type, boolean realOnly) {
      this.arithmetic = arithmetic;
      part = Parts.partType(type);
      parts = type.kind().isComplex() ? 2 : 1;
      partsSeen = realOnly ? 1 : parts;
    }

    @Override
    boolean isBeyond(View a, long atA, View b, long atB, View result, long atResult) {
      for (int i = 0; i < partsSeen; i++) {
        boolean isBeyond =
            !isFinite(result, atResult, i)
                && (arithmetic == Ufunc.ADD
                    ? isFinite(a, atA, i) && isFinite(b, atB, i)
                    : areFinite(a, atA) && areFinite(b, atB));
        if (isBeyond) {
          return true;
        }
      }
      return false;
    }

    private boolean areFinite(View view, long position) {
      return isFinite(view, position, 0) && isFinite(view, position, parts - 1);
    }

    private boolean isFinite(View view, long position, int of) {
      return Double.isFinite(floating(view, position + of * (long) part.itemSize()));
    }

    private double floating(View view, long position) {
      return Elements.floating(parts == 1 ? view : Parts.real(view), position);
    }

    @Override
    @Nullable Object value(View a, long atA, View b, long atB, View result, long atResult) {
      Object rounded = Elements.get(result, atResult);
      boolean isAlone = !(arithmetic instanceof Ufunc || arithmetic instanceof UserFunction);
      if (parts == 2 || isAlone) {
        return rounded;
      }
      double first = Elements.floating(a, atA);
      double second = Elements.floating(b, atB);
      if (arithmetic instanceof UserFunction.OfDoubles(var function)) {
        double exact = function.applyAsDouble(first, second);
        return Double.isFinite(exact) ? exact : rounded;
      }
      BigDecimal exact =
          arithmetic == Ufunc.ADD
              ? new BigDecimal(first).add(new BigDecimal(second))
              : new BigDecimal(first).multiply(new BigDecimal(second));
      // Elsewhere in the line it may be that some elements in its middle have a sum that is beyond.
      boolean isBeyond = exact.abs().compareTo(largest()) > 0;
      return isBeyond ? exact.round(DIGITS) : rounded;
    }

    private BigDecimal largest() {
      return switch (part.kind()) {
        case FLOAT16 -> BigDecimal.valueOf(65504);
        case FLOAT32 -> new BigDecimal(Float.MAX_VALUE);
        default -> new BigDecimal(Double.MAX_VALUE);
      };
    }
  }
}
