package org.cumulus.internal;

import org.cumulus.DType;
import org.cumulus.internal.Loops.Dimension;

/**
 * How one scan of real elements is carried out: what the tiles are, in which order they come, and
 * what can be left out because an array is a tile already. All policy is here; {@link Pipeline}
 * only obeys.
 *
 * <p>Of all the axes, two span the tiles. For {@link Direction#ROWS} these are the scanned axis
 * and, beside it, the one next closest in memory; the scan runs along the rows of a tile. For
 * {@link Direction#SWEEP} some other axis is closest in memory, and tiles are swept row by row
 * along the scanned one. {@link Direction#FLAT} is for arrays scanned as if flattened whose
 * elements do not lie in that order: a tile is then a stretch of a single line.
 *
 * @param direction how the scan runs over a tile
 * @param kernel the loops
 * @param type the dtype of the arithmetic
 * @param in where the elements come from
 * @param out where the results go to, of the same shape
 * @param outer the loops around the tiles' two
 * @param row how to get from a row to the next, and how many there are
 * @param column how to get from a column to the next, and how many there are
 * @param readsDirectly whether tiles of the input are there without loading
 * @param writesDirectly whether tiles of the output are there without storing
 */
record Plan<A>(
    Direction direction,
    Kernel<A> kernel,
    DType type,
    View in,
    View out,
    Loops outer,
    Dimension row,
    Dimension column,
    boolean readsDirectly,
    boolean writesDirectly) {

  /** How a scan runs over the tiles. */
  enum Direction {
    ROWS,
    SWEEP,
    FLAT
  }

  /** Stands for the axis when the elements are scanned in C order, as if flattened. */
  static final int ALL_AXES = -1;

  /**
   * Elements of a tile: with input, output and staging, three of them fit an L1 cache of 48 KiB.
   */
  private static final int TILE = 2048;

  /** Columns of a sweep whose last row is still in the L1 cache when it is needed. */
  private static final int SWEPT_COLUMNS = 4096;

  /** Lines that are scanned together when a line alone fills a tile. */
  private static final int LINES_TOGETHER = 8;

  /**
   * Plans a scan along an axis, or of {@link #ALL_AXES}; the views have the same, nonempty shape.
   */
  static <A> Plan<A> of(Kernel<A> kernel, DType type, View in, View out, int axis) {
    if (axis == ALL_AXES) {
      Loops loops = Loops.over(in, out, ALL_AXES).merged();
      return loops.dimensions().size() <= 1
          ? of(
              kernel,
              type,
              in,
              out,
              Direction.ROWS,
              loops.outer(),
              Dimension.ONCE,
              loops.innermost())
          : of(
              kernel,
              type,
              in,
              out,
              Direction.FLAT,
              loops.outer().outer(),
              loops.outer().innermost(),
              loops.innermost());
    }
    Dimension scanned = Loops.dimension(in, out, axis);
    Loops others = Loops.over(in, out, axis).sorted().merged();
    Dimension next = others.innermost();
    boolean scannedIsClosest =
        others.isEmpty() || Math.abs(scanned.outStride()) <= Math.abs(next.outStride());
    return scannedIsClosest
        ? of(kernel, type, in, out, Direction.ROWS, others.outer(), next, scanned)
        : of(kernel, type, in, out, Direction.SWEEP, others.outer(), scanned, next);
  }

  private static <A> Plan<A> of(
      Kernel<A> kernel,
      DType type,
      View in,
      View out,
      Direction direction,
      Loops outer,
      Dimension row,
      Dimension column) {
    boolean reads =
        direction != Direction.FLAT && isTile(in, type, column.length(), column.inStride());
    boolean writes = isTile(out, type, column.length(), column.outStride());
    return new Plan<>(direction, kernel, type, in, out, outer, row, column, reads, writes);
  }

  /** Whether a view is a Java array of the arithmetic's own type, its columns side by side. */
  private static boolean isTile(View view, DType type, long columns, long columnStride) {
    boolean sideBySide = columns == 1 || columnStride == type.itemSize();
    return sideBySide
        && view.dtype().equals(type)
        && RawRun.directArray(view) != null
        && Carrier.of(type.kind()).isRaw(type.kind());
  }

  /** How many rows the tiles have, at the most. */
  int tileRows() {
    long rows =
        switch (direction) {
          case ROWS ->
              isDirect()
                  ? TILE
                  : column.length() <= TILE / LINES_TOGETHER
                      ? TILE / column.length()
                      : LINES_TOGETHER;
          case SWEEP -> isDirect() ? Integer.MAX_VALUE : TILE / tileColumns();
          case FLAT -> Math.max(1, TILE / column.length());
        };
    return (int) Math.min(rows, row.length());
  }

  /** How many columns the tiles have, at the most. */
  int tileColumns() {
    long columns =
        switch (direction) {
          case ROWS -> isDirect() ? Integer.MAX_VALUE : TILE / Math.min(tileRows(), row.length());
          case SWEEP -> isDirect() ? SWEPT_COLUMNS : TILE / Math.min(LINES_TOGETHER, row.length());
          case FLAT -> TILE;
        };
    return (int) Math.min(columns, column.length());
  }

  /** How many lines are scanned at once. */
  int lines() {
    return switch (direction) {
      case ROWS -> tileRows();
      case SWEEP -> tileColumns();
      case FLAT -> 1;
    };
  }

  boolean isDirect() {
    return readsDirectly && writesDirectly;
  }
}
