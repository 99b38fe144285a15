package org.cumulus.spark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 *   WindowBenchmark FOLDER SHAPE MILLIONS [ROUNDS]
 *   SHAPE: global   no groups, times in no order
 *          equal    no groups, all times equal: only the amounts and the row's hash tell rows apart
 *          skew     groups, of which one has nine rows in ten
 * </pre>
 */
public final class WindowBenchmark {
  private static final List<String> SHAPES = List.of("global", "equal", "skew");

  /** What is measured: the rows are {@code millions} of a shape. */
  record Request(Path folder, String shape, double millions, int rounds) {
    static Request parse(String... arguments) {
      if (arguments.length < 3 || arguments.length > 4 || !SHAPES.contains(arguments[1])) {
        throw new IllegalArgumentException(
            "usage: bench/spark SHAPE MILLIONS [ROUNDS], where SHAPE is one of " + SHAPES);
      }
      return new Request(
          Path.of(arguments[0]),
          arguments[1],
          Double.parseDouble(arguments[2]),
          arguments.length < 4 ? 1 : Integer.parseInt(arguments[3]));
    }

    long rows() {
      return Math.round(millions * 1e6);
    }
  }

  private WindowBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Request request = Request.parse(arguments);
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.local.dir", request.folder.resolve("spark").toString())
            .getOrCreate()) {
      run(request, spark, System.out);
    }
  }

  /** Runs all rounds, and prints a table of them. */
  static void run(Request request, SparkSession spark, Appendable out) throws Exception {
    String shape = request.shape;
    String file = request.folder.resolve(shape + request.rows() + ".parquet").toString();
    if (!Files.exists(Path.of(file, "_SUCCESS"))) {
      write(spark, shape, request.rows(), file);
    }
    Dataset<Row> table = spark.read().parquet(file);
    try (Measured measured = new Measured(spark)) {
      out.append(
          "what      shape       rows  seconds (CPU)  longest task (CPU)  spilled MB  rows: most /"
              + " median\n");
      for (int round = 0; round < request.rounds; round++) {
        Measured.Result ours = measured.run(cumulus(table, shape));
        out.append(line("Cumulus", request, ours));
        Measured.Result ofSpark = measured.run(spark(table, shape));
        out.append(line("Spark", request, ofSpark));
        out.append(ratios(ours, ofSpark));
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
        .mode("overwrite")
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

  private static String line(String what, Request request, Measured.Result result) {
    return String.format(
        Locale.ROOT,
        "%-8s  %-6s  %9d  %7.1f %5.1f  %12.1f %5.1f  %10.0f  %d / %d%n",
        what,
        request.shape,
        request.rows(),
        result.seconds(),
        result.processor(),
        result.longestTask(),
        result.longestOnProcessor(),
        result.spilledMegabytes(),
        result.mostRows(),
        result.medianRows());
  }

  private static String ratios(Measured.Result ours, Measured.Result ofSpark) {
    return String.format(
        Locale.ROOT,
        "Cumulus / Spark              %7.2f %5.2f  %12.2f %5.2f%n",
        ours.seconds() / ofSpark.seconds(),
        ours.processor() / ofSpark.processor(),
        ours.longestTask() / ofSpark.longestTask(),
        ours.longestOnProcessor() / ofSpark.longestOnProcessor());
  }
}
