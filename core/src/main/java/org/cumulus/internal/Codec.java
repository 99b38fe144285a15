package org.cumulus.internal;

import org.cumulus.DType;
import org.jspecify.annotations.Nullable;

/**
 * Moves rectangles of elements between a view and tiles, casting on the way. Byte order, alignment,
 * mapped or off-heap memory, strides and the dtype end here: beyond it there are only dense tiles
 * of a {@link Carrier}.
 */
final class Codec {
  private final RawRun run;
  private final ElementLoop loop;
  private final @Nullable Cast cast;

  /** Elements on their way between two carriers; null if the cast can be done in place. */
  private final @Nullable Object between;

  private Codec(RawRun run, ElementLoop loop, @Nullable Cast cast, @Nullable Object between) {
    this.run = run;
    this.loop = loop;
    this.cast = cast;
    this.between = between;
  }

  /**
   * A codec that reads a view's elements, cast to another dtype.
   *
   * @param count the most elements of a tile
   */
  static Codec loading(View view, DType to, int count) {
    RawRun run = RawRun.of(view, count);
    ElementLoop loop = Decoders.of(view.dtype().kind(), run.array.getClass());
    return new Codec(run, loop, Cast.between(view.dtype(), to), between(view.dtype(), to, count));
  }

  /**
   * A codec that writes a scan's results, cast to the view's dtype. The results may carry bits
   * beyond their dtype's width, as wrapping sums do; they are cut off first.
   *
   * @param count the most elements of a tile
   */
  static Codec storing(DType from, View view, int count) {
    RawRun run = RawRun.of(view, count);
    ElementLoop loop = Encoders.of(view.dtype().kind(), run.array.getClass());
    Cast cast = from.equals(view.dtype()) ? null : Cast.ofResults(from, view.dtype());
    return new Codec(run, loop, cast, between(view.dtype(), from, count));
  }

  private static @Nullable Object between(DType outside, DType inside, int count) {
    Carrier carrier = Carrier.of(outside.kind());
    return carrier == Carrier.of(inside.kind()) ? null : carrier.allocate(count);
  }

  /** Fills a tile from the rectangle at a position. */
  void load(long position, long rowStride, long columnStride, int rows, int columns, Tile<?> tile) {
    Tile<?> decoded = between == null ? tile : new Tile<>(between, 0, columns);
    transfer(true, position, rowStride, columnStride, rows, columns, decoded);
    if (cast != null) {
      cast(cast, decoded, tile, rows, columns);
    }
  }

  /** Fills the rectangle at a position from a tile, whose contents may be lost. */
  void store(
      Tile<?> tile, long position, long rowStride, long columnStride, int rows, int columns) {
    Tile<?> encoded = between == null ? tile : new Tile<>(between, 0, columns);
    if (cast != null) {
      cast(cast, tile, encoded, rows, columns);
    }
    transfer(false, position, rowStride, columnStride, rows, columns, encoded);
  }

  private static void cast(Cast cast, Tile<?> from, Tile<?> to, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int source = from.start() + row * from.pitch();
      int target = to.start() + row * to.pitch();
      cast.apply(from.array(), source, to.array(), target, columns);
    }
  }

  /**
   * Moves the rectangle in runs as long as can be: in one if memory and tile are dense, else along
   * the direction in which the elements are closer together in memory.
   */
  private void transfer(
      boolean load,
      long position,
      long rowStride,
      long columnStride,
      int rows,
      int columns,
      Tile<?> tile) {
    if (tile.pitch() == columns && rowStride == columns * columnStride) {
      move(load, position, columnStride, rows * columns, tile.array(), tile.start(), 1);
      return;
    }
    boolean closerAlongRow = Math.abs(columnStride) <= Math.abs(rowStride);
    if (rows == 1 || (closerAlongRow && columns >= Math.min(rows, SHORT_RUN))) {
      for (int row = 0; row < rows; row++) {
        int at = tile.start() + row * tile.pitch();
        move(load, position + row * rowStride, columnStride, columns, tile.array(), at, 1);
      }
    } else {
      for (int column = 0; column < columns; column++) {
        int at = tile.start() + column;
        long from = position + column * columnStride;
        move(load, from, rowStride, rows, tile.array(), at, tile.pitch());
      }
    }
  }

  /** Below this many elements, starting a run costs more than the jumps in memory that it saves. */
  private static final int SHORT_RUN = 8;

  private void move(
      boolean load, long position, long stride, int count, Object array, int at, int step) {
    int limit = run.limit(stride);
    for (int done = 0; done < count; done += limit) {
      int length = Math.min(limit, count - done);
      if (load) {
        run.read(position + done * stride, stride, length);
        loop.run(run.array, run.start, run.step, array, at + done * step, step, length);
      } else {
        run.prepare(position + done * stride, stride, length);
        loop.run(array, at + done * step, step, run.array, run.start, run.step, length);
        run.flush();
      }
      if (length == count) {
        return; // Adding an unbounded limit would overflow.
      }
    }
  }
}
