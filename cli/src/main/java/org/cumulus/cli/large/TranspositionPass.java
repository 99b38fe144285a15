package org.cumulus.cli.large;

import java.lang.foreign.MemorySegment;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.NpyHeader;

/**
 * Brings an array in Fortran order a step nearer to C order: its first axis, whose elements lie
 * side by side in the file, becomes the one whose elements lie furthest apart among those that are
 * not yet in order. Chunks are about as long as they are wide, so both the reading and the writing
 * are of long stretches.
 */
final class TranspositionPass implements Pass {
  private final Extent source;
  private final Extent target;
  private final Schedule schedule;

  /**
   * Moves an axis.
   *
   * @param axis which one: all axes before it have been moved
   */
  TranspositionPass(NpyHeader header, int axis, Budget budget) {
    long[] shape = header.shape();
    long blocks = 1;
    long others = 1;
    for (int i = 0; i < shape.length; i++) {
      blocks *= i < axis ? shape[i] : 1;
      others *= i > axis ? shape[i] : 1;
    }
    source = new Extent(header, new FileLines(blocks, others, shape[axis]));
    target = new Extent(header, new FileLines(blocks, shape[axis], others));
    schedule = budget.square(source.lines(), header.dtype().itemSize());
  }

  @Override
  public String task() {
    return "reordering";
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

  @Override
  public Chunk targetOf(Chunk chunk) {
    return new Chunk(
        chunk.block(),
        chunk.blocks(),
        /* step= */ chunk.lane(),
        /* steps= */ chunk.lanes(),
        /* lane= */ chunk.step(),
        /* lanes= */ chunk.steps());
  }

  @Override
  public void work(Chunk chunk, MemorySegment in, MemorySegment out) {
    DType dtype = source.header().dtype();
    NDArray rows = NDArray.wrap(in, dtype, chunk.blocks(), chunk.steps(), chunk.lanes());
    rows.transpose(0, 2, 1)
        .copyTo(NDArray.wrap(out, dtype, chunk.blocks(), chunk.lanes(), chunk.steps()));
  }
}
