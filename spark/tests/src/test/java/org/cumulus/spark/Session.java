package org.cumulus.spark;

import org.apache.spark.sql.SparkSession;

/** The one session of all tests: two tasks at a time, and no web pages. */
public final class Session {
  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 5)
          // Spark ends a process that was stopped for two minutes, as by a lid that was closed.
          .config("spark.network.timeout", "1h")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config("spark.sql.datetime.java8API.enabled", true)
          // Rows that share a total go to Spark's sorter, and then to the disk, after a few.
          .config("spark.sql.windowExec.buffer.in.memory.threshold", 4)
          .config("spark.sql.windowExec.buffer.spill.threshold", 1000)
          .config("spark.sql.extensions", CumulusExtensions.class.getName())
          .getOrCreate();

  private Session() {}

  public static SparkSession spark() {
    return SPARK;
  }
}
