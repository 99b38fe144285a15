package org.cumulus.bench.contestants;

import java.util.function.Function;
import java.util.function.Predicate;
import org.cumulus.NDArray;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.jspecify.annotations.Nullable;

/** The contestants in this JVM: Cumulus in several ways, and what it is measured by. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
public enum Local implements Contestant {
  /** Cumulus into an array that is there already. */
  CUMULUS("Cumulus", cell -> true, workload -> workload::warm),
  /** The same on the caller's thread alone. */
  ONE_THREAD(
      "one thread",
      Local::isLarge,
      workload -> () -> workload.scan().parallelism(1).apply(workload.input(), workload.output())),
  /** Cumulus in the order that lets it add several elements at once. */
  BLOCKED(
      "BLOCKED",
      Local::isFloats,
      workload -> {
        Scan scan = workload.scan().order(Order.BLOCKED);
        return () -> scan.apply(workload.input(), workload.output());
      }),
  /** Cumulus into an array that it allocates. */
  FRESH("fresh", cell -> true, workload -> workload::fresh),
  /** The overload for a primitive array, which allocates its result. */
  PRIMITIVE("primitive", cell -> PrimitiveCall.canDo(cell) && !isLarge(cell), PrimitiveCall::of),
  /** Cumulus on the same elements in C order, for layouts that are not. */
  CONTIGUOUS(
      "contiguous",
      cell -> !cell.isPlain(),
      workload -> {
        NDArray input = workload.plainInput();
        return () -> workload.scan().apply(input, workload.output());
      }),
  /** The ceiling for one thread. */
  COPY_ONE("copy, 1 thread", cell -> true, workload -> workload.copy()::onOneThread),
  /** The ceiling for all cores. */
  COPY_ALL("copy, all cores", Local::isLarge, workload -> workload.copy()::onAllCores),
  /** The JDK's own prefix sums. */
  PREFIX("parallelPrefix", ParallelPrefix::canDo, workload -> ParallelPrefix.of(workload.cell()));

  private final String title;
  private final Predicate<Cell> canDo;
  private final Function<Workload, Call> call;

  Local(String title, Predicate<Cell> canDo, Function<Workload, Call> call) {
    this.title = title;
    this.canDo = canDo;
    this.call = call;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it takes part in a cell. */
  public boolean canDo(Cell cell) {
    return canDo.test(cell);
  }

  /** What to time on a cell. */
  public Call call(Workload workload) {
    if (!canDo(workload.cell())) {
      throw new IllegalArgumentException(title + " cannot do " + workload.cell().id());
    }
    return call.apply(workload);
  }

  @Override
  public @Nullable Timed enter(Workload workload) {
    return canDo(workload.cell()) ? new Stopwatch(call(workload)) : null;
  }

  /** Where an order of additions makes a difference that is worth a figure. */
  private static boolean isFloats(Cell cell) {
    return cell.isSum() && cell.dtype().kind().isFloat() && cell.isPlain() && cell.size() > 1000;
  }

  /** Where a second thread may begin to pay: below it neither it nor its ceiling is measured. */
  private static boolean isLarge(Cell cell) {
    return cell.size() >= 100_000;
  }
}
