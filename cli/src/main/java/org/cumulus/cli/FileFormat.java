package org.cumulus.cli;

import java.util.Locale;

/** The kinds of files, by the ending of their names. */
enum FileFormat {
  NPY,
  NPZ,
  CSV,
  TSV,
  TXT,
  /** To be found out from what is in the file. */
  UNKNOWN;

  static FileFormat ofName(String name) {
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
