package org.cumulus.cli.files;

import java.lang.foreign.MemorySegment;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/** The scan of a file along one axis, or of all its elements as they lie. */
final class ScanPass implements Pass {
  /** Of the three axes of whole lines: blocks, steps, lanes. */
  private static final int STEPS = 1;

  private final ScanRequest request;
  private final Budget budget;
  private final Extent source;
  private final Extent target;
  private final Schedule schedule;
  private final Scan whole;
  private final Scan streamed;
  private @Nullable ScanStream stream;

  ScanPass(ScanRequest request, NpyHeader header, @Nullable Integer axis, Budget budget) {
    this.request = request;
    this.budget = budget;
    Lines lines = Lines.of(header, axis);
    DType type = request.result(header.dtype());
    source = new Extent(header, lines);
    target =
        new Extent(
            NpyHeader.of(type, header.fortranOrder() && axis != null, resultShape(header, axis)),
            lines.withSteps(lines.steps() + extraSteps()));
    int itemBytes = Math.max(header.dtype().itemSize(), type.itemSize());
    schedule = budget.schedule(lines, request.isReverse(), itemBytes, request.carryBytes());
    whole = request.alongAxis(STEPS);
    streamed = request.forward().axis(0);
  }

  private int extraSteps() {
    return request.includesInitial() ? 1 : 0;
  }

  private long[] resultShape(NpyHeader header, @Nullable Integer axis) {
    long[] shape = axis == null ? new long[] {header.size()} : header.shape();
    shape[axis == null ? 0 : axis] += extraSteps();
    return shape;
  }

  @Override
  public String task() {
    return "scanning";
  }

  @Override
  public Extent source() {
    return source;
  }

  @Override
  public Extent target() {
    return target;
  }

  @Override
  public Schedule schedule() {
    return schedule;
  }

  /** All results stand one step later but backwards; the first chunk of a line has one more. */
  @Override
  public Chunk targetOf(Chunk chunk) {
    if (!request.includesInitial()) {
      return chunk;
    }
    boolean starts = schedule.startsLines(chunk);
    long step = chunk.step() + (starts || request.isReverse() ? 0 : 1);
    return chunk.withSteps(step, chunk.steps() + (starts ? 1 : 0));
  }

  @Override
  public Chunk largestTarget() {
    Chunk largest = schedule.largest();
    return largest.withSteps(0, largest.steps() + extraSteps());
  }

  @Override
  public void work(Chunk chunk, MemorySegment in, MemorySegment out) {
    if (schedule.hasWholeLines()) {
      NDArray _ = whole.apply(array(source, chunk, in), array(target, targetOf(chunk), out));
      return;
    }
    if (stream == null || schedule.startsLines(chunk)) {
      stream = streamed.stream(source.header().dtype(), -1, chunk.lanes());
    }
    NDArray steps = array(source, chunk, in).select(0, 0);
    NDArray results = array(target, targetOf(chunk), out).select(0, 0);
    NDArray _ =
        request.isReverse()
            ? stream.feed(steps.flip(0), results.flip(0))
            : stream.feed(steps, results);
    budget.tidy();
  }

  private static NDArray array(Extent extent, Chunk chunk, MemorySegment memory) {
    return NDArray.wrap(
        memory, extent.header().dtype(), chunk.blocks(), chunk.steps(), chunk.lanes());
  }

  @Override
  public byte[] snapshot() {
    return stream == null ? new byte[0] : stream.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    stream = snapshot.length == 0 ? null : streamed.resume(snapshot);
  }
}
