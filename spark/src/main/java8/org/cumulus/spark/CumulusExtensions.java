package org.cumulus.spark;

import java.util.function.Consumer;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * Runs running windows of SQL distributed, without a change to the SQL.
 *
 * <pre>
 *   spark-sql --conf spark.sql.extensions=org.cumulus.spark.CumulusExtensions …
 *
 *   SELECT *, sum(amount) OVER (ORDER BY ts) AS balance FROM payments
 * </pre>
 *
 * <p>It takes over {@code sum}, {@code avg}, {@code count}, {@code min} and {@code max} over {@code
 * ROWS} or {@code RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW}, which {@code ORDER BY} alone
 * means, too, and {@code row_number()}, all without {@code PARTITION BY}: where Spark moves all
 * rows to one task, and warns of that. {@code EXPLAIN} shows {@code CumulusRunningWindow} there. Of
 * a window that has other functions beside these, the others are left to Spark, in one task, and
 * any other window keeps Spark's plan: a line of the log, at level INFO, says what and why. So does
 * a {@code FILTER} over {@code ROWS} where rows may be equal in the order. All of them do where the
 * session says {@code SET spark.cumulus.runningWindow.enabled=false}.
 *
 * <p><b>Results</b> are Spark's, but for these:
 *
 * <ul>
 *   <li>Sums and means of floats and doubles are correctly rounded; Spark rounds at each addition,
 *       in an order that depends on the plan. A sum beyond the range of doubles is an infinity at
 *       that row only. A mean of integers is the exact sum divided by the count, rounded once,
 *       where Spark adds doubles.
 *   <li>Rows that are equal in the order of a {@code ROWS} window are put into one by the values
 *       that are added up, and then by a hash of the row and by its bits; in Spark their order
 *       depends on the plan.
 *   <li>Of 0.0 and -0.0, which SQL takes for equal, {@code max} is 0.0 and {@code min} is -0.0.
 *   <li>Within {@code RANGE}, a sum of integers is an error under ANSI if the total that rows share
 *       does not fit; Spark adds these rows one by one, and one of them may be the first not to
 *       fit.
 * </ul>
 */
public final class CumulusExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {
  /** The session's option that leaves all windows to Spark if it is {@code false}. */
  public static final String ENABLED = "spark.cumulus.runningWindow.enabled";

  /**
   * The session's option that takes over windows with {@code PARTITION BY}, if it is {@code true}.
   */
  public static final String PARTITION_BY_ENABLED =
      "spark.cumulus.runningWindow.partitionBy.enabled";

  /**
   * Called by Spark as a session begins.
   *
   * @throws IllegalStateException if this jar is not for the Java, Spark and Scala that run
   */
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    Installation.check();
    install(extensions);
    return BoxedUnit.UNIT;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class of this module's
  private static void install(SparkSessionExtensions extensions) {
    try { // by name, as an older Java could not load it
      Class.forName("org.cumulus.spark.internal.Strategies")
          .asSubclass(Consumer.class)
          .getDeclaredConstructor()
          .newInstance()
          .accept(extensions);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the jar of Cumulus is not whole", e);
    }
  }
}
