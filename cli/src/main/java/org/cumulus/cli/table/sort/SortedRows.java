package org.cumulus.cli.table.sort;

import java.io.Closeable;
import java.io.IOException;

/** Rows in their order, one after the other. */
public interface SortedRows extends Closeable {
  /** Goes to the next row; false if there is none. */
  boolean next() throws IOException;

  /** The row: its bytes, key and line, which are valid until the next call. */
  SortedRow row();

  @Override
  void close() throws IOException;
}
