package org.cumulus.golden;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * FNV-1a over all elements in C order, little endian, every NaN the same; as {@code checksum} in
 * {@code inputs.py}.
 */
public final class Checksum {
  private static final long PRIME = 0x100000001B3L;

  private long hash = 0xCBF29CE484222325L;

  private Checksum() {}

  /** The checksum of an array's elements in 16 hexadecimal digits. */
  public static String of(NDArray array) {
    Checksum checksum = new Checksum();
    long[] index = new long[array.ndim()];
    for (long i = 0; i < array.size(); i++) {
      checksum.add(array.dtype().kind(), array.get(index));
      advance(index, array.shape());
    }
    return "%016x".formatted(checksum.hash);
  }

  private static void advance(long[] index, long[] shape) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }

  private void add(Kind kind, @Nullable Object element) {
    switch (kind) {
      case OBJECT -> addText(element);
      case FLOAT16 -> addBits(2, Float.floatToFloat16((Float) canonical(element)));
      case FLOAT32 -> addBits(4, Float.floatToIntBits((Float) canonical(element)));
      case COMPLEX64 -> {
        Complex complex = (Complex) canonical(element);
        addBits(4, Float.floatToIntBits((float) complex.re()));
        addBits(4, Float.floatToIntBits((float) complex.im()));
      }
      case COMPLEX128 -> {
        Complex complex = (Complex) canonical(element);
        addBits(8, Double.doubleToLongBits(complex.re()));
        addBits(8, Double.doubleToLongBits(complex.im()));
      }
      case FLOAT64 -> addBits(8, Double.doubleToLongBits((Double) canonical(element)));
      case BOOL -> addBits(1, canonical(element).equals(true) ? 1 : 0);
      case INT8, UINT8 -> addBits(1, ((Number) canonical(element)).longValue());
      case INT16, UINT16 -> addBits(2, ((Number) canonical(element)).longValue());
      case INT32, UINT32 -> addBits(4, ((Number) canonical(element)).longValue());
      case INT64, UINT64, TIMEDELTA64 -> addBits(8, ((Number) canonical(element)).longValue());
    }
  }

  /** One NaN for all; the bits of Java's NaN constants are those of NumPy's. */
  private static Object canonical(@Nullable Object element) {
    if (element == null) {
      throw new AssertionError("only object arrays hold null");
    }
    return element instanceof Float number && number.isNaN() ? Float.NaN : element;
  }

  private void addText(@Nullable Object element) {
    String text =
        switch (element) {
          case null -> "none;";
          case Boolean truth -> "bool " + (truth ? 1 : 0) + ";";
          case BigInteger integer -> "int " + integer + ";";
          case Double number -> "float " + hex(number) + ";";
          case Complex complex -> "complex " + hex(complex.re()) + " " + hex(complex.im()) + ";";
          case Duration duration -> "duration " + nanos(duration) + ";";
          default -> throw new AssertionError("unexpected object " + element.getClass());
        };
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      addByte(b);
    }
  }

  private static String hex(double value) {
    return "%016x".formatted(Double.doubleToLongBits(value));
  }

  private static BigInteger nanos(Duration duration) {
    return BigInteger.valueOf(duration.getSeconds())
        .multiply(BigInteger.valueOf(1_000_000_000))
        .add(BigInteger.valueOf(duration.getNano()));
  }

  private void addBits(int width, long bits) {
    for (int i = 0; i < width; i++) {
      addByte((byte) (bits >>> (8 * i)));
    }
  }

  private void addByte(byte b) {
    hash = (hash ^ Byte.toUnsignedLong(b)) * PRIME;
  }
}
