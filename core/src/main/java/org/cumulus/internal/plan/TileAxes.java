package org.cumulus.internal.plan;

import org.cumulus.DType;
import org.cumulus.internal.kernels.SequentialKernel;
import org.cumulus.internal.kernels.TransposingKernel;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Loops.Dimension;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * What the axes of a scan are to its tiles.
 *
 * <p>Three of them span the tiles: the scanned one; the lanes, which is the axis closest together
 * in the output's memory if that is not the scanned one; and the groups, the next closest after
 * these. The others loop around.
 *
 * <p>An array that is scanned as if flattened, but does not lie in memory in that order, has a
 * single line. Its tiles are stretches of it, two axes wide, and go to the kernel as one row.
 *
 * @param isFlat whether {@code step} and {@code lane} together are the line
 * @param outer the loops around the tiles' three
 * @param group how to get from a group of lanes to the next, and how many there are
 * @param step how to get from an element of a line to the next, and how many there are
 * @param lane how to get from a lane to the next, and how many there are
 */
public record TileAxes(
    boolean isFlat, Loops outer, Dimension group, Dimension step, Dimension lane) {

  /**
   * The axes of a scan along one of them.
   *
   * @param lineStrides how far each axis moves in the numbering of lines; null if nobody asks
   */
  static TileAxes along(int axis, View in, View out, long @Nullable [] lineStrides) {
    Dimension scanned = Dimension.of(in, out, axis);
    Loops others = Loops.byDistance(in, out, axis, lineStrides);
    Dimension closest = others.innermost();
    // How far a step would be that is not there means nothing.
    boolean isCloser =
        scanned.length() == 1 || Math.abs(closest.outStride()) < Math.abs(scanned.outStride());
    return closest.length() > 1 && isCloser
        ? new TileAxes(false, others.outer().outer(), others.outer().innermost(), scanned, closest)
        : new TileAxes(false, others.outer(), closest, scanned, Dimension.ONCE);
  }

  /**
   * The axes of a scan along one of them, between arrays of the arithmetic's own type, for a {@link
   * TransposingKernel}; null where it has nothing to transpose. Either the steps are neighbours in
   * the input and the groups in the output, or the groups are neighbours in the input only.
   */
  static @Nullable TileAxes transposed(
      int axis, View in, View out, DType type, long @Nullable [] lineStrides) {
    Dimension step = Dimension.of(in, out, axis);
    int atOnce = TransposingKernel.AT_ONCE;
    if (step.length() < atOnce || in.size() / step.length() < atOnce) {
      return null; // Most scans are known by now to have nothing to transpose, and have made no
      // loops.
    }
    boolean alongInput = step.inStride() == type.itemSize();
    Loops others =
        alongInput
            ? Loops.byDistance(in, out, axis, lineStrides)
            : Loops.byInputDistance(in, out, axis, lineStrides);
    Dimension group = others.innermost();
    boolean isTransposed =
        alongInput
            ? group.inStride() != type.itemSize() && group.outStride() == type.itemSize()
            : group.inStride() == type.itemSize() && group.outStride() != type.itemSize();
    return isTransposed && group.length() >= atOnce
        ? new TileAxes(false, others.outer(), group, step, Dimension.ONCE)
        : null;
  }

  /** The axes of a scan of all elements in C order. */
  static TileAxes flat(View in, View out) {
    Loops loops = Loops.inOrder(in, out);
    Loops around = loops.outer();
    return around.isEmpty()
        ? new TileAxes(false, around, Dimension.ONCE, loops.innermost(), Dimension.ONCE)
        : new TileAxes(true, around.outer(), Dimension.ONCE, around.innermost(), loops.innermost());
  }

  /**
   * The lines of one tile, by their numbers.
   *
   * @param round of the loops around the tiles
   */
  public Resumption.Lines lines(long round, long from, int groups, long fromLane, int lanes) {
    long groupStride = group.lineStride();
    long laneStride = lane.lineStride();
    long first = outer.lineAt(round) + from * groupStride + fromLane * laneStride;
    return new Resumption.Lines((int) first, groups, (int) groupStride, lanes, (int) laneStride);
  }

  /** How many elements are scanned. */
  long size() {
    return outer.size() * group.length() * step.length() * lane.length();
  }

  /**
   * Whether the kernel can work in the input as it stands, if that is a Java array of the
   * arithmetic's own type.
   */
  boolean isTileOfInput(DType type) {
    return isInReach(type, step.inStride(), lane.inStride(), group.inStride());
  }

  /** The same for the output. */
  boolean isTileOfOutput(DType type) {
    return isInReach(type, step.outStride(), lane.outStride(), group.outStride());
  }

  private boolean isInReach(DType type, long stepStride, long laneStride, long groupStride) {
    return lane.length() > 1
        ? laneStride == type.itemSize() && !isFlat
        : group.length() == 1 || Math.abs(stepStride) <= Math.abs(groupStride);
  }

  /**
   * Whether tiles of a line that does not lie in order can be transposed from the input's array
   * straight into the place of their results, if both are arrays of the arithmetic's own type:
   * neighbours of the input are a row apart, and rows follow one another in the output.
   */
  boolean transposesInPlace(DType type) {
    return isFlat
        && step.inStride() == type.itemSize()
        && lane.outStride() == type.itemSize()
        && step.outStride() == lane.length() * lane.outStride();
  }

  /**
   * Whether tiles of the input have either many lanes, which are neighbours in memory, or one, in
   * which many steps are, or which is the only line.
   */
  boolean areWide(View in) {
    int itemSize = in.dtype().itemSize();
    return !isFlat
        && (lane.length() > 1
            ? lane.length() >= SequentialKernel.MANY_LANES && lane.inStride() == itemSize
            : (step.length() >= SequentialKernel.SHORT_LENGTH || isSingleLine())
                && step.inStride() == itemSize);
  }

  private boolean isSingleLine() {
    return group.length() == 1 && outer.isEmpty();
  }

  /** Whether the input lies the other way round in memory than the output. */
  boolean isTransposed() {
    return lane.length() > 1
        ? Math.abs(lane.inStride()) > Math.abs(step.inStride())
        : group.length() > 1
            && (Math.abs(group.inStride()) < Math.abs(step.inStride()))
                != (Math.abs(group.outStride()) < Math.abs(step.outStride()));
  }

  /** Whether a tile of the input could be loaded into the output's own place, or the other way. */
  boolean hasNeighbours(DType type, long stepStride) {
    return lane.length() > 1 || stepStride == type.itemSize();
  }
}
