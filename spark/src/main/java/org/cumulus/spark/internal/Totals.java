package org.cumulus.spark.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/** The totals of several functions over the same rows. */
final class Totals {
  private final Accumulator<?>[] totals;

  /** Totals of no rows. */
  Totals(List<RunningFunction> functions) {
    this(functions.stream().map(RunningFunction::newTotal).toArray(Accumulator<?>[]::new));
  }

  private Totals(Accumulator<?>[] totals) {
    this.totals = totals;
  }

  /** Some of the totals, which stay the same objects. */
  Totals only(int... which) {
    return new Totals(IntStream.of(which).mapToObj(i -> totals[i]).toArray(Accumulator<?>[]::new));
  }

  void clear() {
    for (Accumulator<?> total : totals) {
      total.clear();
    }
  }

  void add(InternalRow row) {
    for (Accumulator<?> total : totals) {
      total.add(row);
    }
  }

  /** Adds other totals of the same functions. */
  void addAll(Totals other) {
    for (int i = 0; i < totals.length; i++) {
      addAll(totals[i], other.totals[i]);
    }
  }

  @SuppressWarnings("unchecked") // the same function has the same class of totals
  private static <A extends Accumulator<A>> void addAll(Accumulator<?> to, Accumulator<?> from) {
    ((A) to).addAll((A) from);
  }

  void set(Totals other) {
    clear();
    addAll(other);
  }

  /** Sets some columns of a row, in their order, to the results. */
  void putResults(GenericInternalRow row, int[] columns) {
    for (int i = 0; i < totals.length; i++) {
      row.update(columns[i], totals[i].result());
    }
  }

  void write(DataOutputStream to) throws IOException {
    for (Accumulator<?> total : totals) {
      total.write(to);
    }
  }

  void read(DataInputStream from) throws IOException {
    for (Accumulator<?> total : totals) {
      total.read(from);
    }
  }
}
