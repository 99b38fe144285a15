package org.cumulus.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Whether this jar is the one for the Java, Spark and Scala that run. It knows none of this
 * module's classes, which an older Java could not load.
 */
final class Installation {
  private static final int OLDEST_JAVA = 17;

  private Installation() {}

  /**
   * Checks what runs.
   *
   * @throws IllegalStateException if it is not what this jar is for: one line that says what to set
   */
  static void check() {
    String problem =
        problem(
            System.getProperty("java.specification.version"),
            org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            scala.util.Properties.versionNumberString(),
            jar());
    if (!problem.isEmpty()) {
      throw new IllegalStateException(problem);
    }
  }

  private static Properties jar() {
    Properties jar = new Properties();
    try (InputStream in = Installation.class.getResourceAsStream("jar.properties")) {
      jar.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the jar of Cumulus cannot be read", e);
    }
    return jar;
  }

  /** What is wrong, and what to set; empty if nothing is. */
  static String problem(String java, String spark, String scala, Properties jar) {
    if (java.startsWith("1.") || Integer.parseInt(java) < OLDEST_JAVA) {
      return "Cumulus needs Java 17 or later, and this is Java "
          + java
          + ": set JAVA_HOME for the driver, and spark.executorEnv.JAVA_HOME for the executors";
    }
    String artifact = artifact(spark, line(scala));
    if (artifact.isEmpty()) {
      return "Cumulus runs on Spark 3.5 and 4.0 to 4.2, and this is Spark " + spark;
    }
    if (artifact.equals(jar.getProperty("artifact"))) {
      return "";
    }
    return String.format(
        "this jar is %s, for Spark %s with Scala %s, and this is Spark %s with Scala %s: use %s",
        jar.getProperty("artifact"),
        jar.getProperty("spark"),
        jar.getProperty("scala"),
        spark,
        scala,
        artifact);
  }

  private static String artifact(String spark, String scala) {
    if (spark.matches("3[.]5[.].*")) {
      return "cumulus-spark3.5_" + scala;
    }
    return spark.matches("4[.][012][.].*") ? "cumulus-spark_" + scala : "";
  }

  /** The first two numbers of a version. */
  private static String line(String version) {
    return version.replaceAll("^([0-9]+[.][0-9]+).*", "$1");
  }
}
