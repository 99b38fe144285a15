package org.cumulus;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Scans as intermediate operations of {@code java.util.stream}: every element goes in, and its
 * running result comes out.
 *
 * {@snippet :
 * Stream.of(2.0, 4.0, 6.0).gather(ScanGatherers.ofDoubles(Scan.of(Operator.ADD)));
 *     // 2.0, 6.0, 12.0
 * Stream.of(2L, 4L, 6L).gather(ScanGatherers.ofLongs(Scan.of(Operator.ADD).exclusive()));
 *     // 0, 2, 6
 * Stream.of(new double[] {2, 4}, new double[] {6})
 *     .gather(ScanGatherers.ofArrays(Scan.of(Operator.ADD).order(Order.BLOCKED)));
 *     // {2, 6}, {12}
 * }
 *
 * <p>Each terminal operation has a {@link ScanStream} of its own, so the same gatherer may be used
 * again and again. Elements are scanned in encounter order, one after the other, in parallel
 * streams too, and results are pushed as soon as their element is there, so that infinite streams
 * can be cut short. A boxed element takes about 0.2 microseconds: where speed matters let the
 * elements come in arrays.
 *
 * <p>What {@link Scan#stream} refuses is refused when the gatherer is made, or, where that depends
 * on the first array, by the terminal operation.
 */
public final class ScanGatherers {
  private ScanGatherers() {}

  /**
   * A scan of doubles, in the scan's dtype, else in {@code float64}.
   *
   * @param scan a scan of a line: with no axis, or axis 0
   * @return a gatherer with a result for each element, and one before if the scan {@linkplain
   *     Scan#includeInitial includes the initial value}
   * @throws IllegalArgumentException as {@link Scan#stream}
   */
  public static Gatherer<Double, ?, Double> ofDoubles(Scan scan) {
    Objects.requireNonNull(scan, "scan");
    return boxed(
        () ->
            new Elements<>(
                scan, new double[1], new double[1], (array, x) -> array[0] = x, y -> y[0]));
  }

  /**
   * A scan of longs, in the scan's dtype, else in {@code int64}.
   *
   * @param scan a scan of a line: with no axis, or axis 0
   * @return a gatherer with a result for each element, and one before if the scan {@linkplain
   *     Scan#includeInitial includes the initial value}
   * @throws IllegalArgumentException as {@link Scan#stream}
   */
  public static Gatherer<Long, ?, Long> ofLongs(Scan scan) {
    Objects.requireNonNull(scan, "scan");
    return boxed(
        () ->
            new Elements<>(scan, new long[1], new long[1], (array, x) -> array[0] = x, y -> y[0]));
  }

  /**
   * A scan of chunks, each of which becomes the array of its results. The first says what dtype all
   * have, and what shape but along the scanned axis.
   *
   * @param scan a scan; with no axis, each chunk is flattened
   * @param <T> the type of the chunks and of their results: {@link NDArray}, {@code double[]},
   *     {@code float[]} or {@code long[]}; other chunks are refused by the terminal operation, with
   *     an {@link IllegalArgumentException}. The results of an {@code NDArray} have the dtype that
   *     {@link Scan#apply} gives them
   * @return a gatherer with an array of results for each array
   * @throws IllegalArgumentException if the scan is backwards or along several axes
   */
  public static <T> Gatherer<T, ?, T> ofArrays(Scan scan) {
    Objects.requireNonNull(scan, "scan");
    scan.request().checkStream();
    return Gatherer.ofSequential(
        () -> new Chunks<T>(scan),
        Integrator.ofGreedy((chunks, chunk, downstream) -> downstream.push(chunks.scanned(chunk))));
  }

  private static <A, T> Gatherer<T, ?, T> boxed(Supplier<Elements<A, T>> start) {
    var _ = start.get(); // What it refuses is to be refused now.
    return Gatherer.ofSequential(
        start,
        Integrator.ofGreedy((elements, element, downstream) -> elements.add(element, downstream)),
        Elements::end);
  }

  /** A stream that is fed with one element at a time, in an array of one. */
  private static final class Elements<A, T> {
    private final ScanStream stream;
    private final A element;
    private final A result;
    private final NDArray in;
    private final NDArray out;
    private final BiConsumer<A, T> set;
    private final Function<A, T> get;
    private boolean beginsWithInitial;

    Elements(Scan scan, A element, A result, BiConsumer<A, T> set, Function<A, T> get) {
      in = NDArray.wrap(element);
      out = NDArray.wrap(result);
      stream = scan.stream(in.dtype());
      this.element = element;
      this.result = result;
      this.set = set;
      this.get = get;
      beginsWithInitial = scan.request().modes.hasInitial();
    }

    boolean add(T value, Downstream<? super T> downstream) {
      if (beginsWithInitial && !begin(downstream)) {
        return false;
      }
      set.accept(element, value);
      return feed(in, downstream);
    }

    private boolean begin(Downstream<? super T> downstream) {
      beginsWithInitial = false;
      return feed(in.slice(":0"), downstream);
    }

    private boolean feed(NDArray chunk, Downstream<? super T> downstream) {
      stream.feed(chunk, out);
      return downstream.push(get.apply(result));
    }

    void end(Downstream<? super T> downstream) {
      if (beginsWithInitial) {
        begin(downstream);
      }
    }
  }

  /** A stream of the dtype and shape of the first chunk. */
  private static final class Chunks<T> {
    private final Scan scan;
    private @Nullable ScanStream stream;
    private boolean beginsWithInitial;

    Chunks(Scan scan) {
      this.scan = scan;
      beginsWithInitial = scan.request().modes.hasInitial();
    }

    @SuppressWarnings("unchecked") // Every case gives the type of its chunk.
    T scanned(T chunk) {
      int more = beginsWithInitial ? 1 : 0;
      Object result =
          switch (chunk) {
            case NDArray array -> stream(array).feed(array);
            case double[] doubles -> into(new double[doubles.length + more], doubles);
            case float[] floats -> into(new float[floats.length + more], floats);
            case long[] longs -> into(new long[longs.length + more], longs);
            default ->
                throw new IllegalArgumentException(
                    "cannot scan chunks of %s: expected NDArray, double[], float[] or long[]"
                        .formatted(chunk.getClass().getTypeName()));
          };
      beginsWithInitial = false;
      return (T) result;
    }

    private Object into(Object result, Object chunk) {
      NDArray in = NDArray.wrap(chunk);
      stream(in).feed(in, NDArray.wrap(result));
      return result;
    }

    private ScanStream stream(NDArray chunk) {
      ScanStream current = stream;
      if (current == null) {
        boolean isFlat = scan.request().axes.length == 0;
        current = isFlat ? scan.stream(chunk.dtype()) : scan.stream(chunk.dtype(), chunk.shape());
        stream = current;
      }
      return current;
    }
  }
}
