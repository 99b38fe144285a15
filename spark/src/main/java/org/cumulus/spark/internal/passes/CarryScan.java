package org.cumulus.spark.internal.passes;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.cumulus.spark.internal.totals.TotalSet;

/**
 * The scan of the folds, on the driver: what the totals are where each partition begins, and what
 * later partitions add to those of its last rows. Folds and carries stay bytes, of which one at a
 * time is read: there may be many thousands.
 */
public final class CarryScan {
  private final BoundWindow window;
  private final Keys keys;
  private final List<byte[]> folds;
  private final PartitionFold fold;
  private final byte[][] carries;

  private CarryScan(BoundWindow window, List<byte[]> folds) {
    this.window = window;
    keys = window.newKeys();
    this.folds = folds;
    fold = new PartitionFold(window);
    carries = new byte[folds.size()][];
  }

  /** The carry of each partition from the folds of all, both as bytes. */
  public static byte[][] of(BoundWindow window, List<byte[]> folds) {
    CarryScan scan = new CarryScan(window, folds);
    scan.forwards(scan.tails());
    return scan.carries;
  }

  private void forwards(byte[][] tails) {
    Carry now = new Carry(window);
    for (int i = 0; i < carries.length; i++) {
      fold.read(folds.get(i));
      now.rows = fold.rows;
      now.tail.read(tails[i]);
      carries[i] = now.toBytes();
      if (fold.rows > 0) {
        pass(now);
      }
    }
  }

  /** Moves a carry from the beginning of the fold's partition to its end. */
  private void pass(Carry now) {
    boolean isSameRun =
        keys.isEmpty() || (now.key != null && keys.compare(fold.lastKey(), now.key) == 0);
    boolean isSameGroup =
        isSameRun || (now.key != null && keys.isSameGroup(fold.lastKey(), now.key));
    if (!isSameGroup) {
      now.total.clear();
    }
    if (!isSameRun) {
      now.beforeRun.set(now.total);
      now.beforeRun.addAll(fold.before);
    }
    now.total.addAll(fold.before);
    now.total.addAll(fold.run);
    now.key = keys.isEmpty() ? null : fold.lastKey();
  }

  /** For each partition the totals of later rows with its last key, where rows are peers. */
  private byte[][] tails() {
    byte[][] tails = new byte[carries.length][];
    TotalSet tail = window.newTotals();
    if (window.peers().isEmpty()) {
      Arrays.fill(tails, tail.toBytes());
      return tails;
    }
    TotalSet next = window.newTotals(); // of all rows with the key that comes next
    UnsafeRow nextKey = null;
    for (int i = tails.length - 1; i >= 0; i--) {
      fold.read(folds.get(i));
      tail.clear();
      if (fold.rows > 0) {
        if (nextKey != null && keys.compare(fold.lastKey(), nextKey) == 0) {
          tail.set(next);
        }
        next.set(fold.first);
        if (keys.compare(fold.firstKey(), fold.lastKey()) == 0) {
          next.addAll(tail);
        }
        nextKey = fold.firstKey();
      }
      tails[i] = tail.toBytes();
    }
    return tails;
  }
}
