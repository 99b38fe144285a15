package org.cumulus.cli.table.rows;

import java.io.IOException;

/** Says where rows end, and where in them the cells are that are wanted. */
public interface RowSplitter {
  /** What {@link #next} returns if the end of the row is not there yet. */
  int INCOMPLETE = -1;

  /**
   * Adds a row to a batch.
   *
   * @param at where it begins in the bytes of the batch
   * @param isEnd whether no more bytes will follow those of the batch
   * @return where the next one begins, or {@link #INCOMPLETE}
   * @throws RowException if it is no row of this table
   */
  int next(Batch batch, int at, boolean isEnd) throws RowException;

  /** Adds a row that was found before, and is all there is from a place on. */
  void again(Batch batch, int at) throws RowException;

  /** The line in which the next row begins, from 1. */
  void setLine(long line);

  /** The cell as text: what its escapes stand for. */
  byte[] text(byte[] bytes, int from, int to);

  /** Ends the reading: checks what can only be known then. */
  void finish() throws IOException;
}
