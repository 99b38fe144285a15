package org.cumulus.spark.internal.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.internal.SQLConf;
import org.cumulus.spark.Session;
import org.junit.jupiter.api.Test;

/** What a task holds does not grow with its rows. */
@SuppressWarnings("serial") // what a task is given stays among the tests
final class ReplayTest {
  private static final int ROWS = 1000;
  private static final int PEERS = 10;

  /** A row goes out before the next is read; of a range, once the last of its peers is known. */
  @Test
  void streams() {
    assertEquals(1, mostRowsHeld(false, false));
    assertEquals(1, mostRowsHeld(false, true));
    assertEquals(1, mostRowsHeld(true, true));
    assertEquals(PEERS + 1, mostRowsHeld(true, false));
  }

  private static int mostRowsHeld(boolean isRange, boolean isExclusive) {
    return inTask(
        () -> {
          BoundWindow window = Windows.window(false, isRange, isExclusive);
          Read read = new Read(Windows.rows(ROWS, PEERS));
          Replay replay = replay(window, new Carry(window), read);
          int most = 0;
          for (int written = 0; replay.hasNext(); written++) {
            replay.next();
            most = Math.max(most, read.count - written);
          }
          return most;
        });
  }

  /** An input that is not the same when it is read again would give totals of neither. */
  @Test
  void changedInput() {
    String message =
        inTask(
            () -> {
              BoundWindow window = Windows.window(false, false, false);
              Carry carry = new Carry(window);
              carry.rows = 5;
              Replay replay = replay(window, carry, Windows.rows(4, 1));
              return assertThrows(
                      IllegalStateException.class,
                      () -> {
                        while (replay.hasNext()) {
                          replay.next();
                        }
                      })
                  .getMessage();
            });
    assertTrue(message.contains("a partition had 5 rows, and then 4"), message);
  }

  private static Replay replay(BoundWindow window, Carry carry, Iterator<InternalRow> rows) {
    return new Replay(window, carry.toBytes(), rows, new PeerRows(SQLConf.get()));
  }

  /** Where Spark's buffers live. */
  private static <T> T inTask(SerializableSupplier<T> call) {
    return new JavaSparkContext(Session.spark().sparkContext())
        .parallelize(List.of(0), 1)
        .map(ignored -> call.get())
        .first();
  }

  private interface SerializableSupplier<T> extends Supplier<T>, java.io.Serializable {}

  /** Rows, and how many of them were read. */
  private static final class Read implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private int count;

    Read(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public InternalRow next() {
      count++;
      return rows.next();
    }
  }
}
