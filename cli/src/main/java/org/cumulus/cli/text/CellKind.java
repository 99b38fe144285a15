package org.cumulus.cli.text;

/** What a cell looks like by itself. */
enum CellKind {
  /** A number, real or complex, or a truth value. */
  VALUE,
  /** Nothing, or what stands for a number that is not known. */
  MISSING,
  /** A text that begins with a letter, as names do. */
  WORD,
  /** Any other text: a date, a version, a number with a unit. */
  OTHER_TEXT;

  /** The kind of a cell, which is stripped. */
  static CellKind of(String cell) {
    if (isMissing(cell)) {
      return MISSING;
    }
    if (isTruth(cell) || ComplexCells.isNumber(cell)) {
      return VALUE;
    }
    int first = cell.codePointAt(0);
    return Character.isLetter(first) || first == '_' ? WORD : OTHER_TEXT;
  }

  /**
   * Whether a cell has no value: it is empty, or has one of the words that other programs write.
   */
  static boolean isMissing(String cell) {
    return switch (cell) {
      case "", "NA", "N/A", "n/a", "<NA>", "NULL", "null", "None" -> true;
      default -> false;
    };
  }

  private static boolean isTruth(String cell) {
    return switch (cell) {
      case "True", "true", "False", "false" -> true;
      default -> false;
    };
  }

  boolean isText() {
    return this == WORD || this == OTHER_TEXT;
  }
}
