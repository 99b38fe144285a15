package org.cumulus.internal.requests;

import java.util.Arrays;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NaNPolicy;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.checks.NaNs;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Carries;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.Shapes;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Overflow;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose input comes chunk by chunk, wherever it is at the moment.
 *
 * @param request what it is asked to be
 * @param input the dtype of the chunks, in native byte order
 * @param axis the axis along which they follow one another
 * @param shape the shape of chunks that are empty along the axis
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StreamScan(Request request, DType input, int axis, long... shape) {
  /**
   * The stream of a request.
   *
   * @param shape the shape of the chunks, of any length along the axis; none for a line
   */
  public static StreamScan of(Request request, DType input, long... shape) {
    request.checkStream();
    int[] axes = request.axes;
    if (axes.length == 0 && shape.length > 0) {
      throw new IllegalArgumentException(
          "a stream of shape %s needs an axis: without one chunks of any shape are flattened"
              .formatted(PythonTuple.of(shape)));
    }
    long[] chunks = shape.length == 0 ? new long[1] : shape.clone();
    int axis = axes.length == 0 ? 0 : Axes.checked(axes[0], chunks.length);
    chunks[axis] = 0;
    Strides.checkedSize(chunks);
    request.type(input, null);
    return new StreamScan(request, input.toNativeOrder(), axis, chunks);
  }

  /** Whether chunks of any shape are flattened. */
  private boolean isFlat() {
    return request.axes.length == 0;
  }

  /** The chunk in the stream's number of dimensions, if it fits. */
  public View checked(Object chunk, long position) {
    View in = Operands.of(request.fold, chunk);
    if (isFlat()) {
      in = in.ndim() == 1 ? in : Copy.flattened(in);
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
    if (request.modes.nan() == NaNPolicy.REFUSE) {
      Modes.checkNaN(in, axis, position);
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

  /**
   * Where the stream is, at least at its start; in the dtype that an output asks for.
   *
   * @param current where it is; null for its start
   */
  public StreamProgress progress(@Nullable StreamProgress current, @Nullable DType out) {
    DType type = request.type(input, out);
    if (current == null) {
      return start(type);
    }
    if (!current.type().equals(type)) {
      throw new IllegalArgumentException(
          "the stream is scanned in %s, and %s would have it scanned in %s: give the scan a dtype"
              .formatted(current.type(), out == null ? "no output" : "an output of " + out, type));
    }
    return current;
  }

  /** The last results, or what the lines start from, in a fresh array. */
  public View total(@Nullable StreamProgress current) {
    return running(current == null ? start(request.type(input, null)) : current);
  }

  /** An array for the results of a chunk. */
  public View fresh(View in, StreamProgress before) {
    long[] resultShape = resultShape(in, before);
    return isFlat()
        ? Allocation.zeros(before.type(), resultShape)
        : Allocation.like(in, before.type(), resultShape);
  }

  /** Scans a chunk into an array that is there; whatever fails does so before it is written. */
  public StreamProgress into(View in, StreamProgress before, View out) {
    Shapes.checkOutput(out, resultShape(in, before));
    View results = request.rule.canFail() ? Allocation.like(out, out.dtype()) : out;
    StreamProgress after = advance(in, before, results);
    Copy.copy(results, out);
    return after;
  }

  /** What the lines start from, in a dtype; null for nothing. */
  @Nullable View initial(DType type) {
    View given = request.modes.initial();
    return given == null ? null : InitialValue.in(type, given, request.fold, request.overflow);
  }

  private StreamProgress start(DType type) {
    View initial = initial(type);
    ResumableScan resumable = resumable(type);
    return new StreamProgress(type, resumable, initial, resumable.start(initial), false);
  }

  /** The scan in a dtype. */
  ResumableScan resumable(DType type) {
    return new ResumableScan(type, request.rule, axis, shape);
  }

  private long[] resultShape(View in, StreamProgress before) {
    long[] result = in.shape().clone();
    result[axis] += beginsWithInitial(before) ? 1 : 0;
    return result;
  }

  private boolean beginsWithInitial(StreamProgress before) {
    return request.modes.hasInitial() && !before.hasBegun();
  }

  /** The last results, or what the lines start from. */
  private View running(StreamProgress at) {
    if (at.carries().position() > 0) {
      return at.scan().last(at.carries(), at.type());
    }
    View start = AxisScans.start(request.fold, at.initial(), at.type(), at.type());
    return Copy.cast(start.broadcastTo(Strides.without(shape, axis)), at.type());
  }

  /** Scans a chunk; whatever fails does so before the output is written. */
  public StreamProgress advance(View in, StreamProgress before, View out) {
    View kept = request.modes.keptNaN(in, out);
    View source = request.modes.skipsNaN() ? request.fold.withoutNaN(in) : in;
    boolean beginsWithInitial = beginsWithInitial(before);
    boolean isShifted = request.modes.isExclusive() || beginsWithInitial;
    View running = isShifted && out.size() > 0 ? running(before) : null;
    boolean isChecked = request.rule.isChecked();
    // Arithmetic on objects may fail at any of them.
    boolean isApart =
        before.type().kind() == Kind.OBJECT
            || (isChecked && FirstOverflow.isHidden(before.type(), out.dtype()));
    View results = isApart ? Allocation.like(out, before.type()) : out;
    CheckedChunk chunk =
        new CheckedChunk(request, source, axis, shape, before, running, out.dtype());
    View first;
    Carries after;
    try {
      // What the results begin with is cast now, as that may fail.
      first = running == null ? null : Copy.cast(running, out.dtype(), request.overflow);
      after =
          request.modes.isExclusive()
              ? exclusively(source, before, results)
              : before.scan().scan(source, rest(results, isShifted), before.carries());
      if (isApart) {
        Copy.copy(rest(results, isShifted), rest(out, isShifted), request.overflow);
      }
    } catch (Overflow overflow) {
      throw Refusals.refusal(
          request.fold, Objects.requireNonNull(chunk.first(), "overflow that cannot be found"));
    }
    if (isChecked && mayHaveOverflowed(rest(results, isShifted), before, after)) {
      Found found = chunk.first();
      if (found != null) {
        throw Refusals.refusal(request.fold, found);
      }
    }
    if (first != null && out.size() > 0) {
      Copy.copy(first, out.select(axis, 0));
    }
    if (kept != null) {
      NaNs.keep(kept, rest(out, beginsWithInitial));
    }
    before.scan().recycle(before.carries(), after);
    return new StreamProgress(before.type(), before.scan(), before.initial(), after, true);
  }

  private boolean mayHaveOverflowed(View results, StreamProgress before, Carries after) {
    View last = before.scan().last(after, before.type());
    return FirstOverflow.isPossible(last, before.type(), request.rule)
        || FirstOverflow.isPossible(results, before.type(), axis, request.rule);
  }

  /** The results behind the first, if that is not one of the scan's. */
  private View rest(View results, boolean isShifted) {
    long length = results.shape()[axis];
    return isShifted && length > 0 ? results.narrow(axis, 1, 1, length - 1) : results;
  }

  /** The last element of each line has no result here, but the next chunk goes on from it. */
  private Carries exclusively(View in, StreamProgress before, View results) {
    DType type = before.type();
    boolean isCast = in.dtype().kind() == Kind.OBJECT && type.kind() != Kind.OBJECT;
    View source = isCast ? Copy.cast(in, type, request.overflow) : in;
    long length = source.shape()[axis];
    if (length == 0) {
      return before.carries();
    }
    View body = source.narrow(axis, 0, 1, length - 1);
    View tail = source.narrow(axis, length - 1, 1, 1);
    View last = tail.overlaps(results) ? Copy.cast(tail, tail.dtype()) : tail;
    Carries middle = before.scan().scan(body, rest(results, true), before.carries());
    return before.scan().scan(last, Allocation.zeros(type, last.shape()), middle);
  }
}
