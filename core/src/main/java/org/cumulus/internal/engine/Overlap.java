package org.cumulus.internal.engine;

import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Memory.Bytes;
import org.cumulus.internal.memory.View;

/** Input that the output would overwrite before it is read. */
final class Overlap {
  private Overlap() {}

  /**
   * The input as it is now, whatever is written to the output: itself if they share no memory, or
   * every element its own place. Else what they share is copied away; if that is no small part of
   * the input, all of it, as whole arrays are read faster.
   */
  static View unaffected(View in, View out) {
    if (!in.overlaps(out) || in.coincides(out)) {
      return in;
    }
    if (in.memory() instanceof Bytes bytes) {
      long shift = out.memory().arrayOffset() - bytes.arrayOffset();
      int margin = in.dtype().itemSize() - 1; // Elements may lie across the output's ends.
      long from = Math.max(in.lowest(), out.lowest() + shift - margin);
      long to = Math.min(in.highest(), out.highest() + shift + margin);
      if (to - from <= in.size() * in.dtype().itemSize() / 2) {
        return in.on(Allocation.patched(bytes, from, to), 0);
      }
    }
    return Copy.cast(in, in.dtype());
  }
}
