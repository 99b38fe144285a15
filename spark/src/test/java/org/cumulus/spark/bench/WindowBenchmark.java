package org.cumulus.spark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.cumulus.spark.RunningTotal;

/**
 * A running total of a Parquet table by Cumulus and by Spark's own window function, in turn in one
 * process. {@code bench/spark} runs it.
 *
 * <pre>
 *   WindowBenchmark FOLDER SHAPE MILLIONS ROUNDS
 *   SHAPE: global   no groups, times in no order
 *          equal    no groups, all times equal: only the amounts and the row's hash tell rows apart
 *          skew     groups, of which one has nine rows in ten
 * </pre>
 */
public final class WindowBenchmark {
  private WindowBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    String shape = arguments[1];
    long rows = Math.round(Double.parseDouble(arguments[2]) * 1e6);
    int rounds = Integer.parseInt(arguments[3]);
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.local.dir", folder.resolve("spark").toString())
            .getOrCreate()) {
      String file = folder.resolve(shape + rows + ".parquet").toString();
      if (!Files.exists(Path.of(file))) {
        write(spark, shape, rows, file);
      }
      Dataset<Row> table = spark.read().parquet(file);
      Measured measured = new Measured(spark);
      System.out.println(
          "what      shape       rows  seconds (CPU)  longest task (CPU)  spilled MB  rows: most /"
              + " median");
      for (int round = 0; round < rounds; round++) {
        print("Cumulus", shape, rows, measured.run(cumulus(table, shape)));
        print("Spark", shape, rows, measured.run(spark(table, shape)));
      }
    }
  }

  private static void write(SparkSession spark, String shape, long rows, String file) {
    String time = shape.equals("equal") ? "0L" : "xxhash64(id) % 1000000000000L";
    String group = shape.equals("skew") ? "IF(id % 10 > 0, 0L, xxhash64(id, 1) % 1000)" : "0L";
    spark
        .range(0, rows, 1, 8)
        .selectExpr("id", group + " AS account", time + " AS ts", "rand(7) * 1000 AS amount")
        .write()
        .parquet(file);
  }

  private static Dataset<Row> cumulus(Dataset<Row> table, String shape) {
    RunningTotal total = RunningTotal.of("amount").as("balance").orderBy(order(shape));
    return (shape.equals("skew") ? total.partitionBy("account") : total).apply(table);
  }

  private static Dataset<Row> spark(Dataset<Row> table, String shape) {
    WindowSpec window = shape.equals("skew") ? Window.partitionBy("account") : Window.partitionBy();
    WindowSpec running =
        window.orderBy(order(shape)).rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return table.withColumn("balance", sum("amount").over(running));
  }

  private static Column[] order(String shape) {
    return shape.equals("equal") ? new Column[] {col("ts")} : new Column[] {col("ts"), col("id")};
  }

  private static void print(String what, String shape, long rows, Measured.Result result) {
    System.out.printf(
        Locale.ROOT,
        "%-8s  %-6s  %9d  %7.1f %5.1f  %12.1f %5.1f  %10.0f  %d / %d%n",
        what,
        shape,
        rows,
        result.seconds(),
        result.processor(),
        result.longestTask(),
        result.longestOnProcessor(),
        result.spilledMegabytes(),
        result.mostRows(),
        result.medianRows());
  }
}
