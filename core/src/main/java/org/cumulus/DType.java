package org.cumulus;

import java.nio.ByteOrder;
import java.util.Objects;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The type of an array's elements, with NumPy's names: {@code float64}, {@code >i4}, {@code
 * timedelta64[ns]}.
 *
 * {@snippet :
 * DType.of("f8").equals(DType.FLOAT64);                 // true
 * DType.of(">i4").name();                               // "int32"
 * DType.of("timedelta64[25us]").str();                  // "<m8[25us]"
 * }
 *
 * <p>A dtype is a {@linkplain Kind kind}, a byte order and, for {@code timedelta64}, a unit. Types
 * of one byte and {@code object} have no byte order of their own: theirs is the machine's. NumPy's
 * {@code longdouble}, text, structured and {@code datetime64} types are not supported, and {@link
 * #of} says so by name.
 *
 * <p>Instances are immutable, compared by value and safe to share between threads.
 */
public final class DType {
  /** What an element is, apart from its byte order and, for {@code timedelta64}, its unit. */
  public enum Kind {
    /** True or false in one byte; any byte but zero is true. */
    BOOL('b', 1, "bool"),
    /** Signed 8-bit integer. */
    INT8('i', 1, "int8"),
    /** Signed 16-bit integer. */
    INT16('i', 2, "int16"),
    /** Signed 32-bit integer. */
    INT32('i', 4, "int32"),
    /** Signed 64-bit integer. */
    INT64('i', 8, "int64"),
    /** Unsigned 8-bit integer. */
    UINT8('u', 1, "uint8"),
    /** Unsigned 16-bit integer. */
    UINT16('u', 2, "uint16"),
    /** Unsigned 32-bit integer. */
    UINT32('u', 4, "uint32"),
    /** Unsigned 64-bit integer. */
    UINT64('u', 8, "uint64"),
    /** IEEE 754 half precision. */
    FLOAT16('f', 2, "float16"),
    /** IEEE 754 single precision. */
    FLOAT32('f', 4, "float32"),
    /** IEEE 754 double precision. */
    FLOAT64('f', 8, "float64"),
    /** Two {@code float32}: the real part, then the imaginary part. */
    COMPLEX64('c', 8, "complex64"),
    /** Two {@code float64}: the real part, then the imaginary part. */
    COMPLEX128('c', 16, "complex128"),
    /** A length of time: a count of {@linkplain DType#unit() units} in 64 bits, or NaT. */
    TIMEDELTA64('m', 8, "timedelta64"),
    /** A Java object: {@code BigInteger}, {@code BigDecimal}, {@code Duration} and others. */
    OBJECT('O', 8, "object");

    private final char code;
    private final int itemSize;
    private final String numpyName;

    Kind(char code, int itemSize, String numpyName) {
      this.code = code;
      this.itemSize = itemSize;
      this.numpyName = numpyName;
    }

    /** Whether this is one of {@code int8} … {@code int64}. */
    public boolean isSignedInteger() {
      return code == 'i';
    }

    /** Whether this is one of {@code uint8} … {@code uint64}. */
    public boolean isUnsignedInteger() {
      return code == 'u';
    }

    /**
     * Whether this is an integer, signed or unsigned; {@code bool} and {@code timedelta64} are not.
     */
    public boolean isInteger() {
      return isSignedInteger() || isUnsignedInteger();
    }

    /** Whether this is one of {@code float16}, {@code float32}, {@code float64}. */
    public boolean isFloat() {
      return code == 'f';
    }

    /** Whether this is {@code complex64} or {@code complex128}. */
    public boolean isComplex() {
      return code == 'c';
    }
  }

  /** {@code bool}. */
  public static final DType BOOL = plain(Kind.BOOL);

  /** {@code int8}. */
  public static final DType INT8 = plain(Kind.INT8);

  /** {@code int16} in native byte order. */
  public static final DType INT16 = plain(Kind.INT16);

  /** {@code int32} in native byte order. */
  public static final DType INT32 = plain(Kind.INT32);

  /** {@code int64} in native byte order. */
  public static final DType INT64 = plain(Kind.INT64);

  /** {@code uint8}. */
  public static final DType UINT8 = plain(Kind.UINT8);

  /** {@code uint16} in native byte order. */
  public static final DType UINT16 = plain(Kind.UINT16);

  /** {@code uint32} in native byte order. */
  public static final DType UINT32 = plain(Kind.UINT32);

  /** {@code uint64} in native byte order. */
  public static final DType UINT64 = plain(Kind.UINT64);

  /** {@code float16} in native byte order. */
  public static final DType FLOAT16 = plain(Kind.FLOAT16);

  /** {@code float32} in native byte order. */
  public static final DType FLOAT32 = plain(Kind.FLOAT32);

  /** {@code float64} in native byte order. */
  public static final DType FLOAT64 = plain(Kind.FLOAT64);

  /** {@code complex64} in native byte order. */
  public static final DType COMPLEX64 = plain(Kind.COMPLEX64);

  /** {@code complex128} in native byte order. */
  public static final DType COMPLEX128 = plain(Kind.COMPLEX128);

  /** {@code object}. */
  public static final DType OBJECT = plain(Kind.OBJECT);

  private final Kind kind;
  private final ByteOrder order;
  private final @Nullable TimeUnit unit;

  private DType(Kind kind, ByteOrder order, @Nullable TimeUnit unit) {
    this.kind = kind;
    this.order = order;
    this.unit = unit;
  }

  private static DType plain(Kind kind) {
    return new DType(kind, ByteOrder.nativeOrder(), null);
  }

  /**
   * Returns the dtype that NumPy's {@code np.dtype(name)} would.
   *
   * @param name a NumPy name ({@code "float64"}, {@code "int"}), a type code ({@code "f8"}, {@code
   *     "d"}) with or without a byte order ({@code "<f8"}, {@code ">i4"}), or a {@code timedelta64}
   *     with its unit ({@code "m8[s]"}, {@code "timedelta64[25us]"})
   * @throws IllegalArgumentException if NumPy knows no such type, or if it is one that is not
   *     supported here: {@code longdouble}, text, structured, {@code datetime64}
   */
  public static DType of(String name) {
    return DTypeNames.parse(name);
  }

  static DType ofKind(Kind kind) {
    return switch (kind) {
      case BOOL -> BOOL;
      case INT8 -> INT8;
      case INT16 -> INT16;
      case INT32 -> INT32;
      case INT64 -> INT64;
      case UINT8 -> UINT8;
      case UINT16 -> UINT16;
      case UINT32 -> UINT32;
      case UINT64 -> UINT64;
      case FLOAT16 -> FLOAT16;
      case FLOAT32 -> FLOAT32;
      case FLOAT64 -> FLOAT64;
      case COMPLEX64 -> COMPLEX64;
      case COMPLEX128 -> COMPLEX128;
      case TIMEDELTA64 -> timedelta(TimeUnit.GENERIC);
      case OBJECT -> OBJECT;
    };
  }

  static DType timedelta(TimeUnit unit) {
    return new DType(Kind.TIMEDELTA64, ByteOrder.nativeOrder(), unit);
  }

  /** What an element is, apart from byte order and unit. */
  public Kind kind() {
    return kind;
  }

  /** The bytes that one element takes: 1 to 16. */
  public int itemSize() {
    return kind.itemSize;
  }

  /**
   * The unit of a {@code timedelta64} as NumPy writes it, such as {@code "s"} or {@code "25us"};
   * empty for the generic unit and for every other kind.
   */
  public String unit() {
    return unit == null ? "" : unit.toString();
  }

  /** The order of the bytes of an element; the machine's own for one-byte types and objects. */
  public ByteOrder byteOrder() {
    return order;
  }

  /** Whether elements are stored in the machine's own byte order. */
  public boolean isNativeOrder() {
    return order == ByteOrder.nativeOrder();
  }

  /** This dtype with its bytes in another order; itself if it has no byte order. */
  public DType withByteOrder(ByteOrder newOrder) {
    Objects.requireNonNull(newOrder, "newOrder");
    return newOrder == order || !hasByteOrder() ? this : new DType(kind, newOrder, unit);
  }

  /** This dtype in the machine's own byte order. */
  public DType toNativeOrder() {
    return withByteOrder(ByteOrder.nativeOrder());
  }

  /**
   * NumPy's {@code dtype.name}: {@code "float64"}, {@code "timedelta64[ns]"}, without byte order.
   */
  public String name() {
    return kind.numpyName + unitInBrackets();
  }

  /**
   * NumPy's {@code dtype.str}: {@code "<f8"}, {@code ">i4"}, {@code "|b1"}, {@code "<m8[25us]"}.
   */
  public String str() {
    char orderCode = !hasByteOrder() ? '|' : order == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
    String size = kind == Kind.OBJECT ? "" : Integer.toString(kind.itemSize);
    return orderCode + "" + kind.code + size + unitInBrackets();
  }

  /** NumPy's {@code str(dtype)}: the name in native byte order, else the form of {@link #str}. */
  @Override
  public String toString() {
    return isNativeOrder() ? name() : str();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DType that
        && kind == that.kind
        && order == that.order
        && Objects.equals(unit, that.unit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, order.toString(), unit);
  }

  private boolean hasByteOrder() {
    return kind.itemSize > 1 && kind != Kind.OBJECT;
  }

  private String unitInBrackets() {
    return unit().isEmpty() ? "" : "[" + unit + "]";
  }
}
