package org.cumulus;

import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cumulus.DType.Kind;
import org.cumulus.format.PythonTuple;
import org.cumulus.internal.Allocation;
import org.cumulus.internal.Carries;
import org.cumulus.internal.Copy;
import org.cumulus.internal.FirstOverflow;
import org.cumulus.internal.FirstOverflow.Found;
import org.cumulus.internal.NaNs;
import org.cumulus.internal.Overflow;
import org.cumulus.internal.ResumableScan;
import org.cumulus.internal.Strides;
import org.cumulus.internal.View;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose input comes chunk by chunk: the results are, to the bit, those of all chunks put
 * together along the scanned axis and scanned at once, in every {@link Order} and wherever the
 * chunks are cut.
 *
 * {@snippet :
 * ScanStream stream = Scan.of(Operator.ADD).stream(DType.FLOAT64);
 * stream.feed(new double[] {1, 2, 3});    // [1. 3. 6.]
 * stream.feed(new double[] {4});          // [10.]
 * stream.total();                         // 10.0
 * stream.position();                      // 4
 *
 * byte[] snapshot = stream.snapshot();    // small; may be kept in a file
 * ScanStream later = Scan.of(Operator.ADD).resume(snapshot);
 * later.feed(new double[] {5, 6});        // [15. 21.]
 * }
 *
 * <p>A stream {@linkplain Scan#stream of a shape} takes chunks of any length along the scanned
 * axis; the first axis of a wide array has whole rows for its chunks:
 *
 * {@snippet :
 * ScanStream rows = Scan.of(Operator.ADD).axis(0).stream(DType.INT32, -1, 3);
 * rows.feed(new int[][] {{1, 2, 3}, {4, 5, 6}});    // [[1 2 3]
 *                                                   //  [5 7 9]]
 * rows.feed(new int[][] {{1, 1, 1}});               // [[ 6  8 10]]
 * }
 *
 * <p>An {@linkplain Scan#exclusive exclusive} stream has the total before a chunk for the chunk's
 * first result. One that {@linkplain Scan#includeInitial includes the initial value} has one result
 * more for the first chunk, even if that is empty.
 *
 * <p>The operation's dtype is that of {@link Scan#apply(Object)} for the first chunk, or of {@link
 * Scan#apply(Object, NDArray)} if it has an output, and stays: what would need another one is
 * refused. With a {@linkplain Scan#dtype dtype} of its own a stream takes every output.
 *
 * <p>What fails leaves stream and output as they were. A stream belongs to one thread at a time;
 * {@linkplain Scan#parallelism several} may share the work of a large chunk. Who comes while
 * another is at work, or from within the operator's own function, gets a {@link
 * ConcurrentModificationException}, and the chunk is not scanned.
 */
public final class ScanStream {
  private final Scan scan;
  private final DType input;

  /** Whether chunks of any shape are flattened. */
  private final boolean isFlat;

  private final int axis;

  /** The shape of chunks that are empty along the axis. */
  private final long[] shape;

  private @Nullable Progress progress;

  /** Whether a thread is at work, and what is here may be half of the old and half of the new. */
  private final AtomicBoolean isAtWork = new AtomicBoolean();

  /**
   * How far a stream is.
   *
   * @param type the dtype of the operation
   * @param initial what lines start from, of that dtype; null for nothing
   * @param hasBegun whether results have been given out
   */
  record Progress(
      DType type, ResumableScan scan, @Nullable View initial, Carries carries, boolean hasBegun) {}

  ScanStream(Scan scan, DType input, int axis, long... shape) {
    this.scan = scan;
    this.input = input;
    this.axis = axis;
    this.shape = shape;
    isFlat = scan.axes.length == 0;
  }

  /**
   * Scans the next chunk into a fresh array.
   *
   * @param chunk an array, or anything that {@link NDArray#of(Object)} takes, of the stream's shape
   *     but along the scanned axis; a stream without an axis flattens any shape. Its dtype is the
   *     stream's, in any byte order, or one that the stream's can hold
   * @return the results, of the chunk's shape, or of one dimension if there is no axis
   * @throws IllegalArgumentException if the chunk does not fit the stream, or as {@link Scan#apply}
   * @throws ArithmeticException if objects do not fit
   */
  public NDArray feed(Object chunk) {
    return alone(() -> scanned(chunk));
  }

  private NDArray scanned(Object chunk) {
    View in = checked(chunk);
    Progress before = progress(null);
    long[] resultShape = resultShape(in, before);
    View out =
        isFlat
            ? Allocation.zeros(before.type, resultShape)
            : Allocation.like(in, before.type, resultShape);
    progress = advance(in, before, out);
    return new NDArray(out);
  }

  /**
   * Scans the next chunk into another array, cast to its dtype; the two may share memory in any
   * way.
   *
   * @param chunk as in {@link #feed(Object)}
   * @param out where the results go; of exactly their shape
   * @return {@code out}
   * @throws IllegalArgumentException as {@link #feed(Object)}; if {@code out} is read-only or of
   *     another shape; or if it would need another dtype for the operation than the chunks before.
   *     Nothing has been written then
   * @throws ArithmeticException if objects do not fit; nothing has been written then
   */
  public NDArray feed(Object chunk, NDArray out) {
    Objects.requireNonNull(out, "out");
    return alone(() -> scanned(chunk, out));
  }

  private NDArray scanned(Object chunk, NDArray out) {
    View in = checked(chunk);
    Progress before = progress(out.dtype());
    Scan.checkOutput(out.view(), resultShape(in, before));
    View target = out.view();
    View results = scan.rule.canFail() ? Allocation.like(target, target.dtype()) : target;
    Progress after = advance(in, before, results);
    Copy.copy(results, target);
    progress = after;
    return out;
  }

  /**
   * The running result: the last that an inclusive scan has given each line, or what lines start
   * from if there was no element yet.
   *
   * @return a fresh array of a chunk's shape without the scanned axis, in the operation's dtype
   * @throws IllegalStateException if there was no element yet, and neither is there a value to
   *     start from nor an identity
   */
  public NDArray total() {
    return alone(() -> new NDArray(running(progress(null, true))));
  }

  /** How many elements the stream has seen, of each line. */
  public long position() {
    return progress == null ? 0 : progress.carries.position();
  }

  /**
   * All that the stream remembers: its carry, where it is, and what scan, dtype and shape it
   * belongs to, with a checksum. {@link Scan#resume} makes a stream of it that goes on from here,
   * in this process or another one. Some hundred bytes and the carry, which has a value for each
   * line, seven in the order {@code BLOCKED}, and seventy in {@code EXACT}.
   *
   * @throws UnsupportedOperationException if the operation's dtype is object: objects may be of any
   *     class, and are not serialised
   */
  public byte[] snapshot() {
    return alone(() -> StreamSnapshot.write(this));
  }

  /** Does what needs the stream for itself. */
  private <T> T alone(Supplier<T> work) {
    if (!isAtWork.compareAndSet(false, true)) {
      throw new ConcurrentModificationException(
          "another call is at work on this stream: chunks must be fed one after the other");
    }
    try {
      return work.get();
    } finally {
      isAtWork.setRelease(false);
    }
  }

  Scan scan() {
    return scan;
  }

  DType input() {
    return input;
  }

  long[] shape() {
    return shape;
  }

  @Nullable Progress progress() {
    return progress;
  }

  void goOnFrom(Progress newProgress) {
    progress = newProgress;
  }

  /** The chunk in the stream's number of dimensions, if it fits. */
  private View checked(Object chunk) {
    View in = scan.operator.operand(chunk);
    if (isFlat) {
      in = in.ndim() == 1 ? in : new NDArray(in).ravel().view();
    }
    long[] found = in.shape().clone();
    if (found.length == shape.length) {
      found[axis] = 0;
    }
    if (!Arrays.equals(found, shape)) {
      throw new IllegalArgumentException(
          "a chunk of shape %s does not fit a stream of shape %s, whose axis %d may have any length"
              .formatted(PythonTuple.of(in.shape()), PythonTuple.of(shape), axis));
    }
    if (scan.modes.nan() == NaNPolicy.REFUSE) {
      Modes.checkNaN(in, axis, position());
    }
    if (in.dtype().toNativeOrder().equals(input)) {
      return in;
    }
    if (in.size() > 0 && !canHold(in.dtype())) {
      throw new IllegalArgumentException(
          "a chunk of %s does not fit a stream of %s".formatted(in.dtype(), input));
    }
    return Copy.cast(in, input);
  }

  private boolean canHold(DType dtype) {
    boolean isTime = dtype.kind() == Kind.TIMEDELTA64 || input.kind() == Kind.TIMEDELTA64;
    return !isTime && Promotion.common(dtype, input).equals(input);
  }

  private Progress progress(@Nullable DType out) {
    return progress(out, false);
  }

  /** Where the stream is, at least at its start; in the dtype that an output asks for. */
  private Progress progress(@Nullable DType out, boolean ofAnyDtype) {
    Progress current = progress;
    if (current != null && ofAnyDtype) {
      return current;
    }
    DType type = OperatorTypes.of(scan.operator, input, scan.dtype, out);
    scan.operator.check(scan.order, type);
    if (current == null) {
      return start(type);
    }
    if (!current.type.equals(type)) {
      throw new IllegalArgumentException(
          "the stream is scanned in %s, and %s would have it scanned in %s: give the scan a dtype"
              .formatted(current.type, out == null ? "no output" : "an output of " + out, type));
    }
    return current;
  }

  /** What the lines start from, in a dtype; null for nothing. */
  @Nullable View initial(DType type) {
    NDArray given = scan.modes.initial();
    return given == null ? null : InitialValue.in(type, given, scan.operator, scan.overflow);
  }

  private Progress start(DType type) {
    View initial = initial(type);
    ResumableScan resumable = resumable(type);
    return new Progress(type, resumable, initial, resumable.start(initial), false);
  }

  /** The scan in a dtype. */
  ResumableScan resumable(DType type) {
    return new ResumableScan(type, scan.rule, axis, shape);
  }

  private long[] resultShape(View in, Progress before) {
    long[] result = in.shape().clone();
    result[axis] += beginsWithInitial(before) ? 1 : 0;
    return result;
  }

  private boolean beginsWithInitial(Progress before) {
    return scan.modes.hasInitial() && !before.hasBegun;
  }

  /** The last results, or what the lines start from. */
  private View running(Progress at) {
    if (at.carries.position() > 0) {
      return at.scan.last(at.carries, at.type);
    }
    View start = AxisScans.start(scan.operator, at.initial, at.type, at.type);
    return Copy.cast(start.broadcastTo(Strides.without(shape, axis)), at.type);
  }

  /** Scans a chunk; whatever fails does so before the output is written. */
  private Progress advance(View in, Progress before, View out) {
    NaNPolicy policy = scan.modes.nan();
    boolean keepsNaN = policy == NaNPolicy.KEEP && NaNs.areIn(in.dtype());
    AxisScans.checkKeepsNaN(keepsNaN, in, out);
    View elements = keepsNaN && in.overlaps(out) ? Copy.cast(in, in.dtype()) : in;
    View source = keepsNaN || policy == NaNPolicy.SKIP ? scan.operator.withoutNaN(in) : in;
    boolean beginsWithInitial = beginsWithInitial(before);
    boolean isShifted = scan.modes.isExclusive() || beginsWithInitial;
    View running = isShifted && out.size() > 0 ? running(before) : null;
    boolean isChecked = scan.rule.isChecked();
    // Arithmetic on objects may fail at any of them.
    boolean isApart =
        before.type.kind() == Kind.OBJECT
            || (isChecked && FirstOverflow.isHidden(before.type, out.dtype()));
    View results = isApart ? Allocation.like(out, before.type) : out;
    CheckedChunk chunk = new CheckedChunk(scan, source, axis, shape, before, running, out.dtype());
    View first;
    Carries after;
    try {
      // What the results begin with is cast now, as that may fail.
      first = running == null ? null : Copy.cast(running, out.dtype(), scan.overflow);
      after =
          scan.modes.isExclusive()
              ? exclusively(source, before, results)
              : before.scan.scan(source, rest(results, isShifted), before.carries);
      if (isApart) {
        Copy.copy(rest(results, isShifted), rest(out, isShifted), scan.overflow);
      }
    } catch (Overflow overflow) {
      throw OverflowTexts.refusal(
          scan.operator, Objects.requireNonNull(chunk.first(), "overflow that cannot be found"));
    }
    if (isChecked && mayHaveOverflowed(rest(results, isShifted), before, after)) {
      Found found = chunk.first();
      if (found != null) {
        throw OverflowTexts.refusal(scan.operator, found);
      }
    }
    if (first != null && out.size() > 0) {
      Copy.copy(first, out.select(axis, 0));
    }
    if (keepsNaN) {
      NaNs.keep(elements, rest(out, beginsWithInitial));
    }
    before.scan.recycle(before.carries, after);
    return new Progress(before.type, before.scan, before.initial, after, true);
  }

  private boolean mayHaveOverflowed(View results, Progress before, Carries after) {
    View last = before.scan.last(after, before.type);
    return FirstOverflow.isPossible(last, before.type, scan.rule)
        || FirstOverflow.isPossible(results, before.type, axis, scan.rule);
  }

  /** The results behind the first, if that is not one of the scan's. */
  private View rest(View results, boolean isShifted) {
    long length = results.shape()[axis];
    return isShifted && length > 0 ? results.narrow(axis, 1, 1, length - 1) : results;
  }

  /** The last element of each line has no result here, but the next chunk goes on from it. */
  private Carries exclusively(View in, Progress before, View results) {
    DType type = before.type;
    boolean isCast = in.dtype().kind() == Kind.OBJECT && type.kind() != Kind.OBJECT;
    View source = isCast ? Copy.cast(in, type, scan.overflow) : in;
    long length = source.shape()[axis];
    if (length == 0) {
      return before.carries;
    }
    View body = source.narrow(axis, 0, 1, length - 1);
    View tail = source.narrow(axis, length - 1, 1, 1);
    View last = tail.overlaps(results) ? Copy.cast(tail, tail.dtype()) : tail;
    Carries middle = before.scan.scan(body, rest(results, true), before.carries);
    return before.scan.scan(last, Allocation.zeros(type, last.shape()), middle);
  }
}
