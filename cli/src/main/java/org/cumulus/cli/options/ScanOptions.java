package org.cumulus.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.large.ScanRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an array is scanned: the same options for every command that scans. */
public final class ScanOptions {
  @Option(
      names = {"-a", "--axis"},
      paramLabel = "N,...",
      converter = Converters.ToAxes.class,
      description =
          "scan along this axis, counted from the end if negative, or along several, one after"
              + " the other: 0,1") // Its default is that of the function.
  private @Nullable AxesOption axes;

  @Option(
      names = {"-d", "--dtype"},
      paramLabel = "T",
      converter = Converters.ToDType.class,
      description =
          "compute in this dtype: float32, i8, '>f4', complex64; cells of a text must" + " fit it")
  private @Nullable DType dtype;

  @Option(
      names = "--exclusive",
      description = "leave each element out of its own result, so that the first is the identity")
  private boolean isExclusive;

  @Option(names = "--reverse", description = "scan from the last element to the first")
  private boolean isReverse;

  @Option(
      names = "--initial",
      paramLabel = "X",
      converter = Converters.ToValue.class,
      description = "start every line from this value")
  private @Nullable NDArray initial;

  @Option(
      names = "--include-initial",
      description = "begin the result with what the lines start from: it is one element longer")
  private boolean includesInitial;

  @Option(
      names = "--nan",
      paramLabel = "POLICY",
      converter = Converters.ToNaNPolicy.class,
      description =
          "propagate: NaN is an element like any other; skip: it counts as nothing; keep: so too,"
              + " but it stays where it is; refuse: it is an error. With any of these, a cell of"
              + " a text that is empty, NA, #N/A, null or None is NaN, and so is a blank line in"
              + " a text of one column")
  private @Nullable NaNPolicy nan;

