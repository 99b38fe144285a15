package org.cumulus.golden;

import java.nio.charset.StandardCharsets;
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
    for (long[] index : Indices.of(array.shape())) {
      checksum.add(array.dtype().kind(), array.get(index));
    }
    return "%016x".formatted(checksum.hash);
  }

  private void add(Kind kind, @Nullable Object element) {
    if (kind == Kind.OBJECT || element == null) {
      String text = ElementBits.text(kind, element) + ";";
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        add(b);
      }
      return;
    }
    for (long bits : ElementBits.of(kind, element)) {
      for (int i = 0; i < ElementBits.width(kind); i++) {
        add((byte) (bits >>> (8 * i)));
      }
    }
  }

  private void add(byte b) {
    hash = (hash ^ Byte.toUnsignedLong(b)) * PRIME;
  }
}
