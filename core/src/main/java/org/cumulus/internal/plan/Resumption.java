package org.cumulus.internal.plan;

import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.memory.Tile;

/**
 * The carries that the lines of a scan go on from, and those that they leave behind: of all lines
 * together, numbered in C order whatever their place in memory, so that the next piece of the lines
 * may lie there in another way.
 *
 * @param <A> the array type of the carrier
 * @param before what lines go on from; not changed, so that whoever fails can begin again
 * @param after what they leave behind
 * @param last the last result of each line
 * @param lines how many lines there are
 * @param strides how far each axis of the views moves in the numbering of lines
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Resumption<A>(A before, A after, A last, int lines, long[] strides) {

  /**
   * The lines of one tile.
   *
   * @param first the number of the first one
   * @param groupStride how far the next group is in the numbering
   * @param laneStride how far the next lane is
   */
  public record Lines(int first, int groups, int groupStride, int lanes, int laneStride) {
    int count() {
      return groups * lanes;
    }

    /** How many lines are neighbours in the numbering as they are in the tile. */
    private int together() {
      if (lanes > 1 && laneStride != 1) {
        return 1;
      }
      return groups == 1 || groupStride == lanes ? count() : lanes;
    }

    /** The number of a line of the tile. */
    private int number(int line) {
      return first + line / lanes * groupStride + line % lanes * laneStride;
    }
  }

  /** Makes the carry of a tile that of its lines. */
  public void load(Kernel<?, A> kernel, Lines tile, A carry) {
    int count = tile.together();
    for (int line = 0; line < tile.count(); line += count) {
      kernel.copyCarry(before, lines, tile.number(line), carry, tile.count(), line, count);
    }
  }

  /** Keeps the carry of a tile for its lines. */
  public void save(Kernel<?, A> kernel, Lines tile, A carry) {
    int count = tile.together();
    for (int line = 0; line < tile.count(); line += count) {
      kernel.copyCarry(carry, tile.count(), line, after, lines, tile.number(line), count);
    }
  }

  /** Keeps the last results of a tile, those of a step. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public void keepLast(Tile<A> results, int step, Lines tile) {
    int from = results.start() + step * results.stepPitch();
    boolean areTogether = tile.laneStride() == 1;
    int count = areTogether ? tile.lanes() : 1;
    for (int line = 0; line < tile.count(); line += count) {
      int at = from + line / tile.lanes() * results.groupPitch() + line % tile.lanes();
      System.arraycopy(results.array(), at, last, tile.number(line), count);
    }
  }
}
