package org.cumulus.spark;

import org.apache.spark.sql.SparkSession;

/** The one session of all tests: two tasks at a time, and no web pages. */
final class Session {
  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 5)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config("spark.sql.datetime.java8API.enabled", true)
          .config("spark.sql.extensions", CumulusExtensions.class.getName())
          .getOrCreate();

  private Session() {}

  static SparkSession spark() {
    return SPARK;
  }
}
