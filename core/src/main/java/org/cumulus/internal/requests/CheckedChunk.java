package org.cumulus.internal.requests;

import java.util.function.UnaryOperator;
import org.cumulus.DType;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a chunk of a stream overflows. The last element of an exclusive chunk has no result
 * in it, and is looked at all the same: the next chunk could not go on.
 *
 * @param source the elements
 * @param shape that of the stream
 * @param before where the stream is
 * @param running what the results begin with, of the operation's dtype; null if with the scan's
 * @param out the dtype of the output
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CheckedChunk(
    Request request,
    View source,
    int axis,
    long[] shape,
    StreamProgress before,
    @Nullable View running,
    DType out) {

  /** The first overflow, counted from the start of the stream; null if there is none. */
  @Nullable Found first() {
    Found first =
        running == null
            ? null
            : FirstOverflow.ofCast(
                running, out, line -> Strides.inserted(line, axis, before.carries().position()));
    long length = source.shape()[axis];
    if (length == 0) {
      return first;
    }
    DType type = before.type();
    View results = Allocation.like(source, type);
    new ResumableScan(type, request.rule.saturating(), axis, shape)
        .scan(source, results, before.carries());
    boolean hasBegun = before.carries().position() > 0;
    View given = hasBegun ? before.scan().last(before.carries(), type) : before.initial();
    if (!request.modes.isExclusive()) {
      return Found.first(first, in(source, results, given, out, 0));
    }
    long body = length - 1;
    first = Found.first(first, in(part(source, 0, body), part(results, 0, body), given, out, 0));
    View last = body == 0 ? given : results.select(axis, body - 1);
    return Found.first(first, in(part(source, body, 1), part(results, body, 1), last, type, body));
  }

  private View part(View view, long from, long count) {
    return view.narrow(axis, from, 1, count);
  }

  private @Nullable Found in(
      View elements, View results, @Nullable View given, DType cast, long from) {
    long start = before.carries().position() + from + (request.modes.isShifted() ? 1 : 0);
    return FirstOverflow.in(
        elements, results, given, cast, axis, start, request.rule, UnaryOperator.identity());
  }
}
