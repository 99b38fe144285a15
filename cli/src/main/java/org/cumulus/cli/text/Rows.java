package org.cumulus.cli.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a text one after the other; comments are passed over, blank lines are not. */
interface Rows {
  /**
   * The next row, or null after the last.
   *
   * @throws TextException if its quotes are wrong, or it is too long for the memory
   */
  @Nullable TextRow next() throws IOException;

  /** How many comments have been passed over that had a line of their own. */
  long comments();
}
