package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Accumulation;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/** NumPy's rules for the dtype in which each operator is done, in its words where it is not. */
final class OperatorTypes {
  private OperatorTypes() {}

  /**
   * The dtype of a scan.
   *
   * @param dtype the explicit dtype, or null
   * @param out the dtype of an output, or null
   * @throws IllegalArgumentException if the operator is not one on these
   */
  static DType of(Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    return switch (operator.arithmetic()) {
      case Ufunc.ADD -> Promotion.ofSum(in, dtype, out);
      case Ufunc.MULTIPLY -> ofProduct(in, dtype, out);
      case Ufunc.MAXIMUM, Ufunc.MINIMUM, Ufunc.FMAX, Ufunc.FMIN ->
          ofExtreme(operator, in, dtype, out);
      case Ufunc.LOGICAL_AND, Ufunc.LOGICAL_OR, Ufunc.LOGICAL_XOR ->
          ofLogic(operator, in, dtype, out);
      case Ufunc.BITWISE_AND, Ufunc.BITWISE_OR, Ufunc.BITWISE_XOR ->
          ofBits(operator, in, dtype, out);
      case Ufunc.LOGADDEXP -> ofLogarithms(operator, in, dtype, out);
      case UserFunction.OfDoubles _ -> ofDoubles(operator, in, dtype, out);
      case UserFunction.OfLongs _ -> ofLongs(operator, in, dtype, out);
      case Recurrence(View coefficient) -> Recurrences.type(coefficient, in, dtype, out);
      case Accumulation.LOGCUMSUMEXP -> ofLogCumSumExp(in, dtype, out);
      case UserFunction.OfObjects _ -> {
        if (dtype != null && dtype.kind() != Kind.OBJECT) {
          throw new IllegalArgumentException(operator + " is done on objects, not on " + dtype);
        }
        yield DType.OBJECT;
      }
    };
  }

  private static DType ofProduct(DType in, @Nullable DType dtype, @Nullable DType out) {
    if (isTime(in) || (dtype == null && out != null && isTime(out))) {
      throw noProduct(out == null ? in : out, in);
    }
    if (dtype != null && isTime(dtype)) {
      if (isObject(in)) {
        throw noMatch("multiply");
      } else if (in.kind() != Kind.FLOAT64) {
        throw noLoop("multiply", dtype, in, " -> " + pythonClass(dtype));
      }
      return DType.FLOAT64; // As with sums NumPy ignores it here, and only here.
    }
    return Promotion.ofSum(in, dtype, out);
  }

  private static IllegalArgumentException noProduct(DType out, DType in) {
    boolean isWhole = isCount(out) || isCount(in);
    if ((isTime(out) && isTime(in)) || !(isWhole || out.kind().isFloat() || in.kind().isFloat())) {
      return new IllegalArgumentException(
          "ufunc 'multiply' cannot use operands with types %s and %s"
              .formatted(Promotion.quoted(out), Promotion.quoted(in)));
    }
    DType number = isWhole ? DType.INT64 : DType.FLOAT64;
    String time = Promotion.quoted(isTime(out) ? out : in);
    return new IllegalArgumentException(
        "the resolved dtypes are not compatible with multiply.accumulate. Resolved (%s, %s, %s)"
            .formatted(
                isTime(out) ? time : Promotion.quoted(number),
                isTime(out) ? Promotion.quoted(number) : time,
                time));
  }

  private static DType ofExtreme(
      Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    if (dtype != null && !isTime(dtype)) {
      return dtype.toNativeOrder();
    }
    if (out == null || dtype != null) {
      return in.toNativeOrder();
    }
    boolean isWithTime = isTime(in) != isTime(out);
    DType other = isTime(in) ? out : in;
    if (isWithTime && !isObject(other) && (!isCount(other) || other.kind() == Kind.UINT64)) {
      throw noLoop(operator.toString(), out, in, " -> None");
    }
    return isObject(other) && isWithTime ? DType.OBJECT : Promotion.ofAddition(out, in);
  }

  private static DType ofLogic(
      Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    if (dtype != null) {
      if (dtype.kind() != Kind.BOOL && !isObject(dtype)) {
        throw noMatch(operator);
      }
      return dtype;
    }
    return isObject(in) || (out != null && isObject(out)) ? DType.OBJECT : DType.BOOL;
  }

  private static DType ofBits(Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    if (dtype != null) {
      if (!isCount(dtype) && !isObject(dtype)) {
        throw noMatch(operator);
      }
      return dtype.toNativeOrder();
    }
    DType other = out == null ? in : out;
    if (isObject(in) || isObject(other)) {
      return DType.OBJECT;
    }
    boolean areCounts = isCount(in) && isCount(other);
    DType type = areCounts ? Promotion.common(other, in) : in;
    if (!isCount(type) || !areCounts) {
      throw notSupported(operator);
    }
    return type;
  }

