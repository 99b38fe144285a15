package org.cumulus.spark.internal;

import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.AttributeSet$;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.plans.physical.Distribution;
import org.apache.spark.sql.catalyst.plans.physical.OrderedDistribution;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.internal.SQLConf;
import org.cumulus.spark.internal.compat.Parts;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.passes.BoundWindow;
import org.cumulus.spark.internal.passes.Carry;
import org.cumulus.spark.internal.passes.CarryScan;
import org.cumulus.spark.internal.passes.Keys;
import org.cumulus.spark.internal.passes.PartitionFold;
import org.cumulus.spark.internal.passes.PeerRows;
import org.cumulus.spark.internal.passes.Replay;
import org.cumulus.spark.internal.totals.RunningFunction;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * Running functions of a table that is divided by ranges and sorted. Two passes over the output of
 * one shuffle:
 *
 * <ol>
 *   <li>Each partition is {@linkplain PartitionFold folded}, unsorted, to a few hundred bytes. The
 *       driver {@linkplain CarryScan scans} these.
 *   <li>Each partition is sorted and {@linkplain Replay replayed} from its carry.
 * </ol>
 *
 * <p>Its own tasks get nothing of it but a {@link BoundWindow} and a carry. Yet it travels: nodes
 * above it that sort or join go to their tasks as they are, with all below them, and ask there for
 * its {@link #output}. So no field is transient, as in Spark's own nodes.
 *
 * <p>The first pass is a job of its own when the plan is executed, as Spark's own sampling for the
 * ranges is, and not before. A single partition needs none.
 */
@SuppressWarnings("serial") // all of Scala's and of Spark's are serializable
public final class RunningWindowExec extends SparkPlan implements Parts {
  private static final long serialVersionUID = 1;

  private final Seq<Expression> functions;
  private final Seq<Attribute> results;
  private final Seq<SortOrder> groups;
  private final Seq<SortOrder> order;
  private final Seq<SortOrder> tieBreakers;
  private final boolean isExclusive;
  private final SparkPlan child;

  /**
   * @param functions {@link RunningFunction}s
   * @param results the columns they make
   * @param groups any order of the groups
   * @param order the order of the rows of a group
   * @param tieBreakers the order of rows equal in that, so far as they are divided by it
   * @param isExclusive whether a row's totals are those before it, or before its peers
   */
  public RunningWindowExec(
      Seq<Expression> functions,
      Seq<Attribute> results,
      Seq<SortOrder> groups,
      Seq<SortOrder> order,
      Seq<SortOrder> tieBreakers,
      boolean isExclusive,
      SparkPlan child) {
    this.functions = functions;
    this.results = results;
    this.groups = groups;
    this.order = order;
    this.tieBreakers = tieBreakers;
    this.isExclusive = isExclusive;
    this.child = child;
  }

  @Override
  public RDD<InternalRow> doExecute() {
    RDD<InternalRow> sorted = child.execute();
    int partitions = sorted.getNumPartitions();
    BoundWindow window = bind();
    byte[] none = new Carry(window).toBytes();
    byte[][] carries =
        partitions < 2
            ? Collections.nCopies(partitions, none).toArray(new byte[0][])
            : CarryScan.of(window, folds(window, unsorted(child).execute()));
    // Once for each executor: all carries within each task would be their number squared.
    Broadcast<byte[][]> shared =
        JavaSparkContext.fromSparkContext(sorted.context()).broadcast(carries);
    return sorted
        .toJavaRDD()
        .mapPartitionsWithIndex(
            (i, rows) ->
                (java.util.Iterator<InternalRow>)
                    new Replay(window, shared.value()[i], rows, new PeerRows(SQLConf.get())),
            true)
        .rdd();
  }

  private static List<byte[]> folds(BoundWindow window, RDD<InternalRow> rows) {
    return rows.toJavaRDD()
        .mapPartitions(part -> List.of(PartitionFold.of(window, part)).iterator())
        .collect();
  }

  /** What is sorted, where it can be seen: a fold needs no order. */
  private static SparkPlan unsorted(SparkPlan plan) {
    return unsortedIn(plan instanceof WholeStageCodegenExec stage ? stage.child() : plan, plan);
  }

  private static SparkPlan unsortedIn(SparkPlan plan, SparkPlan sorted) {
    if (plan instanceof SortExec sort && !sort.global()) {
      return sort.child() instanceof InputAdapter input ? input.child() : sort.child();
    }
    return sorted;
  }

  private BoundWindow bind() {
    List<RunningFunction> bound =
        Scala.list(functions).stream()
            .map(function -> ((RunningFunction) function).bind(child.output()))
            .toList();
    boolean hasPeers = bound.stream().anyMatch(RunningFunction::isRange);
    return new BoundWindow(
        bind(groups),
        hasPeers ? bind(order) : List.of(),
        bound,
        isExclusive,
        Scala.list(output()).stream().map(Attribute::dataType).toList());
  }

  private List<SortOrder> bind(Seq<SortOrder> order) {
    return Scala.list(
        BindReferences.bindReferences(order, package$.MODULE$.AttributeSeq(child.output())));
  }

  /** What divides the rows: rows equal in it are in one partition. */
  private Seq<SortOrder> ranges() {
    return Scala.concat(Scala.concat(groups, order), tieBreakers);
  }

  /**
   * What sorts a partition. Rows that share all their totals need no order among them; any others
   * are told apart to the last bit, so that no chance of two equal hashes is left.
   */
  Seq<SortOrder> sorting() {
    if (Scala.list(functions).stream().allMatch(f -> ((RunningFunction) f).isRange())) {
      return Scala.concat(groups, order);
    }
    Expression bytes = new RowBytes(Scala.seq(Scala.list(child.output())));
    return Scala.concat(ranges(), Scala.seq(List.of(Keys.ascending(bytes))));
  }

  @Override
  public Seq<Distribution> requiredChildDistribution() {
    return Scala.seq(List.of(new OrderedDistribution(ranges())));
  }

  @Override
  public Seq<Seq<SortOrder>> requiredChildOrdering() {
    return Scala.seq(List.of(sorting()));
  }

  @Override
  public Seq<SortOrder> outputOrdering() {
    return child.outputOrdering();
  }

  @Override
  public Partitioning outputPartitioning() {
    return child.outputPartitioning();
  }

  @Override
  public Seq<Attribute> output() {
    return Scala.concat(child.output(), results);
  }

  @Override
  public AttributeSet producedAttributes() {
    return AttributeSet$.MODULE$.apply(Scala.<Expression>seq(Scala.list(results)));
  }

  @Override
  public String nodeName() {
    return "CumulusRunningWindow";
  }

  @Override
  public Seq<SparkPlan> children() {
    return Scala.seq(List.of(child));
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
    return new RunningWindowExec(
        functions, results, groups, order, tieBreakers, isExclusive, children.apply(0));
  }

  @Override
  public List<Object> parts() {
    return List.of(functions, results, groups, order, tieBreakers, isExclusive, child);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return equalParts(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
