package org.cumulus.golden;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.jspecify.annotations.Nullable;

/** Reads the texts that {@link ElementBits#text} writes. */
public final class ElementTexts {
  private ElementTexts() {}

  /** The bytes of elements, in the dtype's byte order. */
  public static byte[] bytes(DType dtype, List<String> texts) {
    ByteBuffer bytes = ByteBuffer.allocate(texts.size() * dtype.itemSize());
    bytes.order(dtype.byteOrder());
    for (String text : texts) {
      for (String part : text.split(":", -1)) {
        long bits = Long.parseUnsignedLong(part, 16);
        switch (ElementBits.width(dtype.kind())) {
          case 1 -> bytes.put((byte) bits);
          case 2 -> bytes.putShort((short) bits);
          case 4 -> bytes.putInt((int) bits);
          default -> bytes.putLong(bits);
        }
      }
    }
    return bytes.array();
  }

  /** An object. */
  static @Nullable Object object(String text) {
    String[] parts = text.split(":", -1);
    return switch (parts[0]) {
      case "none" -> null;
      case "bool" -> parts[1].equals("1");
      case "int" -> new BigInteger(parts[1]);
      case "float" -> number(parts[1]);
      case "complex" -> new Complex(number(parts[1]), number(parts[2]));
      case "duration" -> Duration.ofNanos(Long.parseLong(parts[1]));
      default -> throw new AssertionError("no object: " + text);
    };
  }

  private static double number(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }
}
