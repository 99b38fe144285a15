package org.cumulus.internal.requests;

import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NaNPolicy;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.Shapes;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
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
    return (current == null ? start(request.type(input, null)) : current).running(request.fold);
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
    // Arithmetic on objects may fail at any of them.
    boolean canFail = request.rule.canFail() || before.type().kind() == Kind.OBJECT;
    View results = canFail ? Allocation.like(out, out.dtype()) : out;
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
    return views(before).resultShape(in);
  }

  /** The modes of the next chunk as views. */
  private ModeViews views(StreamProgress before) {
    return new ModeViews(before.hasBegun() ? request.modes.begun() : request.modes, axis);
  }

  /** Scans a chunk; the output may have been written, in part, if it fails. */
  public StreamProgress advance(View in, StreamProgress before, View out) {
    return new ChunkScan(request, before, views(before)).advance(in, out);
  }
}
