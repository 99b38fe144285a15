package org.cumulus.golden;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Elements as {@code NDArray.get} gives them, made comparable: their bits, every NaN the same, or
 * for objects a text. As {@code canonical_bytes} and {@code object_text} in {@code inputs.py}.
 */
public final class ElementBits {
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private ElementBits() {}

  /** The bytes that the bits of one part of an element take. */
  public static int width(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, UINT8 -> 1;
      case INT16, UINT16, FLOAT16 -> 2;
      case INT32, UINT32, FLOAT32, COMPLEX64 -> 4;
      default -> 8;
    };
  }

  /** The bits of the parts of an element, most often one; bits beyond the width mean nothing. */
  static long[] of(Kind kind, Object element) {
    return switch (element) {
      case Boolean truth -> new long[] {truth ? 1 : 0};
      case Float number when kind == Kind.FLOAT16 -> new long[] {half(number)};
      case Float number -> new long[] {Float.floatToIntBits(number)};
      case Double number -> new long[] {Double.doubleToLongBits(number)};
      case Complex(double re, double im) when kind == Kind.COMPLEX64 ->
          new long[] {Float.floatToIntBits((float) re), Float.floatToIntBits((float) im)};
      case Complex(double re, double im) ->
          new long[] {Double.doubleToLongBits(re), Double.doubleToLongBits(im)};
      case Number integer -> new long[] {integer.longValue()};
      default -> throw new AssertionError("unexpected element " + element.getClass());
    };
  }

  private static long half(float number) {
    return Float.floatToFloat16(Float.isNaN(number) ? Float.NaN : number);
  }

  /** Whether two elements, or objects, are the same to the bit, with one NaN for all. */
  public static boolean same(Kind kind, @Nullable Object a, @Nullable Object b) {
    if (kind == Kind.OBJECT || a == null || b == null) {
      return Objects.equals(a, b);
    }
    int unused = 64 - 8 * width(kind);
    long[] bitsOfA = of(kind, a);
    long[] bitsOfB = of(kind, b);
    boolean same = bitsOfA.length == bitsOfB.length;
    for (int part = 0; same && part < bitsOfA.length; part++) {
      same = bitsOfA[part] << unused == bitsOfB[part] << unused;
    }
    return same;
  }

  /** An element in hexadecimal, the parts of a complex one separated by a colon; or the object. */
  public static String text(Kind kind, @Nullable Object element) {
    if (kind == Kind.OBJECT || element == null) {
      return objectText(element);
    }
    StringBuilder text = new StringBuilder();
    for (long bits : of(kind, element)) {
      String digits = "%016x".formatted(bits).substring(16 - 2 * width(kind));
      text.append(text.isEmpty() ? "" : ":").append(digits);
    }
    return text.toString();
  }

  private static String objectText(@Nullable Object element) {
    return switch (element) {
      case null -> "none";
      case Boolean truth -> "bool:" + (truth ? 1 : 0);
      case BigInteger integer -> "int:" + integer;
      case Double number -> "float:" + text(Kind.FLOAT64, number);
      case Complex complex -> "complex:" + text(Kind.COMPLEX128, complex);
      case Duration duration -> "duration:" + nanos(duration);
      default -> throw new AssertionError("unexpected object " + element.getClass());
    };
  }

  private static BigInteger nanos(Duration duration) {
    return BigInteger.valueOf(duration.getSeconds())
        .multiply(NANOS)
        .add(BigInteger.valueOf(duration.getNano()));
  }
}