  private static DType ofLogarithms(
      Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    if (dtype != null) {
      if (!dtype.kind().isFloat()) {
        throw noMatch(operator);
      }
      return dtype.toNativeOrder();
    }
    DType other = out == null ? in : out;
    if (!isCountOrFloat(in) || !isCountOrFloat(other)) {
      throw notSupported(operator);
    }
    return switch (Math.max(floatSize(in), floatSize(other))) {
      case 2 -> DType.FLOAT16;
      case 4 -> DType.FLOAT32;
      default -> DType.FLOAT64;
    };
  }

  private static int floatSize(DType dtype) {
    return dtype.kind() == Kind.BOOL ? 2 : Promotion.floatSize(dtype);
  }

  private static DType ofDoubles(
      Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    DType asked = dtype;
    if (asked == null) {
      boolean areNumbers = isCountOrFloat(in) && (out == null || isCountOrFloat(out));
      asked = out != null && areNumbers ? Promotion.common(out, in) : in;
      asked = isCount(asked) ? DType.FLOAT64 : asked;
    }
    if (!asked.kind().isFloat()) {
      throw new IllegalArgumentException(
          operator + " is done on floats, not on " + asked + ": ask for a dtype");
    }
    return asked.toNativeOrder();
  }

  private static DType ofLogCumSumExp(DType in, @Nullable DType dtype, @Nullable DType out) {
    if (in.kind().isComplex() || isTime(in) || isObject(in)) {
      throw new IllegalArgumentException(
          "logcumsumexp takes real numbers, not "
              + in
              + (in.kind().isComplex() ? ": the logarithm of a complex sum has many values" : ""));
    }
    DType type = dtype != null ? dtype : out == null ? in : Promotion.common(out, in);
    type = dtype == null && isCount(type) ? DType.FLOAT64 : type;
    if (!type.kind().isFloat()) {
      throw new IllegalArgumentException(
          "logcumsumexp is done in float16, float32 or float64, not in " + type);
    }
    return type.toNativeOrder();
  }

  private static DType ofLongs(
      Fold operator, DType in, @Nullable DType dtype, @Nullable DType out) {
    DType asked = dtype;
    if (asked == null) {
      asked =
          out != null && out.kind().isInteger() && isCount(in)
              ? Promotion.common(out, in)
              : Promotion.widened(in);
    }
    if (!asked.kind().isInteger()) {
      throw new IllegalArgumentException(
          operator + " is done on integers, not on " + asked + ": ask for a dtype");
    }
    return asked.toNativeOrder();
  }

  private static boolean isTime(DType dtype) {
    return dtype.kind() == Kind.TIMEDELTA64;
  }

  private static boolean isObject(DType dtype) {
    return dtype.kind() == Kind.OBJECT;
  }

  private static boolean isCount(DType dtype) {
    return dtype.kind() == Kind.BOOL || dtype.kind().isInteger();
  }

  private static boolean isCountOrFloat(DType dtype) {
    return isCount(dtype) || dtype.kind().isFloat();
  }

  private static IllegalArgumentException noMatch(Object operator) {
    return new IllegalArgumentException(
        "No loop matching the specified signature and casting was found for ufunc " + operator);
  }

  private static IllegalArgumentException notSupported(Fold operator) {
    return new IllegalArgumentException(
        ("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced"
                + " to any supported types according to the casting rule ''safe''")
            .formatted(operator));
  }

  private static IllegalArgumentException noLoop(
      String ufunc, DType first, DType second, String result) {
    return new IllegalArgumentException(
        "ufunc '%s' did not contain a loop with signature matching types (%s, %s)%s"
            .formatted(ufunc, pythonClass(first), pythonClass(second), result));
  }

  private static String pythonClass(DType dtype) {
    String name =
        switch (dtype.kind()) {
          case BOOL -> "Bool";
          case INT8 -> "Int8";
          case INT16 -> "Int16";
          case INT32 -> "Int32";
          case INT64 -> "Int64";
          case UINT8 -> "UInt8";
          case UINT16 -> "UInt16";
          case UINT32 -> "UInt32";
          case UINT64 -> "UInt64";
          case FLOAT16 -> "Float16";
          case FLOAT32 -> "Float32";
          case FLOAT64 -> "Float64";
          case COMPLEX64 -> "Complex64";
          case COMPLEX128 -> "Complex128";
          case TIMEDELTA64 -> "TimeDelta64";
          case OBJECT -> "Object";
        };
    return "<class 'numpy.dtypes." + name + "DType'>";
  }
}
