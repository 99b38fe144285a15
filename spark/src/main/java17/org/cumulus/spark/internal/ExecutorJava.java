package org.cumulus.spark.internal;

import org.jspecify.annotations.NullMarked;

/**
 * Says what is wrong where an executor's Java is too old for this module. That it can, it and what
 * it is called by are compiled for the oldest Java that Spark runs on.
 */
@NullMarked
final class ExecutorJava {
  private static final int OLDEST = 25;

  private ExecutorJava() {}

  /**
   * Checks the Java of this process.
   *
   * @throws IllegalStateException if it is too old
   */
  static void check() {
    check(Runtime.version());
  }

  static void check(Runtime.Version java) {
    if (java.feature() < OLDEST) {
      throw new IllegalStateException(
          "Cumulus needs Java "
              + OLDEST
              + " on all executors, and this one runs on Java "
              + java
              + " ("
              + System.getProperty("java.home")
              + "): set JAVA_HOME in conf/spark-env.sh of the workers, or"
              + " spark.executorEnv.JAVA_HOME for this job");
    }
  }
}
