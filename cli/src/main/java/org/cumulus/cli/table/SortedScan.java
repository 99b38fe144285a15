package org.cumulus.cli.table;

import java.io.IOException;
import org.cumulus.cli.table.rows.Batch;
import org.cumulus.cli.table.rows.RowException;
import org.cumulus.cli.table.rows.RowSplitter;
import org.cumulus.cli.table.sort.RowSorter;
import org.cumulus.cli.table.sort.SortedRow;
import org.cumulus.cli.table.sort.SortedRows;

/** Takes rows in the order they were put into. */
final class SortedScan {
  private final RowSorter sorter;
  private final RowSplitter splitter;
  private final Totals totals;
  private final Batch batch;

  SortedScan(RowSorter sorter, RowSplitter splitter, Totals totals, int width) {
    this.sorter = sorter;
    this.splitter = splitter;
    this.totals = totals;
    batch = new Batch(width, 0);
  }

  /** Each row by itself. */
  void rows() throws IOException {
    try (SortedRows rows = sorter.sorted()) {
      while (rows.next()) {
        split(rows.row());
        totals.take(batch, 0);
      }
    }
  }

  /**
   * Rows of one key together: all of them are looked at before the first of them is passed on. A
   * second walk through the rows goes before the first one, so that none need be kept.
   */
  void peers() throws IOException {
    try (SortedRows ahead = sorter.sorted();
        SortedRows behind = sorter.sorted()) {
      boolean isMore = ahead.next();
      for (long peers = 0; isMore; peers++) {
        byte[] key = ahead.row().key();
        long count = 0;
        do {
          split(ahead.row());
          totals.addPeer(batch, 0, peers);
          count++;
          isMore = ahead.next();
        } while (isMore && ahead.row().hasKey(key));
        for (; count > 0 && behind.next(); count--) {
          split(behind.row());
          totals.writePeer(batch, 0, peers);
        }
      }
    }
  }

  private void split(SortedRow row) throws RowException {
    splitter.setLine(row.line());
    batch.wrap(row.bytes(), row.rowEnd());
    splitter.again(batch, row.rowStart());
  }
}
