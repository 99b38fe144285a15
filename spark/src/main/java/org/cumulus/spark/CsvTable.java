package org.cumulus.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A CSV table as one of texts: nothing is guessed, so that what is only carried comes out as it
 * came in. Spark's own reader drops blank lines, fills short rows, and takes a backslash for more
 * than it is. A task reads a file, as a line break may be within a cell.
 */
final class CsvTable {
  private CsvTable() {}

  /**
   * The table of a file, or of all files of a folder.
   *
   * @throws CsvException if there are none, or their headers are not names of columns
   */
  static Dataset<Row> read(SparkSession spark, Path path, char delimiter) throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    List<String> files = files(path, configuration);
    List<String> header;
    try (CsvRowReader first = CsvRowReader.open(new Path(files.get(0)), delimiter, configuration)) {
      header = first.header();
    }
    checkNames(header);
    StructType schema =
        new StructType(
            header.stream()
                .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
                .toArray(StructField[]::new));
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, files.size())
            .mapPartitions(
                new Read(new SerializableConfiguration(configuration), header, delimiter)),
        schema);
  }

  private static List<String> files(Path path, Configuration configuration) throws IOException {
    FileSystem system = path.getFileSystem(configuration);
    if (!system.getFileStatus(path).isDirectory()) {
      return List.of(path.toString());
    }
    List<String> files = new ArrayList<>();
    for (FileStatus status : system.listStatus(path)) {
      String name = status.getPath().getName();
      if (name.startsWith("_") || name.startsWith(".")) { // how Hadoop marks what is not data
        continue;
      }
      if (status.isDirectory()) {
        throw new CsvException(
            path + " contains a folder, " + name + ": a CSV table consists of files only");
      }
      files.add(status.getPath().toString());
    }
    if (files.isEmpty()) {
      throw new CsvException(path + " contains no files");
    }
    files.sort(null);
    return files;
  }

  private static void checkNames(List<String> header) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : header) {
      if (!names.add(name)) {
        throw new CsvException("two columns have the name " + name);
      }
    }
  }

  /** Reads the files whose paths it is given. */
  private record Read(SerializableConfiguration configuration, List<String> header, char delimiter)
      implements FlatMapFunction<Iterator<String>, Row> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<String> files) throws IOException {
      String file = files.next(); // each is a partition
      CsvRowReader rows = CsvRowReader.open(new Path(file), delimiter, configuration.value());
      TaskContext.get()
          .addTaskCompletionListener(
              context -> {
                try {
                  rows.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      if (!rows.header().equals(header)) {
        throw new CsvException(
            file
                + " has other columns than the first file, "
                + String.join(", ", rows.header())
                + " and not "
                + String.join(", ", header));
      }
      return rows;
    }
  }
}
