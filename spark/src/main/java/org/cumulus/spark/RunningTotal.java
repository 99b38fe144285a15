package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.cumulus.NaNPolicy;
import org.cumulus.Order;
import org.cumulus.spark.Function.Kind;

/**
 * Running totals of a Spark table, computed by all of a cluster.
 *
 * {@snippet :
 * Dataset<Row> balances =
 *     RunningTotal.of("amount").as("balance")
 *         .orderBy(col("ts"), col("id"))
 *         .partitionBy("account")
 *         .apply(payments);
 *
 * RunningTotal.of("amount").as("balance")       // several in one pass over the table
 *     .avg("amount").as("mean")
 *     .rowNumber().as("row")
 *     .orderBy("ts")
 *     .apply(payments);
 * }
 *
 * <p>The rows are the table's, in Spark's hands and in the order of the totals; its columns come
 * first, as they were, then the totals. As everything in Spark this is lazy: {@link #apply} and
 * {@code explain} start no job. The table is shuffled once, by ranges of the order, and read from
 * there twice; only a few hundred bytes of each partition go to the driver. Without groups, or with
 * one that holds most of the rows, Spark's own window function does all in one task.
 *
 * <p><b>The result depends on the table alone</b>, bit for bit: not on its partitions, on cores, or
 * on tasks that were retried. Totals of {@code float} and {@code double} are {@link Order#EXACT}.
 * Rows that are equal in the order are put into one by the values that are added up, then by a hash
 * of the whole row and by its bits. Without that they would have one total each, but nobody knew
 * which. The whole row are the columns that a query asks for: one that selects fewer of them may
 * put such rows into another order. A last column in {@link #orderBy} that is unique, an id, leaves
 * no rows equal.
 *
 * <p><b>Types</b> are those of Spark's functions. A sum of integers is a {@code bigint}, of a
 * {@code decimal(p, s)} a {@code decimal(min(38, p + 10), s)}, of floats and doubles a {@code
 * double}; a mean of decimals is a {@code decimal(min(38, p + 4), s + 4)} as Spark divides it, any
 * other the correctly rounded quotient of the exact sum. The row number is a {@code bigint}. A sum
 * of integers that does not fit, or of decimals, is an error under {@code spark.sql.ansi.enabled},
 * and wraps or is null otherwise; {@link #checked} and {@link #wrapping} say it for this request.
 *
 * <p>Requests are immutable: each method returns another one, and they may be shared among threads.
 * Methods throw {@link NullPointerException} for a null argument.
 */
public final class RunningTotal {
  private final List<Function> functions;
  private final List<Column> order;
  private final List<Column> groups;
  private final Frame frame;

  private RunningTotal(
      List<Function> functions, List<Column> order, List<Column> groups, Frame frame) {
    this.functions = functions;
    this.order = order;
    this.groups = groups;
    this.frame = frame;
  }

  /** A request for the running sum of a column. */
  public static RunningTotal of(String column) {
    return empty().sum(column);
  }

  /** A request for the running sum of a column. */
  public static RunningTotal of(Column column) {
    return empty().sum(column);
  }

  /** A request for nothing yet. */
  static RunningTotal empty() {
    return new RunningTotal(List.of(), List.of(), List.of(), Frame.DEFAULT);
  }

  /**
   * Names the function that was asked for last. Without that it is {@code running_}, the name of
   * the function and that of its column: {@code running_sum_amount}.
   */
  public RunningTotal as(String name) {
    List<Function> named = new ArrayList<>(functions);
    int last = named.size() - 1;
    named.set(last, named.get(last).as(Objects.requireNonNull(name, "name")));
    return new RunningTotal(List.copyOf(named), order, groups, frame);
  }

  /** Adds the running sum of one more column. */
  public RunningTotal sum(String column) {
    return with(Kind.SUM, column);
  }

  /** Adds the running sum of one more column. */
  public RunningTotal sum(Column column) {
    return with(Kind.SUM, column);
  }

  /** Adds the running mean of a column: its sum divided by the number of its values. */
  public RunningTotal avg(String column) {
    return with(Kind.AVG, column);
  }

  /** Adds the running mean of a column: its sum divided by the number of its values. */
  public RunningTotal avg(Column column) {
    return with(Kind.AVG, column);
  }

  /** Adds the smallest value of a column so far; NaN is larger than all numbers, as in Spark. */
  public RunningTotal min(String column) {
    return with(Kind.MIN, column);
  }

  /** Adds the smallest value of a column so far; NaN is larger than all numbers, as in Spark. */
  public RunningTotal min(Column column) {
    return with(Kind.MIN, column);
  }

  /** Adds the largest value of a column so far; NaN is larger than all numbers, as in Spark. */
  public RunningTotal max(String column) {
    return with(Kind.MAX, column);
  }

  /** Adds the largest value of a column so far; NaN is larger than all numbers, as in Spark. */
  public RunningTotal max(Column column) {
    return with(Kind.MAX, column);
  }

  /** Adds how many values of a column there have been that are not null. */
  public RunningTotal count(String column) {
    return with(Kind.COUNT, column);
  }

  /** Adds how many values of a column there have been that are not null. */
  public RunningTotal count(Column column) {
    return with(Kind.COUNT, column);
  }

