package org.cumulus.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.cumulus.cli.text.Delimiter;
import org.cumulus.cli.text.TextRequest;
import org.cumulus.cli.text.TextTable;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/** Loads arrays written as text: tables, and literals in a stream. */
final class TextLoader {
  /** No literal of one number is longer. */
  private static final int LONGEST_NUMBER = 8192;

  /** Enough of a file to see that it is no text. */
  private static final int BEGINNING = 4096;

  private TextLoader() {}

  static Loaded table(InputStream in, FileFormat format, TextRequest request) throws IOException {
    BufferedReader text = reader(in);
    return new Loaded("text", TextTable.read(text, delimiter(text, format), request));
  }

  /** What stands between the cells of a text in a file of a format. */
  static Delimiter delimiter(BufferedReader text, FileFormat format) throws IOException {
    return switch (format) {
      case CSV -> unlessBlanks(Delimiter.find(text));
      case TSV -> Delimiter.TAB;
      default -> unlessTab(Delimiter.find(text));
    };
  }

  /**
   * Writes the numbers of a table, of any length, as they lie in an array; returns what they are.
   */
  static NpyHeader drain(
      BufferedReader text, @Nullable Delimiter delimiter, TextRequest request, OutputStream out)
      throws IOException {
    List<DType> dtypes = new ArrayList<>();
    long[] shape =
        TextTable.drain(
            text,
            delimiter,
            request,
            numbers -> {
              dtypes.add(numbers.dtype());
              dtypes.subList(1, dtypes.size()).clear();
              out.write(numbers.memory().orElseThrow().toArray(ValueLayout.JAVA_BYTE));
            });
    return NpyHeader.of(dtypes.getFirst(), false, shape);
  }

  /** One column has no delimiter; then a later blank does not make two. */
  private static Delimiter unlessBlanks(Delimiter found) {
    return found == Delimiter.BLANKS ? Delimiter.COMMA : found;
  }

  private static Delimiter unlessTab(Delimiter found) {
    return found == Delimiter.TAB ? Delimiter.BLANKS : found;
  }

  /** A text that opens a bracket or is one number is a literal, any other a table. */
  static Loaded literalOrTable(InputStream in, TextRequest request) throws IOException {
    BufferedReader text = reader(in);
    if (!request.choosesColumns()) {
      text.mark(LONGEST_NUMBER + 1);
      char[] start = new char[LONGEST_NUMBER];
      int length = readFully(text, start);
      text.reset();
      String beginning = new String(start, 0, length);
      if (Literal.opensSequence(beginning)) {
        return new Loaded("literal", literal(text.readAllAsString()));
      }
      NDArray number = length < LONGEST_NUMBER ? numberOrNull(beginning) : null;
      if (number != null) {
        return new Loaded("literal", number);
      }
    }
    return new Loaded("text", TextTable.read(text, null, request));
  }

  private static NDArray literal(String text) throws IOException {
    try {
      return Literal.parse(text);
    } catch (LiteralException malformed) {
      throw new IOException("no literal: " + malformed.getMessage(), malformed);
    }
  }

  private static @Nullable NDArray numberOrNull(String text) {
    try {
      return Literal.parse(text);
    } catch (LiteralException notOne) {
      return null;
    }
  }

  private static int readFully(BufferedReader text, char[] target) throws IOException {
    int length = 0;
    for (int read = 0; read >= 0 && length < target.length; length += Math.max(read, 0)) {
      read = text.read(target, length, target.length - length);
    }
    return length;
  }

  /**
   * UTF-8, with or without a mark of it, or UTF-16 with one. What cannot be decoded is no number.
   *
   * @throws IOException if it is binary
   */
  static BufferedReader reader(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(BEGINNING);
    byte[] start = in.readNBytes(BEGINNING);
    in.reset();
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    } else if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16;
    } else if (hasZero(start)) {
      throw new IOException(
          "no text, as it has zero bytes: raw binary needs --shape and --input-dtype");
    }
    return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }

  private static boolean hasZero(byte[] bytes) {
    boolean has = false;
    for (byte b : bytes) {
      has |= b == 0;
    }
    return has;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
