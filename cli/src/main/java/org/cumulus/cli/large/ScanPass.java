package org.cumulus.cli.large;

import java.lang.foreign.MemorySegment;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNException;
import org.cumulus.OverflowException;
import org.cumulus.Scan;
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
  private final CarriedLines lines;

  ScanPass(ScanRequest request, NpyHeader header, @Nullable Integer axis, Budget budget) {
    this.request = request;
    this.budget = budget;
    FileLines around = FileLines.of(header, axis);
    DType type = request.result(header.dtype());
    source = new Extent(header, around);
    target =
        new Extent(
            NpyHeader.of(type, header.fortranOrder() && axis != null, resultShape(header, axis)),
            around.withSteps(around.steps() + extraSteps()));
    int itemBytes = Math.max(header.dtype().itemSize(), type.itemSize());
    schedule = budget.schedule(around, request.isReverse(), itemBytes, request.carryBytes());
    whole = request.alongAxis(STEPS).parallelism(1); // Several chunks are worked on at once.
    NDArray _ =
        whole.apply(NDArray.zeros(header.dtype(), 0, around.steps(), 1)); // Refuses segments.
    lines =
        new CarriedLines(
            request.forward().axis(0), header.dtype(), request.segmentStarts(around.steps()));
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
  public boolean goesOnFromChunkToChunk() {
    return !schedule.hasWholeLines();
  }

  @Override
  public void work(Chunk chunk, MemorySegment in, MemorySegment out) {
    try {
      if (schedule.hasWholeLines()) {
        NDArray _ = whole.apply(array(source, chunk, in), array(target, targetOf(chunk), out));
      } else {
        goOn(chunk, in, out);
      }
    } catch (NaNException refused) {
      throw refused.at(indexInFile(source, chunk, refused.index()));
    } catch (OverflowException refused) {
      throw refused.at(indexInFile(target, chunk, refused.index()));
    }
  }

  private void goOn(Chunk chunk, MemorySegment in, MemorySegment out) {
    NDArray steps = array(source, chunk, in).select(0, 0);
    NDArray results = array(target, targetOf(chunk), out).select(0, 0);
    if (request.isReverse()) {
      long before = source.lines().steps() - chunk.step() - chunk.steps();
      lines.scan(before, steps.flip(0), results.flip(0));
    } else {
      lines.scan(chunk.step(), steps, results);
    }
    budget.tidy();
  }

  /**
   * Where in the whole array something is that is wrong with a chunk. Chunks of whole lines know it
   * by block, step and lane of their own; lines that go on by lane, and step of the line.
   */
  private long[] indexInFile(Extent extent, Chunk chunk, long[] index) {
    if (schedule.hasWholeLines()) {
      return extent.index(chunk.block() + index[0], index[1], chunk.lane() + index[2]);
    }
    long step = request.isReverse() ? extent.lines().steps() - 1 - index[0] : index[0];
    return extent.index(chunk.block(), step, chunk.lane() + index[1]);
  }

  private static NDArray array(Extent extent, Chunk chunk, MemorySegment memory) {
    return NDArray.wrap(
        memory, extent.header().dtype(), chunk.blocks(), chunk.steps(), chunk.lanes());
  }

  @Override
  public byte[] snapshot() {
    return lines.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    lines.restore(snapshot);
  }
}
