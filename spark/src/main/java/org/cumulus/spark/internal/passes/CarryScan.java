package org.cumulus.spark.internal.passes;

import java.util.List;

/**
 * The scan of the folds, on the driver: what the totals are where each partition begins, and what
 * later partitions add to those of its last rows.
 */
public final class CarryScan {
  private final BoundWindow window;
  private final Keys keys;
  private final PartitionFold[] folds;
  private final Carry[] carries;

  private CarryScan(BoundWindow window, List<byte[]> folds) {
    this.window = window;
    keys = window.newKeys();
    this.folds = new PartitionFold[folds.size()];
    carries = new Carry[folds.size()];
    for (int i = 0; i < carries.length; i++) {
      this.folds[i] = PartitionFold.ofBytes(window, folds.get(i));
      carries[i] = new Carry(window);
      carries[i].rows = this.folds[i].rows;
    }
  }

  /** The carry of each partition from the folds of all, both as bytes. */
  public static byte[][] of(BoundWindow window, List<byte[]> folds) {
    CarryScan carries = new CarryScan(window, folds);
    carries.forwards();
    carries.backwards();
    byte[][] bytes = new byte[folds.size()][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = carries.carries[i].toBytes();
    }
    return bytes;
  }

  private void forwards() {
    Carry now = new Carry(window);
    for (int i = 0; i < folds.length; i++) {
      Carry carry = carries[i];
      carry.key = now.key;
      carry.total.set(now.total);
      carry.beforeRun.set(now.beforeRun);
      if (folds[i].rows > 0) {
        pass(folds[i], now);
      }
    }
  }

  /** Moves a carry from the beginning of a partition to its end. */
  private void pass(PartitionFold fold, Carry now) {
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

  private void backwards() {
    if (window.peers().isEmpty()) {
      return;
    }
    int next = -1;
    for (int i = folds.length - 1; i >= 0; i--) {
      PartitionFold fold = folds[i];
      if (fold.rows == 0) {
        continue;
      }
      if (next >= 0 && keys.compare(fold.lastKey(), folds[next].firstKey()) == 0) {
        carries[i].tail.set(folds[next].first);
        if (keys.compare(folds[next].firstKey(), folds[next].lastKey()) == 0) {
          carries[i].tail.addAll(carries[next].tail);
        }
      }
      next = i;
    }
  }
}
