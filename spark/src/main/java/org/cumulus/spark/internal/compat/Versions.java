package org.cumulus.spark.internal.compat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.ExternalAppendOnlyUnsafeRowArray;
import org.apache.spark.sql.internal.SQLConf;
import scala.Enumeration;
import scala.Product;

/**
 * All in which the versions of Spark that this module runs on differ, 3.5 to 4.2. It is compiled
 * with one of them, and so finds by name what that one has not got.
 */
public final class Versions {
  private static final String CLASSIC = "org.apache.spark.sql.classic.Dataset";

  private Versions() {}

  /**
   * Whether a table is planned in this process. Since 4.0 a table may be one of Spark Connect, and
   * those that are not are of a class of their own.
   */
  public static boolean isPlannedHere(Dataset<?> table) {
    String name = table.getClass().getName();
    return name.equals(CLASSIC) || name.equals(Dataset.class.getName());
  }

  /** The table of a plan, in the session of another one. */
  @SuppressWarnings("unchecked") // tables of plans have rows
  public static Dataset<Row> ofRows(Dataset<?> table, LogicalPlan plan) {
    SparkSession session = table.sparkSession();
    try {
      Class<?> companion = Class.forName(table.getClass().getName() + "$");
      Object instance = companion.getField("MODULE$").get(null);
      return (Dataset<Row>)
          companion
              .getMethod("ofRows", session.getClass(), LogicalPlan.class)
              .invoke(instance, session, plan);
    } catch (InvocationTargetException e) {
      throw rethrown(e);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  /** Under which mode an arithmetic expression runs: its last part, or since 4.2 in that. */
  public static Enumeration.Value mode(Product expression) {
    Object last = expression.productElement(expression.productArity() - 1);
    return (Enumeration.Value)
        (last instanceof Enumeration.Value ? last : ((Product) last).productElement(0));
  }

  /** A sum, or another expression of an input and a mode, under another mode. */
  public static Expression with(Enumeration.Value mode, Expression expression) {
    Object last = expression.productElement(1);
    return expression.makeCopy(
        new Object[] {
          expression.productElement(0),
          last instanceof Enumeration.Value ? mode : with(mode, (Product) last)
        });
  }

  private static Object with(Enumeration.Value mode, Product context) {
    try {
      return context
          .getClass()
          .getConstructor(Enumeration.Value.class, boolean.class)
          .newInstance(mode, context.productElement(1));
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  /** Rows in memory, up to as many, or as large, as Spark's own window function keeps there. */
  public static ExternalAppendOnlyUnsafeRowArray rows(SQLConf conf) {
    int inMemory = conf.windowExecBufferInMemoryThreshold();
    int spilled = conf.windowExecBufferSpillThreshold();
    try {
      Constructor<?> constructor =
          Stream.of(ExternalAppendOnlyUnsafeRowArray.class.getConstructors())
              .min(Comparator.comparingInt(Constructor::getParameterCount))
              .orElseThrow();
      if (constructor.getParameterCount() == 2) {
        return (ExternalAppendOnlyUnsafeRowArray) constructor.newInstance(inMemory, spilled);
      }
      Object bytes = SQLConf.class.getMethod("windowExecBufferSpillSizeThreshold").invoke(conf);
      return (ExternalAppendOnlyUnsafeRowArray)
          constructor.newInstance(inMemory, bytes, spilled, bytes);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static RuntimeException rethrown(InvocationTargetException e) {
    return Versions.<RuntimeException>unchecked(e.getTargetException());
  }

  /** Scala throws checked exceptions without declaring them. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException unchecked(Throwable e) throws E {
    throw (E) e;
  }

  private static IllegalStateException unknown(ReflectiveOperationException e) {
    return new IllegalStateException(
        "Cumulus does not know Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(), e);
  }
}
