package org.cumulus.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What {@link Main} runs: it reads the command line, and the table, and writes or shows it. */
final class SubmittedCommand {
  private static final int FAILED = 1;
  private static final int WRONG_COMMAND_LINE = 2;

  private SubmittedCommand() {}

  /** Runs the command, and ends the process if it fails: with 1, or 2 for a wrong command line. */
  static void submit(String[] arguments) {
    int status = run(arguments, new PrintStream(System.err, true, StandardCharsets.UTF_8));
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the command, and returns its exit status. */
  static int run(String[] arguments, PrintStream errors) {
    Arguments parsed;
    try {
      parsed = Arguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      errors.println("cumulus: " + e.getMessage());
      return WRONG_COMMAND_LINE;
    }
    if (parsed.isHelp()) {
      System.out.print(Arguments.USAGE);
      return 0;
    }
    SparkSession.Builder builder =
        SparkSession.builder().appName("cumulus spark " + parsed.input().name());
    try (SparkSession spark = builder.getOrCreate()) {
      run(parsed, spark);
      return 0;
    } catch (Exception e) { // Spark throws checked ones without declaring them
      errors.println("cumulus: " + reason(e));
      return FAILED;
    }
  }

  /** Reads the table, and writes or shows it with its totals. */
  static void run(Arguments parsed, SparkSession spark) throws IOException {
    Dataset<Row> totals = CommandRequest.totals(parsed, parsed.input().read(spark));
    TableFile output = parsed.output();
    if (output == null) {
      totals.show(false);
    } else {
      output.write(totals);
    }
  }

  /** One line of what went wrong: of a job that failed, why its task did. */
  static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null
        && (cause instanceof SparkException || cause.getMessage() == null)
        && !(cause instanceof AnalysisException)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (message.contains("stopped SparkContext")) { // all that Spark says where nobody answers
      return "Spark has stopped: is there a cluster at " + System.getProperty("spark.master") + "?";
    }
    return message.lines().findFirst().orElse(cause.toString());
  }
}
