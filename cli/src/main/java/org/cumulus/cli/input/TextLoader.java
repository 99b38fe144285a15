package org.cumulus.cli.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.cells.TextTable;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.sources.SpilledSource;
import org.cumulus.cli.text.Delimiter;
import org.cumulus.cli.text.FirstLine;
import org.cumulus.cli.text.NumberStyle;
import org.cumulus.cli.text.TextFormat;
import org.cumulus.cli.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Loads arrays written as text: tables, and literals in a stream. */
public final class TextLoader {
  /** No literal of one number is longer. */
  private static final int LONGEST_NUMBER = 8192;

  /** How many bytes of memory there must be for each character of a literal. */
  private static final int LITERAL_SHARE = 32;

  /** Enough of a file to see that it is not text. */
  private static final int BEGINNING = 4096;

  private TextLoader() {}

  public static Loaded table(InputStream in, TextKind kind, TextRequest request)
      throws IOException {
    return new Loaded("text", TextTable.read(reader(in), kind, request));
  }

  /**
   * The numbers of a table of any length, which stand in a file meanwhile.
   *
   * @param name what messages call the text
   * @param spill the file
   */
  public static Source spilled(
      String name, Path spill, InputStream in, TextKind kind, TextRequest request)
      throws IOException {
    BufferedReader text = reader(in);
    SpilledNumbers numbers = new SpilledNumbers();
    Source source =
        new SpilledSource(
            name,
            spill,
            out -> numbers.header(TextTable.drain(text, kind, request, numbers.to(out))));
    return numbers.of(source);
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
        return new Loaded("literal", literal(text));
      }
      // As a text is written it may be another number.
      boolean isPlain = request.format().equals(TextFormat.UNKNOWN);
      NDArray number = isPlain && length < LONGEST_NUMBER ? numberOrNull(beginning) : null;
      if (number != null) {
        return new Loaded(
            "literal", request.dtype() == null ? number : fit(number, beginning, request));
      }
    }
    return new Loaded("text", TextTable.read(text, TextKind.ANY, request));
  }

  /** A number as a text of several would have it: it must fit the dtype. */
  private static NDArray fit(NDArray number, String written, TextRequest request)
      throws IOException {
    String cell = written.strip();
    boolean isDecimal = cell.chars().noneMatch(c -> c == '_' || Character.isLetter(c));
    if (!isDecimal && (number.dtype().kind().isInteger() || number.dtype().kind() == Kind.OBJECT)) {
      cell = String.valueOf(number.get()); // 0xff and 1_000 are no cells of texts.
    }
    TextFormat data = new TextFormat(Delimiter.TAB, null, NumberStyle.PLAIN, FirstLine.DATA);
    TextRequest alone =
        new TextRequest(request.dtype(), null, data, request.missing(), request.saturates());
    return TextTable.read(new BufferedReader(new StringReader(cell)), TextKind.ANY, alone)
        .reshape();
  }

  private static NDArray literal(BufferedReader text) throws IOException {
    long most = Runtime.getRuntime().maxMemory() / LITERAL_SHARE;
    StringBuilder all = new StringBuilder();
    char[] block = new char[LONGEST_NUMBER];
    for (int read = text.read(block); read >= 0; read = text.read(block)) {
      if (all.length() + read > most) {
        throw new IOException("a literal of more than %d characters".formatted(most));
      }
      all.append(block, 0, read);
    }
    try {
      return Literal.parse(all.toString());
    } catch (LiteralException malformed) {
      throw new IOException("not a literal: " + malformed.getMessage(), malformed);
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
   * UTF-8, with or without a mark of it, or UTF-16 or UTF-32 with one. What cannot be decoded is no
   * number.
   *
   * @throws IOException if it is binary
   */
  public static BufferedReader reader(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(BEGINNING);
    byte[] start = in.readNBytes(BEGINNING);
    in.reset();
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    } else if (startsWith(start, 0xFF, 0xFE, 0, 0) || startsWith(start, 0, 0, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_32;
    } else if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16;
    } else if (hasZero(start)) {
      throw new IOException(
          "not text, as it has zero bytes: raw binary needs --shape and --input-dtype, and UTF-16"
              + " and UTF-32 a byte order mark");
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
