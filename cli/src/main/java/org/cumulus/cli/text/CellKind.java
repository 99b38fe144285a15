package org.cumulus.cli.text;

/** What a cell looks like by itself. */
public enum CellKind {
  /** A number, real or complex, or a truth value. */
  VALUE,
  /** Digits with points and commas: a number of another style, or several. */
  LIKE_VALUE,
  /** Nothing, or what stands for a number that is not known. */
  MISSING,
  /** A text that begins with a letter, as names do. */
  WORD,
  /** Any other text: a date, a version, a number with a unit. */
  OTHER_TEXT;

  /** The kind of a cell, which is stripped, in a text with numbers of a style. */
  static CellKind of(String cell, NumberStyle numbers) {
    if (isMissing(cell)) {
      return MISSING;
    }
    if (isTruth(cell) || numbers.isNumber(cell)) {
      return VALUE;
    }
    boolean isOfNumbers =
        cell.chars().skip(isSign(cell.charAt(0)) ? 1 : 0).allMatch(CellKind::isOfNumbers);
    if (isOfNumbers && cell.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return LIKE_VALUE;
    }
    int first = cell.codePointAt(0);
    return Character.isLetter(first) || first == '_' ? WORD : OTHER_TEXT;
  }

  /**
   * Whether a cell has no value: it is empty, or has one of the words that other programs write.
   */
  public static boolean isMissing(String cell) {
    return switch (cell) {
      case "", "NA", "N/A", "n/a", "<NA>", "NULL", "null", "None" -> true;
      case "#N/A", "#NA", "#N/A N/A", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN" -> true;
      default -> false;
    };
  }

  /** The characters of the longest of {@link #isSpreadsheetError}. */
  static final int LONGEST_ERROR = 8;

  /** Whether a cell is what spreadsheets write where they have no value. It is no comment. */
  static boolean isSpreadsheetError(String cell) {
    return switch (cell) {
      case "#N/A", "#NA", "#N/A N/A" -> true;
      case "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!" -> true;
      default -> false;
    };
  }

  private static boolean isTruth(String cell) {
    return switch (cell) {
      case "True", "true", "False", "false" -> true;
      default -> false;
    };
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean isOfNumbers(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
  }

  /** Whether it may be meant as a number. */
  boolean mayBeValue() {
    return this == VALUE || this == LIKE_VALUE;
  }

  boolean isText() {
    return this == WORD || this == OTHER_TEXT;
  }
}
