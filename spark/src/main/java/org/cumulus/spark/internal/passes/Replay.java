package org.cumulus.spark.internal.passes;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataType;
import org.cumulus.spark.internal.totals.TotalSet;
import org.jspecify.annotations.Nullable;

/**
 * The sorted rows of a partition with their totals: the second pass, from the carry. Rows stream;
 * only where rows equal in the order share the total of the last of them, they are {@linkplain
 * PeerRows kept} until it is known.
 */
public final class Replay implements Iterator<InternalRow> {
  private final Keys keys;
  private final boolean isExclusive;
  private final Iterator<InternalRow> rows;
  private final Carry carry;
  private final TotalSet totals;

  /** Those of {@link #totals} in which each row is its own, and those which rows share. */
  private final TotalSet own;

  private final TotalSet shared;
  private final int[] ownColumns;
  private final int[] sharedColumns;
  private final GenericInternalRow results;
  private final JoinedRow joined = new JoinedRow();
  private final UnsafeProjection projection;

  /** Rows whose shared totals are known. */
  private final PeerRows peers;

  /** The key of the last row that was read; null before the first one. */
  private @Nullable UnsafeRow key;

  /** The first row of the next peers, if it has been read. */
  private @Nullable UnsafeRow ahead;

  private long count;

  public Replay(BoundWindow window, byte[] carry, Iterator<InternalRow> rows, PeerRows peers) {
    keys = window.newKeys();
    isExclusive = window.isExclusive();
    this.rows = rows;
    this.peers = peers;
    this.carry = Carry.ofBytes(window, carry);
    int functions = window.functions().size();
    ownColumns =
        IntStream.range(0, functions).filter(i -> !window.functions().get(i).isRange()).toArray();
    sharedColumns =
        IntStream.range(0, functions).filter(i -> window.functions().get(i).isRange()).toArray();
    totals = window.newTotals();
    totals.set(this.carry.total);
    own = totals.only(ownColumns);
    shared = totals.only(sharedColumns);
    key = this.carry.key;
    results = new GenericInternalRow(functions);
    projection = UnsafeProjection.create(window.output().toArray(new DataType[0]));
    if (isExclusive) {
      this.carry.beforeRun.only(sharedColumns).putResults(results, sharedColumns);
    }
  }

  @Override
  public boolean hasNext() {
    boolean hasNext = peers.hasNext() || ahead != null || rows.hasNext();
    if (!hasNext && carry.rows >= 0 && count != carry.rows) {
      throw new IllegalStateException(
          "the input changed between the two passes over it: a partition had "
              + carry.rows
              + " rows, and then "
              + count);
    }
    return hasNext;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!isExclusive && sharedColumns.length > 0) {
      if (!peers.hasNext()) {
        readPeers();
      }
      return withTotals(peers.next());
    }
    UnsafeRow row = read();
    startIfNew(row);
    if (isExclusive) {
      shared.add(row);
    }
    return withTotals(row);
  }

  private UnsafeRow read() {
    count++;
    return (UnsafeRow) rows.next();
  }

  /** Takes note of a row's key. The first row of a group, or of peers, starts them. */
  private void startIfNew(UnsafeRow row) {
    if (keys.isEmpty()) {
      return;
    }
    UnsafeRow next = keys.of(row);
    if (key != null && keys.compare(next, key) == 0) {
      return;
    }
    if (key == null || !keys.isSameGroup(next, key)) {
      totals.clear();
    }
    if (isExclusive) {
      shared.putResults(results, sharedColumns);
    }
    key = next.copy();
  }

  /** Reads rows with the same key, and the one after them, and finds the totals they share. */
  private void readPeers() {
    UnsafeRow row = ahead == null ? read() : ahead;
    ahead = null;
    startIfNew(row);
    peers.clear();
    while (true) {
      peers.add(row);
      shared.add(row);
      if (!rows.hasNext()) {
        shared.addAll(carry.tail.only(sharedColumns));
        break;
      }
      row = read();
      if (key == null || keys.compare(keys.of(row), key) != 0) {
        ahead = row;
        break;
      }
    }
    shared.putResults(results, sharedColumns);
    peers.rewind();
  }

  private InternalRow withTotals(UnsafeRow row) {
    if (isExclusive) {
      own.putResults(results, ownColumns);
      own.add(row);
    } else {
      own.add(row);
      own.putResults(results, ownColumns);
    }
    return projection.apply(joined.apply(row, results));
  }
}
