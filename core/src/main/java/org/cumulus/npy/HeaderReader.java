package org.cumulus.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the bytes of a header: magic string, version, length, text. Nothing is allocated on the
 * word of the file: a header longer than NumPy allows is refused by its length alone.
 */
final class HeaderReader {
  /** The most characters that NumPy reads of a header that it does not trust. */
  private static final int MOST_CHARACTERS = 10_000;

  private static final int MAGIC_LENGTH = HeaderText.MAGIC.length + 2;

  private HeaderReader() {}

  static HeaderFields read(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC_LENGTH);
    if (magic.length == 0) {
      throw new EOFException("No data left in file");
    }
    checkMagic(magic);
    int major = Byte.toUnsignedInt(magic[MAGIC_LENGTH - 2]);
    int minor = Byte.toUnsignedInt(magic[MAGIC_LENGTH - 1]);
    if (major < 1 || major > 3 || minor != 0) {
      throw new NpyFormatException(
          "we only support format version (1,0), (2,0), and (3,0), not (%d, %d)"
              .formatted(major, minor));
    }
    Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    int lengthBytes = major == 1 ? 2 : 4;
    long length = littleEndian(exactly(in, lengthBytes, "array header length"));
    if (length > MOST_CHARACTERS * (long) charset.newEncoder().maxBytesPerChar()) {
      throw tooLong(length);
    }
    String text = decoded(exactly(in, (int) length, "array header"), charset);
    int characters = text.codePointCount(0, text.length());
    if (characters > MOST_CHARACTERS) {
      throw tooLong(characters);
    }
    int dataOffset = MAGIC_LENGTH + lengthBytes + (int) length;
    return HeaderDictionary.parse(text, /* python2= */ major < 3, dataOffset);
  }

  private static void checkMagic(byte[] bytes) throws NpyFormatException {
    int compared = Math.min(bytes.length, HeaderText.MAGIC.length);
    byte[] start = Arrays.copyOf(bytes, compared);
    if (!Arrays.equals(start, Arrays.copyOf(HeaderText.MAGIC, compared))) {
      throw new NpyFormatException(
          "the magic string is not correct; expected %s, got %s%s"
              .formatted(
                  PythonText.repr(HeaderText.MAGIC),
                  PythonText.repr(start),
                  FileSignature.hint(bytes)));
    }
    checkLength(bytes, MAGIC_LENGTH, "magic string");
  }

  private static byte[] exactly(InputStream in, int length, String what) throws IOException {
    byte[] bytes = in.readNBytes(length);
    checkLength(bytes, length, what);
    return bytes;
  }

  private static void checkLength(byte[] bytes, int length, String what) throws NpyFormatException {
    if (bytes.length < length) {
      throw new NpyFormatException(
          "EOF: reading %s, expected %d bytes got %d".formatted(what, length, bytes.length));
    }
  }

  private static long littleEndian(byte[] bytes) {
    long number = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return number;
  }

  private static String decoded(byte[] bytes, Charset charset) throws NpyFormatException {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new NpyFormatException("Cannot parse header: it is not valid " + charset, malformed);
    }
  }

  private static NpyFormatException tooLong(long length) {
    return new NpyFormatException(
        "Header info length (%d) is large and may not be safe to load securely. At most %d characters are read."
            .formatted(length, MOST_CHARACTERS));
  }
}