  @Option(
      names = "--overflow",
      paramLabel = "POLICY",
      converter = Converters.ToOverflowPolicy.class,
      description =
          "wrap: wrap around, as in NumPy (the default); saturate: stay at the bounds of the"
              + " dtype; checked: fail, and say where")
  private OverflowPolicy overflow = OverflowPolicy.WRAP;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      converter = Converters.ToOrder.class) // Its description is that of the function's orders.
  private Order order = Order.NUMPY;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "share the work among this many threads (default: one for each core)")
  private @Nullable Integer threads;

  /** The dtype to compute in, if it was given. */
  public @Nullable DType dtype() {
    return dtype;
  }

  /** Whether it was said what NaN does. */
  public boolean hasNaNPolicy() {
    return nan != null;
  }

  /** Whether what is beyond the bounds of the dtype stays at them. */
  public boolean saturates() {
    return overflow == OverflowPolicy.SATURATE;
  }

  /** The axis, if there is but one; null for all elements, or the first of several axes. */
  public @Nullable Integer axis(@Nullable Integer usualAxis) {
    return axes == null ? usualAxis : axes.numbers().getFirst();
  }

  /**
   * The same, for an array of so many dimensions.
   *
   * @throws UsageException if it is none of them
   */
  public @Nullable Integer checkedAxis(@Nullable Integer usualAxis, int dimensions) {
    Integer axis = axis(usualAxis);
    if (axis != null) {
      checkAxis(axis, dimensions);
    }
    return axis;
  }

  /** The promise about the bits. */
  public Order order() {
    return order;
  }

  /**
   * The scan that is asked for.
   *
   * @param dimensions of the array, at least one
   * @throws UsageException if the options contradict one another or the array
   */
  public Scan scan(
      Operator operator, NaNPolicy usualNaN, @Nullable Integer usualAxis, int dimensions) {
    Scan scan = withoutAxes(operator, usualNaN);
    List<Integer> along = axes(usualAxis);
    along.forEach(axis -> checkAxis(axis, dimensions));
    return refusing(
        () -> {
          Scan directed = isReverse ? scan.reverse() : scan;
          return along.isEmpty()
              ? directed
              : directed.axes(along.stream().mapToInt(Integer::intValue).toArray());
        });
  }

  /** The same scan, to be done in parts. */
  public ScanRequest request(
      Operator operator, NaNPolicy usualNaN, @Nullable Integer usualAxis, int dimensions) {
    Scan _ = scan(operator, usualNaN, usualAxis, dimensions); // Refuses what it must.
    if (nan == NaNPolicy.KEEP && axes(usualAxis).size() > 1) {
      throw UsageException.ofLargeInput("--nan keep along several axes");
    }
    if (dtype != null && dtype.kind() == DType.Kind.OBJECT) {
      throw UsageException.ofLargeInput("--dtype object");
    }
    List<Integer> fromFront = new ArrayList<>();
    axes(usualAxis).forEach(axis -> fromFront.add(axis < 0 ? axis + dimensions : axis));
    return new ScanRequest(
        withoutAxes(operator, usualNaN), fromFront, isReverse, includesInitial, order);
  }

  /**
   * Refuses whatever changes how a scan goes, where there is but one way.
   *
   * @param reason what allows no other, for the message
   */
  public void checkArePlain(String reason) {
    Map<String, Boolean> others = new LinkedHashMap<>();
    others.put("--axis of several", axes != null && axes.numbers().size() > 1);
    others.put("--exclusive", isExclusive);
    others.put("--reverse", isReverse);
    others.put("--initial", initial != null);
    others.put("--include-initial", includesInitial);
    others.put("--nan", nan != null && nan != NaNPolicy.PROPAGATE);
    others.put("--overflow", overflow != OverflowPolicy.WRAP);
    others.put("--order", order != Order.NUMPY);
    others.forEach(
        (option, isGiven) -> {
          if (isGiven) {
            throw new UsageException(option + " and " + reason + " cannot be combined");
          }
        });
  }

  private List<Integer> axes(@Nullable Integer usualAxis) {
    if (axes != null) {
      return axes.numbers();
    }
    return usualAxis == null ? List.of() : List.of(usualAxis);
  }

  private Scan withoutAxes(Operator operator, NaNPolicy usualNaN) {
    if (isExclusive && includesInitial) {
      throw new UsageException(
          "--exclusive and --include-initial contradict each other: an exclusive scan already"
              + " begins with the initial value, and leaves the total out");
    }
    if ((isExclusive || includesInitial) && initial == null && operator.identity().isEmpty()) {
      throw new UsageException(
          "%s: %s has no identity for the result to begin with: expected --initial X, too"
              .formatted(isExclusive ? "--exclusive" : "--include-initial", operator));
    }
    if (threads != null && threads < 1) {
      throw new UsageException("--threads %d: expected 1 or more".formatted(threads));
    }
    return refusing(
        () -> {
          Scan scan = withOrder(Scan.of(operator).dtype(dtype));
          // First, as without an identity there must be a value to begin with.
          scan = initial == null ? scan : scan.initial(initial);
          scan = isExclusive ? scan.exclusive() : scan;
          scan = includesInitial ? scan.includeInitial() : scan;
          scan = overflow == OverflowPolicy.WRAP ? scan : scan.overflow(overflow);
          scan = threads == null ? scan : scan.parallelism(threads);
          return nan == null ? scan.nan(usualNaN) : withNaN(scan, operator, nan);
        });
  }

  private Scan withOrder(Scan scan) {
    try {
      return scan.order(order);
    } catch (IllegalArgumentException none) {
      throw new UsageException("--order: " + Failures.reason(none));
    }
  }

  private static Scan withNaN(Scan scan, Operator operator, NaNPolicy nan) {
    try {
      return scan.nan(nan);
    } catch (IllegalArgumentException _) {
      throw new UsageException(
          "--nan %s: %s has no identity to replace NaN with: expected propagate or refuse"
              .formatted(nan.name().toLowerCase(Locale.ROOT), operator));
    }
  }

  /**
   * Whether a failure is that of {@code --initial}, which the dtype cannot hold; that is only known
   * with the array.
   */
  public boolean isRefusedInitial(ArithmeticException failure) {
    return initial != null && Failures.reason(failure).contains("cannot hold the initial value");
  }

  /**
   * Refuses what no scan of segments can do.
   *
   * @throws UsageException if that is asked for
   */
  public void checkGoWith(SegmentOptions segments) {
    if (includesInitial && !segments.given().isEmpty()) {
      throw new UsageException(
          segments.given().getFirst()
              + " and --include-initial contradict each other: each segment would have one"
              + " element more, and there is no place for it");
    }
  }

  /** Builds a scan; what the library refuses about it is wrong with the command line. */
  private static Scan refusing(Supplier<Scan> building) {
    try {
      return building.get();
    } catch (IllegalArgumentException contradiction) {
      throw new UsageException(String.valueOf(contradiction.getMessage()));
    }
  }

  /** The library would refuse it too; but it is the command line that is wrong. */
  public static void checkAxis(int axis, int dimensions) {
    if (axis < -dimensions || axis >= dimensions) {
      throw new UsageException(
          "--axis %d: axis %d is out of bounds for array of dimension %d"
              .formatted(axis, axis, dimensions));
    }
  }
}
