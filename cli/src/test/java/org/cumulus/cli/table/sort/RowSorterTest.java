package org.cumulus.cli.table.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSorterTest {
  private static final int ROWS = 400_000;
  private static final int KEYS = 1000;
  private static final int ROW = 40;
  private static final long MEMORY = 4 << 20;

  @TempDir private Path folder;

  /** Garbage would make the heap grow far beyond the memory that rows may have. */
  @Test
  void sortsManyRowsInTheMemoryOfAFew() throws IOException {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] key = new byte[Integer.BYTES];
    byte[] row = new byte[ROW];
    long before = thread.getCurrentThreadAllocatedBytes();
    try (RowSorter sorter = new RowSorter(MEMORY, folder)) {
      for (int i = 0; i < ROWS; i++) {
        Bytes.putInt(key, 0, Integer.reverseBytes((int) (i * 7919L % KEYS)));
        Bytes.putInt(row, 0, i);
        sorter.add(key, key.length, row, 0, ROW, i);
      }
      try (SortedRows rows = sorter.sorted()) {
        int last = -1;
        int lastKey = -1;
        int count = 0;
        for (; rows.next(); count++) {
          SortedRow next = rows.row();
          int number = Bytes.getInt(next.bytes(), next.rowStart());
          int nextKey = (int) (number * 7919L % KEYS);
          assertTrue(nextKey > lastKey || (nextKey == lastKey && number > last), "order");
          assertEquals(number, next.line());
          last = number;
          lastKey = nextKey;
        }
        assertEquals(ROWS, count);
      }
    }
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 6 * MEMORY, () -> "allocated " + allocated);
  }
}
