package org.cumulus.cli.input;

import java.nio.charset.StandardCharsets;

/** The kinds of data that their first bytes give away. */
enum Magic {
  NPY("\u0093NUMPY"),
  ZIP("PK"),
  GZIP("\u001f\u008b"),
  /** None of these: text. */
  NONE("");

  /** How many bytes it takes to tell. */
  static final int BYTES = 8;

  private final String start;

  Magic(String start) {
    this.start = start;
  }

  static Magic of(byte[] firstBytes) {
    String first = new String(firstBytes, StandardCharsets.ISO_8859_1);
    if (first.startsWith(NPY.start)) {
      return NPY;
    }
    if (first.startsWith(ZIP.start + "\3\4") || first.startsWith(ZIP.start + "\5\6")) {
      return ZIP;
    }
    return first.startsWith(GZIP.start) ? GZIP : NONE;
  }
}
