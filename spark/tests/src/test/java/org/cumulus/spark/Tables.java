package org.cumulus.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Random tables with all that may go wrong: ties, nulls, NaN, both zeros, a group of most rows. */
final class Tables {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "id BIGINT NOT NULL, g STRING, k INT, b TINYINT, s SMALLINT, i INT, l BIGINT NOT NULL,"
              + " d DECIMAL(10,2), e DECIMAL(38,10), f FLOAT, x DOUBLE, t STRING, day DATE,"
              + " is BOOLEAN, bytes BINARY, m MAP<STRING,INT>");

  private static final double[] SPECIAL = {
    0.0, -0.0, Double.NaN, 1e300, -1e300, 1e-300, 0.1, 1e16, -1e16, 1
  };

  private Tables() {}

  static List<Row> rows(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      rows.add(
          RowFactory.create(
              (long) id,
              or(random, random.nextInt(10) > 0 ? "most" : "g" + random.nextInt(3)),
              or(random, random.nextInt(Math.max(count / 5, 1))),
              or(random, (byte) random.nextInt()),
              or(random, (short) random.nextInt()),
              or(random, random.nextInt()),
              random.nextLong() / count,
              or(random, BigDecimal.valueOf(random.nextInt(), 2)),
              or(random, BigDecimal.valueOf(random.nextLong(), 10)),
              or(random, (float) random.nextGaussian()),
              or(random, number(random)),
              or(random, Integer.toString(random.nextInt(1000), 36)),
              or(random, LocalDate.ofEpochDay(random.nextInt(20_000))),
              or(random, random.nextBoolean()),
              or(random, new byte[] {(byte) random.nextInt(), 1}),
              or(random, Collections.singletonMap("a", random.nextInt(3)))));
    }
    return rows;
  }

  private static double number(Random random) {
    return random.nextInt(3) > 0
        ? random.nextGaussian() * Math.pow(10, random.nextInt(20))
        : SPECIAL[random.nextInt(SPECIAL.length)];
  }

  private static @Nullable Object or(Random random, Object value) {
    return random.nextInt(12) == 0 ? null : value;
  }

  /** The rows, as a table of some partitions. */
  static Dataset<Row> table(List<Row> rows, int partitions) {
    return Session.spark().createDataFrame(rows, SCHEMA).repartition(partitions);
  }

  /** Rows as text, to the bit, in an order of their own. */
  static List<String> bits(Dataset<Row> table) {
    return table.collectAsList().stream().map(Tables::bits).sorted().toList();
  }

  private static String bits(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      text.append(row.schema().apply(i).name()).append('=').append(bits(row.get(i))).append(' ');
    }
    return text.toString();
  }

  private static String bits(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? List.of(bytes[0], bytes[1]).toString()
        : String.valueOf(value);
  }
}
