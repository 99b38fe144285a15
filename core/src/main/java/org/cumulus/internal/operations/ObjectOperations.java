package org.cumulus.internal.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.function.BinaryOperator;
import org.cumulus.internal.casts.ObjectArithmetic;
import org.cumulus.internal.casts.ObjectCasts;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's operations on objects, by Python's rules: a maximum is the first of two unless the second
 * is larger or they cannot be compared, as NaN cannot; {@code and} and {@code or} give one of their
 * operands; bits are those of integers without bounds.
 */
public final class ObjectOperations {
  private ObjectOperations() {}

  public static BinaryOperator<@Nullable Object> of(Ufunc ufunc) {
    return switch (ufunc) {
      case ADD -> ObjectArithmetic::add;
      case MULTIPLY -> ObjectArithmetic::multiply;
      case MAXIMUM, FMAX -> (a, b) -> isFirst(true, a, b) ? a : b;
      case MINIMUM, FMIN -> (a, b) -> isFirst(false, a, b) ? a : b;
      case LOGICAL_AND -> (a, b) -> ObjectCasts.isTrue(a) ? b : a;
      case LOGICAL_OR -> (a, b) -> ObjectCasts.isTrue(a) ? a : b;
      case LOGICAL_XOR ->
          (a, _) -> {
            throw new IllegalArgumentException(
                "'%s' object has no attribute 'logical_xor'".formatted(ObjectArithmetic.name(a)));
          };
      case BITWISE_AND -> (a, b) -> bits("&", a, b, Boolean::logicalAnd, BigInteger::and);
      case BITWISE_OR -> (a, b) -> bits("|", a, b, Boolean::logicalOr, BigInteger::or);
      case BITWISE_XOR -> (a, b) -> bits("^", a, b, Boolean::logicalXor, BigInteger::xor);
      case LOGADDEXP -> throw new IllegalArgumentException(ufunc + " is not done on objects");
    };
  }

  /** Whether {@code a >= b}, or {@code a <= b} if the smaller one is wanted. */
  private static boolean isFirst(boolean isLargerWanted, @Nullable Object a, @Nullable Object b) {
    if (a instanceof Duration first && b instanceof Duration second) {
      int comparison = first.compareTo(second);
      return isLargerWanted ? comparison >= 0 : comparison <= 0;
    }
    if (!isReal(a) || !isReal(b)) {
      throw new IllegalArgumentException(
          "'%s' not supported between instances of '%s' and '%s'"
              .formatted(
                  isLargerWanted ? ">=" : "<=",
                  ObjectArithmetic.name(a),
                  ObjectArithmetic.name(b)));
    }
    if (isFinite(a) && isFinite(b)) {
      int comparison = decimal(a).compareTo(decimal(b));
      return isLargerWanted ? comparison >= 0 : comparison <= 0;
    }
    // Next to an infinity the size of a finite number does not matter.
    double first = outline(a);
    double second = outline(b);
    return isLargerWanted ? first >= second : first <= second;
  }

  private static boolean isReal(@Nullable Object value) {
    return ObjectArithmetic.isInteger(value)
        || value instanceof Double
        || value instanceof BigDecimal;
  }

  private static boolean isFinite(@Nullable Object value) {
    return !(value instanceof Double number) || Double.isFinite(number);
  }

  private static double outline(@Nullable Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? number : 0;
  }

  private static BigDecimal decimal(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case Double number -> new BigDecimal(number);
      case null, default -> new BigDecimal(ObjectArithmetic.integer(value));
    };
  }

  private static Object bits(
      String symbol,
      @Nullable Object a,
      @Nullable Object b,
      BinaryOperator<Boolean> ofTruths,
      BinaryOperator<BigInteger> ofIntegers) {
    if (a instanceof Boolean first && b instanceof Boolean second) {
      return ofTruths.apply(first, second);
    }
    if (!ObjectArithmetic.isInteger(a) || !ObjectArithmetic.isInteger(b)) {
      throw new IllegalArgumentException(
          "unsupported operand type(s) for %s: '%s' and '%s'"
              .formatted(symbol, ObjectArithmetic.name(a), ObjectArithmetic.name(b)));
    }
    return ofIntegers.apply(ObjectArithmetic.integer(a), ObjectArithmetic.integer(b));
  }
}
