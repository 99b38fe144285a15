package org.cumulus;

import java.lang.foreign.MemorySegment;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.View;

/** Views with any strides, as NumPy's {@code as_strided}; the public ways to views give fewer. */
public final class StridedViews {
  private StridedViews() {}

  /**
   * A view of a segment; every element must lie within it.
   *
   * @param offset where the first element stands, in bytes
   */
  public static NDArray of(
      MemorySegment segment, DType dtype, long offset, long[] shape, long... strides) {
    return new NDArray(
        new View(dtype, new Memory.Segment(segment), offset, shape, strides, segment.isReadOnly()));
  }
}
