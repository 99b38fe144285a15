package org.cumulus.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cumulus.cli.text.TextKind;

/**
 * The kinds of data that arrays come as: told by the name of a file, or else by its first bytes.
 */
public enum FileFormat {
  NPY,
  NPZ,
  CSV,
  TSV,
  TXT,
  /** Compressed, so that it is not known what it is. */
  GZIP,
  /** Of a name: it does not tell. Of bytes: a text, be it a table or a literal. */
  UNKNOWN;

  /** How many bytes it takes to tell. */
  private static final int BYTES = 8;

  /** What is known of the cells of a text in such a file. */
  public TextKind textKind() {
    return switch (this) {
      case CSV -> TextKind.CSV;
      case TSV -> TextKind.TSV;
      default -> TextKind.ANY;
    };
  }

  /** Whether it holds lines of cells. */
  public boolean isText() {
    return this == CSV || this == TSV || this == TXT;
  }

  /** The format of a file that can be read again. */
  public static FileFormat of(Path file) throws IOException {
    FileFormat named = ofName(file.toString());
    if (named != UNKNOWN) {
      return named;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(BYTES));
    }
  }

  public static FileFormat ofName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "npy" -> NPY;
      case "npz" -> NPZ;
      case "csv" -> CSV;
      case "tsv" -> TSV;
      case "txt" -> TXT;
      default -> UNKNOWN;
    };
  }

  /** The format of data without a name, by what a {@link #beginning} has found. */
  static FileFormat of(byte[] beginning) {
    String first = new String(beginning, StandardCharsets.ISO_8859_1);
    if (first.startsWith("\u0093NUMPY")) {
      return NPY;
    }
    if (first.startsWith("PK\3\4") || first.startsWith("PK\5\6")) {
      return NPZ;
    }
    return first.startsWith("\u001f\u008b") ? GZIP : UNKNOWN;
  }

  /** The first bytes of a stream that can be reset; it stays where it is. */
  static byte[] beginning(InputStream in) throws IOException {
    in.mark(BYTES);
    byte[] beginning = in.readNBytes(BYTES);
    in.reset();
    return beginning;
  }
}
