package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * The total of one function over some rows. Rows in any order, and totals of any parts of them,
 * give the same total: that is what lets a table be divided.
 *
 * @param <A> the class itself
 */
abstract class Total<A extends Total<A>> {
  /** Makes this the total of no rows. */
  abstract void clear();

  /** Adds a row. */
  abstract void add(InternalRow row);

  /** Adds the rows of another total of the same function, which stays as it is. */
  abstract void addAll(A other);

  /** What Spark's column holds, as Catalyst has it; the row's memory is not part of it. */
  abstract @Nullable Object result();

  abstract void write(DataOutputStream to) throws IOException;

  /** Becomes the total that was written. */
  abstract void read(DataInputStream from) throws IOException;
}
