package org.cumulus.cli.table.sort;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.cli.files.TemporaryFile;

/**
 * Puts rows in order by their keys; equal ones stay as they came. What the memory does not hold
 * goes to files, sorted runs, which are removed when this is closed or the process is ended.
 */
public final class RowSorter implements Closeable {
  /** So many runs are merged at once. */
  private static final int MOST_RUNS = 16;

  static final int BUFFER = 1 << 16;

  private final long memory;
  private final Path folder;
  private final RowArena arena = new RowArena();
  private final List<Run> runs = new ArrayList<>();
  private boolean isSorted;

  /**
   * Rows in a file.
   *
   * @param level how often they have been merged
   */
  private record Run(TemporaryFile file, int level) {}

  /**
   * A sorter of no rows yet.
   *
   * @param memory how many bytes the rows may take
   * @param folder where files may be
   */
  public RowSorter(long memory, Path folder) {
    this.memory = memory;
    this.folder = folder;
  }

  /** Adds a row, which is copied. */
  public void add(byte[] key, int keySize, byte[] row, int start, int end, long line)
      throws IOException {
    arena.add(key, keySize, row, start, end, line);
    if (arena.bytes() > memory) {
      spill();
    }
  }

  private void spill() throws IOException {
    arena.sort();
    SortedRow row = new SortedRow();
    TemporaryFile file = create();
    runs.add(new Run(file, 0));
    try (DataOutputStream out = open(file)) {
      for (int i = 0; i < arena.count(); i++) {
        arena.get(i, row);
        row.write(out);
      }
    }
    arena.clear();
    mergeFull(MOST_RUNS);
  }

  /** Merges the last runs where there are many of one level; they are neighbours. */
  private void mergeFull(int most) throws IOException {
    while (runs.size() >= most && runs.get(runs.size() - most).level() == runs.getLast().level()) {
      merge(most);
    }
  }

  private void merge(int count) throws IOException {
    List<Run> last = runs.subList(runs.size() - count, runs.size());
    int level = last.stream().mapToInt(Run::level).max().orElse(0);
    TemporaryFile file = create();
    try (DataOutputStream out = open(file);
        SortedRows rows = MergedRows.of(files(last))) {
      while (rows.next()) {
        rows.row().write(out);
      }
    } catch (IOException failure) {
      file.close();
      throw failure;
    }
    for (Run run : last) {
      run.file().close();
    }
    last.clear();
    runs.add(new Run(file, level + 1));
  }

  private static List<Path> files(List<Run> runs) {
    return runs.stream().map(run -> run.file().path()).toList();
  }

  /** Only the user may read what is in it. */
  private TemporaryFile create() throws IOException {
    return new TemporaryFile(Files.createTempFile(folder, ".cumulus-sort-", ".tmp"));
  }

  private static DataOutputStream open(TemporaryFile file) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file.path()), BUFFER));
  }

  /** The rows in their order. May be called several times; no row can be added any more. */
  public SortedRows sorted() throws IOException {
    if (!isSorted) {
      isSorted = true;
      if (runs.isEmpty()) {
        arena.sort();
      } else {
        if (arena.count() > 0) {
          spill();
        }
        arena.free();
        while (runs.size() > MOST_RUNS) {
          merge(MOST_RUNS);
        }
      }
    }
    return runs.isEmpty() ? new MemoryRows(arena) : MergedRows.of(files(runs));
  }

  @Override
  public void close() {
    for (Run run : runs) {
      run.file().close();
    }
    runs.clear();
  }

  /** Rows that are all in memory. */
  private static final class MemoryRows implements SortedRows {
    private final RowArena arena;
    private final SortedRow row = new SortedRow();
    private int next;

    MemoryRows(RowArena arena) {
      this.arena = arena;
    }

    @Override
    public boolean next() {
      if (next == arena.count()) {
        return false;
      }
      arena.get(next++, row);
      return true;
    }

    @Override
    public SortedRow row() {
      return row;
    }

    @Override
    public void close() {}
  }
}
