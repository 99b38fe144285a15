package org.cumulus.spark.internal.passes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.cumulus.spark.internal.totals.TotalSet;
import org.jspecify.annotations.Nullable;

/** All that a partition must know of the others: what {@link CarryScan} makes of their folds. */
public final class Carry {
  private final Keys keys;

  /** The key of the last row before the partition; null if there is none, or no key. */
  @Nullable UnsafeRow key;

  /** The totals of that row's group. */
  final TotalSet total;

  /** The same without the rows that have its key. */
  final TotalSet beforeRun;

  /** The totals of the rows in later partitions whose key is that of this partition's last row. */
  final TotalSet tail;

  /** How many rows the partition had when it was folded; -1 if it was not. */
  long rows = -1;

  public Carry(BoundWindow window) {
    keys = window.newKeys();
    total = window.newTotals();
    beforeRun = window.newTotals();
    tail = window.newTotals();
  }

  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      to.writeLong(rows);
      to.writeBoolean(key != null);
      if (key != null) {
        Keys.write(key, to);
      }
      total.write(to);
      beforeRun.write(to);
      tail.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Carry ofBytes(BoundWindow window, byte[] bytes) {
    Carry carry = new Carry(window);
    try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes))) {
      carry.rows = from.readLong();
      if (from.readBoolean()) {
        carry.key = carry.keys.read(from);
      }
      carry.total.read(from);
      carry.beforeRun.read(from);
      carry.tail.read(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return carry;
  }
}
