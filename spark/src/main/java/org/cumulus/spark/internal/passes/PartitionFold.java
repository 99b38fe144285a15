package org.cumulus.spark.internal.passes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.cumulus.spark.internal.totals.TotalSet;
import org.jspecify.annotations.Nullable;

/**
 * What a partition of a sorted table does to the totals that pass through it: the first of the two
 * passes over the rows. They may come in any order, so that they need not be sorted for it.
 *
 * <pre>
 *   rows, sorted:   a a a | b b b b b | c c c c d d        letters are groups, or peers in them
 *                   first   forgotten   before   run       c and d: peers of the last group
 * </pre>
 */
public final class PartitionFold {
  private final Keys keys;
  private final boolean hasPeers;

  /** The totals of the rows whose key is the smallest. */
  final TotalSet first;

  /** The totals of the last group's rows before those with the largest key. */
  final TotalSet before;

  /** The totals of the rows whose key is the largest. */
  final TotalSet run;

  long rows;
  private @Nullable UnsafeRow firstKey;
  private @Nullable UnsafeRow lastKey;

  PartitionFold(BoundWindow window) {
    keys = window.newKeys();
    hasPeers = !window.peers().isEmpty();
    first = window.newTotals();
    before = window.newTotals();
    run = window.newTotals();
  }

  /** The key of the first row, where there are rows that can have peers. */
  UnsafeRow firstKey() {
    return Objects.requireNonNull(firstKey);
  }

  /** The key of the last row, where there are rows and keys. */
  UnsafeRow lastKey() {
    return Objects.requireNonNull(lastKey);
  }

  /** The fold of all rows, as bytes. */
  public static byte[] of(BoundWindow window, Iterator<InternalRow> rows) {
    PartitionFold fold = new PartitionFold(window);
    while (rows.hasNext()) {
      fold.add(rows.next());
    }
    return fold.toBytes();
  }

  private void add(InternalRow row) {
    rows++;
    if (keys.isEmpty()) {
      run.add(row);
      return;
    }
    UnsafeRow key = keys.of(row);
    if (hasPeers) {
      addToFirst(key, row);
    }
    addToLast(key, row);
  }

  private void addToFirst(UnsafeRow key, InternalRow row) {
    int order = firstKey == null ? -1 : keys.compare(key, firstKey);
    if (order < 0) {
      firstKey = key.copy();
      first.clear();
    }
    if (order <= 0) {
      first.add(row);
    }
  }

  private void addToLast(UnsafeRow key, InternalRow row) {
    int order = lastKey == null ? 1 : keys.compare(key, lastKey);
    if (order > 0) {
      if (lastKey != null && keys.isSameGroup(key, lastKey)) {
        before.addAll(run);
      } else {
        before.clear();
      }
      run.clear();
      lastKey = key.copy();
    }
    if (order >= 0) {
      run.add(row);
    } else if (lastKey != null && keys.isSameGroup(key, lastKey)) {
      before.add(row);
    }
  }

  private byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      to.writeLong(rows);
      if (firstKey != null) {
        Keys.write(firstKey, to);
      }
      if (lastKey != null) {
        Keys.write(lastKey, to);
      }
      first.write(to);
      before.write(to);
      run.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Becomes the fold of these bytes. */
  void read(byte[] bytes) {
    firstKey = null;
    lastKey = null;
    try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes))) {
      rows = from.readLong();
      if (rows > 0 && hasPeers) {
        firstKey = keys.read(from);
      }
      if (rows > 0 && !keys.isEmpty()) {
        lastKey = keys.read(from);
      }
      first.read(from);
      before.read(from);
      run.read(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
