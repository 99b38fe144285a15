package org.cumulus.spark.internal.totals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/** The totals of several functions over the same rows. */
public final class TotalSet {
  private final Total<?>[] totals;

  /** Totals of no rows. */
  public TotalSet(List<RunningFunction> functions) {
    this(functions.stream().map(RunningFunction::newTotal).toArray(Total<?>[]::new));
  }

  private TotalSet(Total<?>[] totals) {
    this.totals = totals;
  }

  /** Some of the totals, which stay the same objects. */
  public TotalSet only(int... which) {
    return new TotalSet(IntStream.of(which).mapToObj(i -> totals[i]).toArray(Total<?>[]::new));
  }

  public void clear() {
    for (Total<?> total : totals) {
      total.clear();
    }
  }

  public void add(InternalRow row) {
    for (Total<?> total : totals) {
      total.add(row);
    }
  }

  /** Adds other totals of the same functions. */
  public void addAll(TotalSet other) {
    for (int i = 0; i < totals.length; i++) {
      addAll(totals[i], other.totals[i]);
    }
  }

  @SuppressWarnings("unchecked") // the same function has the same class of totals
  private static <A extends Total<A>> void addAll(Total<?> to, Total<?> from) {
    ((A) to).addAll((A) from);
  }

  public void set(TotalSet other) {
    clear();
    addAll(other);
  }

  /** Sets some columns of a row, in their order, to the results. */
  public void putResults(GenericInternalRow row, int[] columns) {
    for (int i = 0; i < totals.length; i++) {
      row.update(columns[i], totals[i].result());
    }
  }

  /** What {@link #read(byte[])} becomes again. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      write(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public void read(byte[] bytes) {
    try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes))) {
      read(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(DataOutputStream to) throws IOException {
    for (Total<?> total : totals) {
      total.write(to);
    }
  }

  public void read(DataInputStream from) throws IOException {
    for (Total<?> total : totals) {
      total.read(from);
    }
  }
}
