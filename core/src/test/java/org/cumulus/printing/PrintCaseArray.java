package org.cumulus.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/** The array of a golden case: elements given as bits, repeated until the array is full. */
final class PrintCaseArray {
  private PrintCaseArray() {}

  static NDArray of(String dtypeName, String shapeText, String layout, List<String> data) {
    DType dtype = DType.of(dtypeName);
    long[] shape =
        shapeText.equals("-")
            ? new long[0]
            : Arrays.stream(shapeText.split(",", -1)).mapToLong(Long::parseLong).toArray();
    long[] stored = layout.equals("t") ? reversed(shape) : shape;
    int size = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    NDArray array =
        dtype.kind() == Kind.OBJECT
            ? NDArray.of(objects(size, data), dtype).reshape(stored)
            : NDArray.wrap(MemorySegment.ofArray(bytes(size, data, dtype)), dtype, stored);
    return switch (layout) {
      case "t" -> array.transpose();
      case "r" -> array.flip();
      default -> array;
    };
  }

  private static long[] reversed(long[] shape) {
    long[] reversed = new long[shape.length];
    Arrays.setAll(reversed, i -> shape[shape.length - 1 - i]);
    return reversed;
  }

  private static byte[] bytes(int size, List<String> data, DType dtype) {
    byte[] bytes = new byte[size * dtype.itemSize()];
    int length = dtype.itemSize() / (dtype.kind().isComplex() ? 2 : 1);
    for (int i = 0; i < size; i++) {
      byte[] element = HexFormat.of().parseHex(data.get(i % data.size()));
      for (int k = 0; k < element.length; k++) {
        int place = k % length;
        int stored = dtype.byteOrder() == ByteOrder.BIG_ENDIAN ? place : length - 1 - place;
        bytes[i * element.length + k - place + stored] = element[k];
      }
    }
    return bytes;
  }

  private static @Nullable Object[] objects(int size, List<String> data) {
    @Nullable Object[] objects = new @Nullable Object[size];
    Arrays.setAll(objects, i -> object(data.get(i % data.size())));
    return objects;
  }

  private static @Nullable Object object(String token) {
    String rest = token.substring(1);
    return switch (token.charAt(0)) {
      case 'i' -> new BigInteger(rest);
      case 'f' -> real(rest);
      case 'c' -> new Complex(real(rest.substring(0, 16)), real(rest.substring(16)));
      case 's' -> URLDecoder.decode(rest, UTF_8);
      case 'm' -> new Shown(URLDecoder.decode(rest, UTF_8));
      case 'T' -> true;
      case 'F' -> false;
      case 'n' -> null;
      default -> throw new IllegalArgumentException(token);
    };
  }

  private static double real(String hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
  }

  /** An object with a given text. */
  private record Shown(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
