package org.cumulus.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table in a file or a folder, in the format that its name says.
 *
 * @param name as on the command line: a path, or a URL of a file system that Hadoop knows
 */
record TableFile(String name) {
  enum Format {
    PARQUET,
    CSV,
    TSV
  }

  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  Format format() {
    String end = withoutGzip();
    return end.endsWith(".csv") ? Format.CSV : end.endsWith(".tsv") ? Format.TSV : Format.PARQUET;
  }

  private String withoutGzip() {
    String end = name.toLowerCase(Locale.ROOT);
    return isGzip() ? end.substring(0, end.length() - ".gz".length()) : end;
  }

  private boolean isGzip() {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private char delimiter() {
    return format() == Format.TSV ? '\t' : ',';
  }

  /** Where it is: every character of a path is itself, a colon or a bracket, too. */
  private Path path(SparkSession spark) throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    return URL.matcher(name).matches()
        ? new Path(name)
        : FileSystem.get(configuration).makeQualified(new Path(null, null, name));
  }

  Dataset<Row> read(SparkSession spark) throws IOException {
    Path path = path(spark);
    FileSystem system = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (!system.exists(path)) {
      throw new FileNotFoundException(name + " does not exist");
    }
    if (format() != Format.PARQUET) {
      return CsvTable.read(spark, path, delimiter());
    }
    if (path.getName().startsWith("_") || path.getName().startsWith(".")) {
      throw new IllegalArgumentException(
          name + ": Spark skips Parquet whose name begins with _ or a dot; rename it");
    }
    return spark.read().option("__globPaths__", false).parquet(path.toString());
  }

  /** Writes a table, which must not be there yet. */
  void write(Dataset<Row> table) throws IOException {
    String path = path(table.sparkSession()).toString();
    DataFrameWriter<Row> writer = table.write();
    if (format() == Format.PARQUET) {
      writer.parquet(path);
      return;
    }
    writer
        .option("header", true)
        .option("sep", String.valueOf(delimiter()))
        .option("escape", "\"")
        .option("emptyValue", "\"\"")
        .option("ignoreLeadingWhiteSpace", false)
        .option("ignoreTrailingWhiteSpace", false)
        .option("compression", isGzip() ? "gzip" : "none")
        .csv(path);
  }
}
