package org.cumulus.cli.input;

import java.util.Locale;
import org.cumulus.cli.text.TextKind;

/** The kinds of files, by the ending of their names. */
public enum FileFormat {
  NPY,
  NPZ,
  CSV,
  TSV,
  TXT,
  /** To be found out from what is in the file. */
  UNKNOWN;

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
}
