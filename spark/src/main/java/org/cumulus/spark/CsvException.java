package org.cumulus.spark;

/** A CSV table is not one; the message says where and why. */
final class CsvException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  CsvException(String message) {
    super(message);
  }

  CsvException(long line, String message) {
    super("line " + line + ": " + message);
  }

  /** The same of a file. */
  CsvException in(String file) {
    CsvException named = new CsvException(file + ", " + getMessage());
    named.initCause(getCause());
    return named;
  }
}
