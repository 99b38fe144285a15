package org.cumulus.spark.internal.passes;

import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.execution.ExternalAppendOnlyUnsafeRowArray;
import org.apache.spark.sql.internal.SQLConf;
import org.cumulus.spark.internal.compat.Versions;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;

/**
 * Rows equal in the order, kept until the last of them is known: in memory up to as many as Spark's
 * own window function keeps there, others on disk.
 */
public final class PeerRows {
  private final ExternalAppendOnlyUnsafeRowArray rows;
  private @Nullable Iterator<UnsafeRow> iterator;

  public PeerRows(SQLConf conf) {
    rows = Versions.rows(conf);
  }

  void clear() {
    rows.clear();
    iterator = null;
  }

  void add(UnsafeRow row) {
    rows.add(row);
  }

  /** Begins with the first row again. */
  void rewind() {
    iterator = rows.generateIterator();
  }

  boolean hasNext() {
    return iterator != null && iterator.hasNext();
  }

  UnsafeRow next() {
    if (iterator == null) {
      throw new IllegalStateException("rows are still being added");
    }
    return iterator.next();
  }
}
