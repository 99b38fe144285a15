package org.cumulus.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.cumulus.DType;

/** The bytes of a header, as NumPy writes them: format 1.0, which holds any header of ours. */
final class HeaderText {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** The data starts at a multiple of so many bytes, for the sake of mapped files. */
  private static final int ALIGNMENT = 64;

  /** The digits that the growing dimension may come to have: 8 * 2^64 - 1. */
  private static final int GROWTH_DIGITS = 21;

  /** The magic string, the two bytes of the version and the two of the length. */
  private static final int PREFIX = MAGIC.length + 4;

  private HeaderText() {}

  static byte[] of(DType dtype, boolean fortranOrder, long[] shape) {
    String text = dictionary(dtype, fortranOrder, shape);
    if (shape.length > 0) {
      // Room to grow in place when a program appends to the file, along the slowest axis.
      long growing = fortranOrder ? shape[shape.length - 1] : shape[0];
      text += " ".repeat(Math.max(0, GROWTH_DIGITS - Long.toString(growing).length()));
    }
    // A whole line of padding where none is needed, as NumPy.
    text += " ".repeat(ALIGNMENT - (PREFIX + text.length() + 1) % ALIGNMENT) + "\n";
    return ByteBuffer.allocate(PREFIX + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  static String dictionary(DType dtype, boolean fortranOrder, long[] shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
        .formatted(dtype.str(), fortranOrder ? "True" : "False", tuple(shape));
  }

  static String tuple(long[] shape) {
    String items = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return "(" + items + (shape.length == 1 ? ",)" : ")");
  }
}
