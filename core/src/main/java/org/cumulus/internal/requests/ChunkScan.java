package org.cumulus.internal.requests;

import java.util.function.UnaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.engine.Carries;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The scan of one chunk of a stream. In an exclusive one the last element of each line has no
 * result, but the next chunk continues from it.
 */
final class ChunkScan extends ModalScan {
  private final Request request;
  private final StreamProgress before;
  private final int axis;
  private Carries after;

  ChunkScan(Request request, StreamProgress before, ModeViews views) {
    super(request.fold, request.rule, before.type(), views);
    this.request = request;
    this.before = before;
    axis = views.axis();
    after = before.carries();
  }

  StreamProgress advance(View in, View out) {
    run(in, out);
    before.scan().recycle(before.carries(), after);
    return new StreamProgress(type, before.scan(), before.initial(), after, true);
  }

  @Override
  View source(View in) {
    return in;
  }

  @Override
  View start(DType out) {
    return before.running(fold).newAxis(axis);
  }

  @Override
  long[] startIndex(long[] index, long... shape) {
    index[axis] = before.carries().position();
    return index;
  }

  @Override
  void scan(View source, View results, Rule by) {
    ResumableScan scan = by.equals(rule) ? before.scan() : before.scan().by(by);
    if (!views.modes().isExclusive()) {
      after = scan.scan(source, results, before.carries());
      return;
    }
    boolean isCast = source.dtype().kind() == Kind.OBJECT && type.kind() != Kind.OBJECT;
    View elements = isCast ? Copy.cast(source, type, by.overflow()) : source;
    long length = elements.shape()[axis];
    if (length > 0) {
      View tail = part(elements, length - 1, 1);
      View last = tail.overlaps(results) ? Copy.cast(tail, tail.dtype()) : tail;
      Carries middle = scan.scan(part(elements, 0, length - 1), results, before.carries());
      after = scan.scan(last, Allocation.zeros(type, last.shape()), middle);
    }
  }

  private View part(View view, long from, long count) {
    return view.narrow(axis, from, 1, count);
  }

  @Override
  boolean isPossible(View results) {
    return FirstOverflow.isPossible(before.scan().last(after, type), type, rule)
        || FirstOverflow.isPossible(results, type, axis, rule);
  }

  @Override
  @Nullable Found find(View source, @Nullable Found beyond, DType out, long... shape) {
    long length = source.shape()[axis];
    if (length == 0) {
      return beyond;
    }
    View results = Allocation.like(source, type);
    before.scan().by(rule.saturating()).scan(source, results, before.carries());
    boolean hasBegun = before.carries().position() > 0;
    View given = hasBegun ? before.scan().last(before.carries(), type) : before.initial();
    if (!views.modes().isExclusive()) {
      return Found.first(beyond, find(source, results, given, out, 0));
    }
    long body = length - 1;
    Found first = find(part(source, 0, body), part(results, 0, body), given, out, 0);
    View last = body == 0 ? given : results.select(axis, body - 1);
    return Found.first(
        Found.first(beyond, first),
        find(part(source, body, 1), part(results, body, 1), last, type, body));
  }

  private @Nullable Found find(
      View elements, View results, @Nullable View given, DType out, long from) {
    // The first result of the stream may be what it starts from.
    long shift = request.modes.isShifted() ? 1 : 0;
    long start = before.carries().position() + from + shift;
    return FirstOverflow.in(
        elements, results, given, out, axis, start, rule, UnaryOperator.identity());
  }
}
