package org.cumulus.cli.text;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each cut into cells; comments and empty lines are passed over. */
interface Rows {
  /** The cells of the next line, not yet stripped, or null after the last. */
  @Nullable List<String> next() throws IOException;

  /** The number of the line just read, from 1; of a cell of several lines, the first. */
  long line();
}
