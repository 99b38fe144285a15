package org.cumulus.cli.text;

import java.util.List;

/** What the name of a text tells of its delimiter. */
public enum TextKind {
  /** Cells have a character between them: blanks are part of a cell. */
  CSV,
  /** Cells have a tab between them. */
  TSV,
  /** Cells have a character between them, or blanks. */
  ANY;

  /** The characters that may stand between cells; of two that may as well, the first does. */
  List<Delimiter> candidates() {
    return switch (this) {
      case TSV -> List.of(Delimiter.TAB);
      case CSV, ANY -> List.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.PIPE, Delimiter.COMMA);
    };
  }
}
