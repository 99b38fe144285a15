package org.cumulus.internal.lines;

import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Loops.Body;
import org.cumulus.internal.memory.View;

/** Writes one value to the first element of every segment of every line. */
public final class SegmentStarts {
  /** From this many lines on a row of them at a time is worth a copy. */
  private static final int MANY_LINES = 64;

  private SegmentStarts() {}

  /**
   * Writes a value of a view's own dtype.
   *
   * @param offsets where segments begin along the axis, and where the last one ends
   */
  public static void fill(View out, int axis, long[] offsets, View value) {
    if (out.size() == 0) {
      return;
    }
    if (out.size() / out.shape()[axis] >= MANY_LINES) {
      for (int i = 0; i < offsets.length - 1; i++) {
        View row = out.narrow(axis, offsets[i], 1, 1);
        Copy.copy(value.broadcastTo(row.shape()), row);
      }
      return;
    }
    long stride = out.strides()[axis];
    Body writer = Elements.writer(out, value);
    Loops.byDistance(out, out, axis, null)
        .run(
            out.offset(),
            out.offset(),
            (line, same) -> {
              for (int i = 0; i < offsets.length - 1; i++) {
                long position = line + offsets[i] * stride;
                writer.at(position, position);
              }
            });
  }
}
