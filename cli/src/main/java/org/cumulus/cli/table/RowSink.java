package org.cumulus.cli.table;

import java.io.IOException;
import org.cumulus.cli.table.rows.Batch;

/** Where rows go, with their new cells. */
interface RowSink {
  /** Begins a row: what stands before its new cells. */
  void begin(Batch batch, int row) throws IOException;

  /** Adds the next new cell, a number. */
  void number(byte[] text, int size);

  /** Adds the next new cell, which is written as one of the table. */
  void cell(byte[] text, int size);

  /** Adds the next new cell, which is empty. */
  void nothing();

  /** Ends the row. */
  void end() throws IOException;

  /** Adds bytes as they are: what stands before the rows or behind them. */
  void raw(byte[] bytes, int from, int to) throws IOException;

  /** Lets everything be seen. */
  void flush() throws IOException;
}
