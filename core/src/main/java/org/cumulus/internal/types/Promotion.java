package org.cumulus.internal.types;

import java.util.List;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/** NumPy's rules for the dtype in which an operation is done. */
public final class Promotion {
  private Promotion() {}

  /**
   * The dtype of the additions of a cumulative sum. An explicit dtype wins; else the output's takes
   * part; only without either are small integers widened. A {@code timedelta64} input ignores the
   * explicit dtype, as does any input an explicit {@code timedelta64}.
   */
  public static DType ofSum(DType in, @Nullable DType dtype, @Nullable DType out) {
    boolean isTime =
        in.kind() == Kind.TIMEDELTA64 || (dtype != null && dtype.kind() == Kind.TIMEDELTA64);
    if (dtype != null && !isTime) {
      return dtype.toNativeOrder();
    }
    boolean ofObjects = in.kind() == Kind.OBJECT || (out != null && out.kind() == Kind.OBJECT);
    if (dtype != null && dtype.kind() == Kind.TIMEDELTA64 && ofObjects) {
      throw new IllegalArgumentException("cannot cast dtype object to timedelta64");
    }
    if (out != null) {
      return ofAddition(out, in);
    }
    return dtype == null ? widened(in) : in.toNativeOrder();
  }

  /** Refuses a dtype that is more than a type, where NumPy takes only a type. */
  public static void checkHasNoDetails(DType dtype) {
    boolean hasUnit = dtype.kind() == Kind.TIMEDELTA64 && !dtype.unit().isEmpty();
    if (hasUnit || !dtype.isNativeOrder()) {
      throw new IllegalArgumentException(
          "The `dtype` and `signature` arguments to ufuncs only select the general DType and not"
              + " details such as the byte order or time unit. You can avoid this error by using"
              + " the scalar types `np.float64` or the dtype string notation.");
    }
  }

  /** What sums and products widen small integers to. */
  public static DType widened(DType in) {
    Kind kind = in.kind();
    if (kind == Kind.BOOL || kind.isSignedInteger()) {
      return DType.INT64;
    }
    return kind.isUnsignedInteger() ? DType.UINT64 : in.toNativeOrder();
  }

  /** The dtype in which NumPy adds elements of two dtypes. */
  public static DType ofAddition(DType a, DType b) {
    if (a.kind() != Kind.TIMEDELTA64 && b.kind() != Kind.TIMEDELTA64) {
      return common(a, b);
    }
    if (!isTimeOrCount(a.kind()) || !isTimeOrCount(b.kind())) {
      throw new IllegalArgumentException(
          "ufunc 'add' cannot use operands with types " + quoted(a) + " and " + quoted(b));
    }
    boolean both = a.kind() == b.kind();
    DType sum = both ? common(a, b) : (a.kind() == Kind.TIMEDELTA64 ? a : b).toNativeOrder();
    if (a.kind() == Kind.TIMEDELTA64 && a.unit().isEmpty() && !sum.unit().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot convert from specific units to generic units in NumPy datetimes or timedeltas");
    }
    return sum;
  }

  static boolean isTimeOrCount(Kind kind) {
    return kind == Kind.TIMEDELTA64 || kind == Kind.BOOL || kind.isInteger();
  }

  /** NumPy's {@code np.promote_types}: the smallest dtype that both can be cast to safely. */
  public static DType common(DType a, DType b) {
    if (a.kind() == b.kind() && a.kind() != Kind.TIMEDELTA64) {
      return a.toNativeOrder();
    }
    if (a.kind() == Kind.OBJECT || b.kind() == Kind.OBJECT) {
      return DType.OBJECT;
    }
    if (a.kind() == Kind.TIMEDELTA64 || b.kind() == Kind.TIMEDELTA64) {
      return commonTime(a, b);
    }
    if (a.kind() == Kind.BOOL || b.kind() == Kind.BOOL) {
      return (a.kind() == Kind.BOOL ? b : a).toNativeOrder();
    }
    if (a.kind().isInteger() && b.kind().isInteger()) {
      return commonInteger(a, b);
    }
    int size = Math.max(floatSize(a), floatSize(b));
    boolean complex = a.kind().isComplex() || b.kind().isComplex();
    if (complex) {
      return size <= 4 ? DType.COMPLEX64 : DType.COMPLEX128;
    }
    return switch (size) {
      case 2 -> DType.FLOAT16;
      case 4 -> DType.FLOAT32;
      default -> DType.FLOAT64;
    };
  }

  /**
   * NumPy's {@code np.result_type} of several dtypes. Integers come last: one that fits a float
   * well need not be promoted with its like to one that does not.
   */
  public static DType common(List<DType> dtypes) {
    return Stream.concat(
            dtypes.stream().filter(dtype -> !dtype.kind().isInteger()),
            dtypes.stream().filter(dtype -> dtype.kind().isInteger()))
        .map(DType::toNativeOrder)
        .reduce(Promotion::common)
        .orElseThrow();
  }

  private static DType commonTime(DType a, DType b) {
    if (a.kind() == b.kind()) {
      return TickUnits.dtype(TimeUnit.common(TickUnits.of(a), TickUnits.of(b)));
    }
    DType time = a.kind() == Kind.TIMEDELTA64 ? a : b;
    DType other = a.kind() == Kind.TIMEDELTA64 ? b : a;
    if (!isTimeOrCount(other.kind()) || other.kind() == Kind.UINT64) {
      throw new IllegalArgumentException(
          "The DTypes " + quoted(a) + " and " + quoted(b) + " do not have a common DType");
    }
    return time.toNativeOrder();
  }

  private static DType commonInteger(DType a, DType b) {
    if (a.kind().isSignedInteger() == b.kind().isSignedInteger()) {
      return (a.itemSize() >= b.itemSize() ? a : b).toNativeOrder();
    }
    DType signed = a.kind().isSignedInteger() ? a : b;
    DType unsigned = a.kind().isSignedInteger() ? b : a;
    if (signed.itemSize() > unsigned.itemSize()) {
      return signed.toNativeOrder();
    }
    return switch (unsigned.itemSize()) {
      case 1 -> DType.INT16;
      case 2 -> DType.INT32;
      case 4 -> DType.INT64;
      default -> DType.FLOAT64;
    };
  }

  /** The bytes of the smallest float that holds a number, or a part of a complex one. */
  public static int floatSize(DType dtype) {
    return switch (dtype.kind()) {
      case INT8, UINT8, FLOAT16 -> 2;
      case INT16, UINT16, FLOAT32, COMPLEX64 -> 4;
      default -> 8;
    };
  }

  public static String quoted(DType dtype) {
    boolean named = dtype.isNativeOrder() && dtype.kind() != Kind.TIMEDELTA64;
    String text = dtype.kind() == Kind.OBJECT ? "O" : named ? dtype.name() : dtype.str();
    return "dtype('" + text + "')";
  }
}
