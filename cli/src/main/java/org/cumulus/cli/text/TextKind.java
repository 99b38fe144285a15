package org.cumulus.cli.text;

import java.util.List;

/** What the name of a text tells of its delimiter. */
public enum TextKind {
  /** Cells have a character between them: blanks are part of a cell. */
  CSV(List.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.PIPE, Delimiter.COMMA)),
  /** Cells have a tab between them. */
  TSV(List.of(Delimiter.TAB)),
  /** Cells have a character between them, or blanks. */
  ANY(CSV.candidates);

  private final List<Delimiter> candidates;

  TextKind(List<Delimiter> candidates) {
    this.candidates = candidates;
  }

  /** The characters that may stand between cells; of two that may as well, the first does. */
  List<Delimiter> candidates() {
    return candidates;
  }
}
