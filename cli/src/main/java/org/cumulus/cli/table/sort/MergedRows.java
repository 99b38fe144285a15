package org.cumulus.cli.table.sort;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The rows of several sorted files in one order. */
final class MergedRows implements SortedRows {
  private final List<Cursor> all = new ArrayList<>();

  /** The cursors that have rows left, but for that of the row at hand. */
  private final PriorityQueue<Cursor> waiting =
      new PriorityQueue<>(
          Comparator.<Cursor, SortedRow>comparing(cursor -> cursor.row, SortedRow::compareKey)
              .thenComparingInt(cursor -> cursor.number));

  private @Nullable Cursor current;

  /** A file on its way. */
  private static final class Cursor {
    private final int number;
    private final DataInputStream in;
    private final SortedRow row = new SortedRow();

    Cursor(int number, Path file) throws IOException {
      this.number = number;
      in =
          new DataInputStream(
              new BufferedInputStream(Files.newInputStream(file), RowSorter.BUFFER));
    }
  }

  private MergedRows() {}

  /** Merges files; of equal rows those of an earlier file come first. */
  static MergedRows of(List<Path> files) throws IOException {
    MergedRows rows = new MergedRows();
    try {
      for (Path file : files) {
        Cursor cursor = new Cursor(rows.all.size(), file);
        rows.all.add(cursor);
        if (cursor.row.read(cursor.in)) {
          rows.waiting.add(cursor);
        }
      }
      return rows;
    } catch (IOException failure) {
      rows.close();
      throw failure;
    }
  }

  @Override
  public boolean next() throws IOException {
    Cursor last = current;
    if (last != null && last.row.read(last.in)) {
      waiting.add(last);
    }
    current = waiting.poll();
    return current != null;
  }

  @Override
  public SortedRow row() {
    Cursor cursor = current;
    if (cursor == null) {
      throw new IllegalStateException("no row");
    }
    return cursor.row;
  }

  @Override
  public void close() throws IOException {
    for (Cursor cursor : all) {
      cursor.in.close();
    }
  }
}
