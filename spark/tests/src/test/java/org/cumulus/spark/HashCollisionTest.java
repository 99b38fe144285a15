package org.cumulus.spark;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cumulus.spark.internal.RowHash;
import org.cumulus.spark.internal.compat.Scala;
import org.junit.jupiter.api.Test;

/** Rows that are equal in all but their bits, and these have one hash: still the same totals. */
@SuppressWarnings("try") // settings need no more than to be closed
final class HashCollisionTest {
  // Those of xxHash.
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;
  private static final long SEED = 42;

  private static final StructType SCHEMA = StructType.fromDDL("a BIGINT NOT NULL, b BIGINT");

  @Test
  void sameHash() {
    List<Row> rows = new ArrayList<>();
    for (long a = 0; a < 60; a++) {
      rows.add(RowFactory.create(a, other(a)));
    }
    assertEquals(1, rows.stream().map(HashCollisionTest::hash).distinct().count());
    RunningTotal numbers = RunningTotal.empty().rowNumber().orderBy(lit(0));
    List<String> expected = null;
    for (int partitions : new int[] {1, 2, 7}) {
      Collections.shuffle(rows, new Random(partitions));
      Dataset<Row> table = Session.spark().createDataFrame(rows, SCHEMA).repartition(partitions);
      try (Setting setting = Setting.partitions(partitions)) {
        List<String> bits = Tables.bits(numbers.apply(table));
        expected = expected == null ? bits : expected;
        assertEquals(expected, bits, partitions + " partitions");
      }
    }
  }

  private static Object hash(Row row) {
    return new RowHash(
            Scala.seq(
                List.of(
                    new BoundReference(0, DataTypes.LongType, false),
                    new BoundReference(1, DataTypes.LongType, true))))
        .eval(new GenericInternalRow(new Object[] {row.get(0), row.get(1)}));
  }

  /** What goes with {@code a} to a hash all rows have: of three words, the first says no nulls. */
  private static long other(long a) {
    long start = mixed(SEED + PRIME_5 + 3 * Long.BYTES);
    long round = mixed(start ^ round(a));
    return Long.rotateRight(round * inverse(PRIME_1), 31) * inverse(PRIME_2);
  }

  private static long round(long word) {
    return Long.rotateLeft(word * PRIME_2, 31) * PRIME_1;
  }

  private static long mixed(long hash) {
    return Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
  }

  /** Of an odd number, modulo 2⁶⁴: each step doubles the digits that are right. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
