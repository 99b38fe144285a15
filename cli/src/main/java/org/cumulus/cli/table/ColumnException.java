package org.cumulus.cli.table;

import java.io.IOException;
import java.io.Serial;

/** Columns are asked for that a table does not have, or in a way that it does not allow. */
public final class ColumnException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  ColumnException(String problem) {
    super(problem);
  }
}