  /**
   * Adds how many rows there have been, this one included: 1, 2, 3, and so on. It is exclusive and
   * shared by equal rows as the other functions are.
   */
  public RunningTotal rowNumber() {
    return with(new Function(Kind.ROW_NUMBER, lit(1), "row_number"));
  }

  private RunningTotal with(Kind kind, String column) {
    return with(Function.of(kind, col(Objects.requireNonNull(column, "column")), column));
  }

  private RunningTotal with(Kind kind, Column column) {
    return with(Function.of(kind, Objects.requireNonNull(column, "column"), column.toString()));
  }

  private RunningTotal with(Function function) {
    List<Function> more = Stream.concat(functions.stream(), Stream.of(function)).toList();
    return new RunningTotal(more, order, groups, frame);
  }

  /** The order of the rows, by these columns: ascending, nulls first, as in Spark. */
  public RunningTotal orderBy(String... columns) {
    return orderBy(Stream.of(columns).map(name -> col(name)).toArray(Column[]::new));
  }

  /** The same for Python, whose lists come as this. */
  public RunningTotal orderBy(List<String> columns) {
    return orderBy(columns.toArray(new String[0]));
  }

  /** The order of the rows, by these: {@code col("ts").desc_nulls_first()} and the like, too. */
  public RunningTotal orderBy(Column... columns) {
    return new RunningTotal(functions, List.of(columns), groups, frame);
  }

  /** Rows that are equal in these columns have totals of their own. */
  public RunningTotal partitionBy(String... columns) {
    return partitionBy(Stream.of(columns).map(name -> col(name)).toArray(Column[]::new));
  }

  /** The same for Python, whose lists come as this. */
  public RunningTotal partitionBy(List<String> columns) {
    return partitionBy(columns.toArray(new String[0]));
  }

  /** Rows that are equal in these have totals of their own. */
  public RunningTotal partitionBy(Column... columns) {
    return new RunningTotal(functions, order, List.of(columns), frame);
  }

  /** Each row has a total of its own, also where rows are equal in the order. The default. */
  public RunningTotal rows() {
    return with(frame.withRange(false));
  }

  /** Rows equal in the order share a total: that of the last of them. */
  public RunningTotal range() {
    return with(frame.withRange(true));
  }

  /**
   * The total of a row is that of the rows before it, and of a {@linkplain #range range} that of
   * the rows before all that are equal to it: of none of them null, as in SQL; a count is 0.
   */
  public RunningTotal exclusive() {
    return with(frame.withExclusive(true));
  }

  /** The total of a row includes it. The default. */
  public RunningTotal inclusive() {
    return with(frame.withExclusive(false));
  }

  /** What becomes of nulls; {@link NullPolicy#SKIP} by default. Counts do not ask. */
  public RunningTotal nulls(NullPolicy policy) {
    return with(frame.with(policy));
  }

  /**
   * What becomes of NaN; {@link NaNPolicy#PROPAGATE} by default, and then after it all is NaN. What
   * is skipped counts as a null that is. Counts do not ask.
   */
  public RunningTotal nan(NaNPolicy policy) {
    return with(frame.with(policy));
  }

  /** A sum of integers or decimals that does not fit is an error, whatever the session says. */
  public RunningTotal checked() {
    return with(frame.withChecked(true));
  }

  /** A sum of integers that does not fit wraps, one of decimals is null; no error. */
  public RunningTotal wrapping() {
    return with(frame.withChecked(false));
  }

  private RunningTotal with(Frame other) {
    return new RunningTotal(functions, order, groups, other);
  }

  /**
   * The order of the additions: {@link Order#EXACT} and no other.
   *
   * @throws IllegalArgumentException for another order
   */
  public RunningTotal order(Order additions) {
    if (Objects.requireNonNull(additions, "additions") == Order.EXACT) {
      return this;
    }
    throw new IllegalArgumentException(
        additions
            + " fixes where each addition rounds, by the place of a row in the whole table: a task"
            + " cannot begin before the one before it has ended. A table that is divided needs"
            + " EXACT, whose totals are correctly rounded, so that no order of additions shows");
  }

  /**
   * The table with the totals after its own columns. No job is started.
   *
   * @throws IllegalStateException if there is no order
   * @throws IllegalArgumentException if a total has the name of another column, or cannot be
   *     computed; if the table is a stream, or one of Spark Connect
   */
  public Dataset<Row> apply(Dataset<?> table) {
    if (order.isEmpty()) {
      throw new IllegalStateException("a running total needs an order of the rows: call orderBy");
    }
    TableTotals totals = new TableTotals(table, frame);
    WindowSpec window =
        Window.partitionBy(groups.toArray(new Column[0])).orderBy(order.toArray(new Column[0]));
    WindowSpec framed =
        frame.isRange()
            ? window.rangeBetween(Window.unboundedPreceding(), Window.currentRow())
            : window.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return totals.of(functions, framed);
  }

  /** What the request says, for a reader. */
  @Override
  public String toString() {
    Optional<String> by = groups.isEmpty() ? Optional.empty() : Optional.of(" by " + groups);
    return "running " + functions + by.orElse("") + " in the order of " + order;
  }
}
