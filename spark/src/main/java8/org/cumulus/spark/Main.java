package org.cumulus.spark;

import java.lang.reflect.Method;

/**
 * Running totals of a Parquet or CSV table: {@code cumulus spark}, or what {@code spark-submit} is
 * given. Its {@code --help} says what to ask for.
 */
public final class Main {
  private Main() {}

  /** Runs the command, and ends the process if it fails: with 1, or 2 for a wrong command line. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    try {
      Installation.check();
    } catch (IllegalStateException e) {
      System.err.println("cumulus: " + e.getMessage());
      System.exit(1);
    }
    // By name, as an older Java could not load it.
    Method command =
        Class.forName("org.cumulus.spark.SubmittedCommand")
            .getDeclaredMethod("submit", String[].class);
    command.invoke(null, (Object) arguments);
  }
}
