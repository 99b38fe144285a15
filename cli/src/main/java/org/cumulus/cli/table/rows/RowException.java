package org.cumulus.cli.table.rows;

import java.io.IOException;
import java.io.Serial;

/** Something is wrong with a row; the message begins with its line. */
public final class RowException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * What is wrong with a row.
   *
   * @param line where it begins, from 1
   */
  public RowException(long line, String problem) {
    super("line " + line + ": " + problem);
  }
}
