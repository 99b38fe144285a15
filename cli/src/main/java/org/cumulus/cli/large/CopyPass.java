package org.cumulus.cli.large;

import java.lang.foreign.MemorySegment;
import org.cumulus.npy.NpyHeader;

/** Puts elements as they are into a file, from which they can be read in any order. */
final class CopyPass implements Pass {
  private final Extent extent;
  private final Schedule schedule;

  CopyPass(NpyHeader header, Budget budget) {
    extent = new Extent(header, FileLines.of(header, null));
    schedule = budget.schedule(extent.lines(), false, header.dtype().itemSize(), 0);
  }

  @Override
  public String task() {
    return "spilling";
  }

  @Override
  public Extent source() {
    return extent;
  }

  @Override
  public Extent target() {
    return extent;
  }

  @Override
  public Schedule schedule() {
    return schedule;
  }

  @Override
  public void work(Chunk chunk, MemorySegment in, MemorySegment out) {
    out.copyFrom(in);
  }
}
