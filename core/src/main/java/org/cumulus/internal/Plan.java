package org.cumulus.internal;

import org.cumulus.DType;
import org.cumulus.internal.Loops.Dimension;

/**
 * How one scan of real elements is carried out: what the tiles are, in which order they come, what
 * can be left out because an array is a tile already, and how many threads share the work. All
 * policy is here and in {@link Tiling}; {@link Pipeline} only obeys.
 *
 * <p>Of all the axes, three span the tiles: the scanned one; the lanes, which is the axis closest
 * together in the output's memory if that is not the scanned one; and the groups, the next closest
 * after these. The others loop around.
 *
 * <p>An array that is scanned as if flattened, but does not lie in memory in that order, has a
 * single line. Its tiles are stretches of it, two axes wide, and go to the kernel as one row.
 *
 * @param kernel the loops
 * @param type the dtype of the arithmetic
 * @param in where the elements come from
 * @param out where the results go to, of the same shape
 * @param isFlat whether {@code step} and {@code lane} together are the line
 * @param outer the loops around the tiles' three
 * @param group how to get from a group of lanes to the next, and how many there are
 * @param step how to get from an element of a line to the next, and how many there are
 * @param lane how to get from a lane to the next, and how many there are
 * @param readsDirectly whether tiles of the input are there without loading
 * @param writesDirectly whether tiles of the output are there without storing
 * @param tiling how large the tiles are, and how many threads share them
 */
record Plan<A>(
    Kernel<A> kernel,
    DType type,
    View in,
    View out,
    boolean isFlat,
    Loops outer,
    Dimension group,
    Dimension step,
    Dimension lane,
    boolean readsDirectly,
    boolean writesDirectly,
    Tiling tiling) {

  /** Stands for the axis when the elements are scanned in C order, as if flattened. */
  static final int ALL_AXES = -1;

  /**
   * Plans a scan along an axis, or of {@link #ALL_AXES}; the views have the same, nonempty shape.
   *
   * @param parallelism how many threads may share the work, at the most
   */
  static <A> Plan<A> of(
      Kernel<A> kernel, DType type, View in, View out, int axis, int parallelism) {
    Axes axes = axis == ALL_AXES ? Axes.flat(in, out) : Axes.around(axis, in, out);
    boolean folds = kernel instanceof FoldingKernel;
    boolean reads =
        axes.isTile(in, type, axes.step.inStride(), axes.lane.inStride(), axes.group.inStride());
    boolean writes =
        axes.isTile(
            out, type, axes.step.outStride(), axes.lane.outStride(), axes.group.outStride());
    boolean isDirect = reads && writes;
    // A tile that is loaded or stored must have its steps side by side if there are no lanes.
    reads &= isDirect || axes.lane.length() > 1 || axes.step.inStride() == type.itemSize();
    writes &= isDirect || axes.lane.length() > 1 || axes.step.outStride() == type.itemSize();
    Tiling tiling =
        Tiling.of(
            axes.isFlat,
            axes.outer.size(),
            axes.group.length(),
            axes.step.length(),
            axes.lane.length(),
            isDirect,
            folds,
            kernel.sideBySide(),
            parallelism);
    return new Plan<>(
        kernel,
        type,
        in,
        out,
        axes.isFlat,
        axes.outer,
        axes.group,
        axes.step,
        axes.lane,
        reads,
        writes,
        tiling);
  }

  /** What the axes are to the tiles. */
  private record Axes(
      boolean isFlat, Loops outer, Dimension group, Dimension step, Dimension lane) {

    static Axes around(int axis, View in, View out) {
      Dimension scanned = Dimension.of(in, out, axis);
      Loops others = Loops.byDistance(in, out, axis);
      Dimension closest = others.innermost();
      return closest.length() > 1 && Math.abs(closest.outStride()) < Math.abs(scanned.outStride())
          ? new Axes(false, others.outer().outer(), others.outer().innermost(), scanned, closest)
          : new Axes(false, others.outer(), closest, scanned, Dimension.ONCE);
    }

    static Axes flat(View in, View out) {
      Loops loops = Loops.inOrder(in, out);
      Loops around = loops.outer();
      return around.isEmpty()
          ? new Axes(false, around, Dimension.ONCE, loops.innermost(), Dimension.ONCE)
          : new Axes(true, around.outer(), Dimension.ONCE, around.innermost(), loops.innermost());
    }

    /** Whether a view is a Java array of the arithmetic's own type in which the kernel can work. */
    private boolean isTile(
        View view, DType type, long stepStride, long laneStride, long groupStride) {
      boolean inReach =
          lane.length() > 1
              ? laneStride == type.itemSize() && !isFlat
              : group.length() == 1 || Math.abs(stepStride) <= Math.abs(groupStride);
      return inReach
          && view.dtype().equals(type)
          && Carrier.of(type.kind()).isRaw(type.kind())
          && RawRun.directArray(view) != null;
    }
  }

  /** How many sets of lines there are, each scanned for itself, tile by tile. */
  long strips() {
    return isFlat ? 1 : outer.size() * stripsOfTurn();
  }

  /** How many sets the lines of one turn of the outer loops make. */
  long stripsOfTurn() {
    return groupTiles() * laneTiles();
  }

  /** How many tiles a set of lines is cut into. */
  long tilesOfStrip() {
    return isFlat ? outer.size() * stepTiles() * laneTiles() : stepTiles();
  }

  /** How many lines a tile has, at the most. */
  int lines() {
    return isFlat ? 1 : tiling.groups() * tiling.lanes();
  }

  long groupTiles() {
    return Tiling.ceilDiv(group.length(), tiling.groups());
  }

  long stepTiles() {
    return Tiling.ceilDiv(step.length(), tiling.steps());
  }

  long laneTiles() {
    return Tiling.ceilDiv(lane.length(), tiling.lanes());
  }
}
