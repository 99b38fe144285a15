package org.cumulus.internal.casts;

import java.lang.reflect.Array;
import org.cumulus.DType;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.memory.Transpose;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * Moves rectangles of elements between a view and tiles, casting on the way. Byte order, alignment,
 * mapped or off-heap memory, strides and the dtype end here: beyond it there are only dense tiles
 * of a {@link Carrier}.
 *
 * <p>A rectangle moves in runs: in one if memory and tile are dense, else along the direction in
 * which the elements are closer together in memory. Where that is across the tile's rows, the runs
 * go through a second tile that lies the other way.
 */
public final class Codec {
  /** Below this many elements, starting a run costs more than the jumps in memory that it saves. */
  private static final int SHORT_RUN = 8;

  private final RawRun run;
  private final ElementLoop loop;
  private final @Nullable Cast cast;
  private final Carrier carrier;

  /** Whether elements in memory are carriers already, which a cast can take from there. */
  private final boolean isRaw;

  /** Elements on their way between two carriers; null if the cast can be done in place. */
  private final @Nullable Object between;

  /** Whether elements stand in memory as they do in tiles. */
  private final boolean isTile;

  private final int itemSize;

  private @Nullable Object transposed;

  private Codec(RawRun run, ElementLoop loop, @Nullable Cast cast, DType outside, Carrier carrier) {
    this.run = run;
    this.loop = loop;
    this.cast = cast;
    this.carrier = carrier;
    Carrier outer = Carrier.of(outside.kind());
    boolean changes = outer != carrier;
    isRaw = changes && outer.isRaw(outside.kind()) && outer.isArray(run.array);
    itemSize = outside.itemSize();
    isTile =
        cast == null
            && carrier.isRaw(outside.kind())
            && carrier.isArray(run.array)
            && run.isDirect(itemSize);
    between = changes && !isRaw ? outer.allocate(RawRun.STAGED) : null;
  }

  /** A codec that reads a view's elements, cast to another dtype. */
  public static Codec loading(View view, DType to, OverflowPolicy policy) {
    RawRun run = RawRun.of(view);
    ElementLoop loop = Decoders.of(view.dtype().kind(), run.array.getClass());
    Cast cast = BoundedCast.between(view.dtype(), to, policy);
    return new Codec(run, loop, cast, view.dtype(), Carrier.of(to.kind()));
  }

  /**
   * A codec that writes a scan's results, cast to the view's dtype. The results may carry bits
   * beyond their dtype's width, as wrapping sums do; they are cut off first.
   */
  public static Codec storing(DType from, View view, OverflowPolicy policy) {
    RawRun run = RawRun.of(view);
    ElementLoop loop = Encoders.of(view.dtype().kind(), run.array.getClass());
    Cast cast = from.equals(view.dtype()) ? null : Cast.ofResults(from, view.dtype(), policy);
    return new Codec(run, loop, cast, view.dtype(), Carrier.of(from.kind()));
  }

  /** Fills a tile from a position on; strides are in bytes. */
  public void load(
      long position,
      long groupStride,
      long stepStride,
      long laneStride,
      int groups,
      int steps,
      int lanes,
      Tile<?> tile) {
    Object array = tile.array();
    if (isDense(tile, groupStride, stepStride, laneStride, groups, steps, lanes)) {
      load(
          position,
          lanes == 1 ? stepStride : laneStride,
          groups * steps * lanes,
          array,
          tile.start());
    } else if (lanes == 1 && tile.stepPitch() == 1) {
      loadRectangle(
          position, groupStride, stepStride, groups, steps, array, tile.start(), tile.groupPitch());
    } else {
      for (int group = 0; group < groups; group++) {
        long from = position + group * groupStride;
        int to = tile.start() + group * tile.groupPitch();
        loadRectangle(from, stepStride, laneStride, steps, lanes, array, to, tile.stepPitch());
      }
    }
  }

  /** Empties a tile, whose contents may be lost, to a position; strides are in bytes. */
  public void store(
      Tile<?> tile,
      long position,
      long groupStride,
      long stepStride,
      long laneStride,
      int groups,
      int steps,
      int lanes) {
    Object array = tile.array();
    if (isDense(tile, groupStride, stepStride, laneStride, groups, steps, lanes)) {
      store(
          array,
          tile.start(),
          position,
          lanes == 1 ? stepStride : laneStride,
          groups * steps * lanes);
    } else if (lanes == 1 && tile.stepPitch() == 1) {
      storeRectangle(
          array, tile.start(), tile.groupPitch(), position, groupStride, stepStride, groups, steps);
    } else {
      for (int group = 0; group < groups; group++) {
        int from = tile.start() + group * tile.groupPitch();
        long to = position + group * groupStride;
        storeRectangle(array, from, tile.stepPitch(), to, stepStride, laneStride, steps, lanes);
      }
    }
  }

  /** Whether tile and memory hold the elements in one run, each at one distance from the next. */
  private static boolean isDense(
      Tile<?> tile,
      long groupStride,
      long stepStride,
      long laneStride,
      int groups,
      int steps,
      int lanes) {
    boolean tileIsDense =
        tile.stepPitch() == lanes && (groups == 1 || tile.groupPitch() == steps * lanes);
    boolean stepsAreDense = lanes == 1 || steps == 1 || stepStride == lanes * laneStride;
    long stride = lanes == 1 ? stepStride : laneStride;
    return tileIsDense
        && stepsAreDense
        && (groups == 1 || groupStride == (long) steps * lanes * stride);
  }

  private void loadRectangle(
      long position,
      long rowStride,
      long columnStride,
      int rows,
      int columns,
      Object array,
      int at,
      int pitch) {
    if (goesAlongRows(rowStride, columnStride, rows, columns)) {
      for (int row = 0; row < rows; row++) {
        load(position + row * rowStride, columnStride, columns, array, at + row * pitch);
      }
      return;
    }
    if (isTile && rowStride == itemSize) {
      run.read(position, rowStride, rows);
      int runPitch = (int) (columnStride / itemSize);
      Transpose.transpose(run.array, run.start, runPitch, array, at, pitch, rows, columns);
      return;
    }
    Object transposed = transposed(rows * columns);
    for (int column = 0; column < columns; column++) {
      load(position + column * columnStride, rowStride, rows, transposed, column * rows);
    }
    Transpose.transpose(transposed, 0, rows, array, at, pitch, rows, columns);
  }

  private void storeRectangle(
      Object array,
      int at,
      int pitch,
      long position,
      long rowStride,
      long columnStride,
      int rows,
      int columns) {
    if (goesAlongRows(rowStride, columnStride, rows, columns)) {
      for (int row = 0; row < rows; row++) {
        store(array, at + row * pitch, position + row * rowStride, columnStride, columns);
      }
      return;
    }
    Object transposed = transposed(rows * columns);
    Transpose.transpose(
        array, at, pitch, transposed, 0, rows, /* rows= */ columns, /* columns= */ rows);
    for (int column = 0; column < columns; column++) {
      store(transposed, column * rows, position + column * columnStride, rowStride, rows);
    }
  }

  private static boolean goesAlongRows(long rowStride, long columnStride, int rows, int columns) {
    boolean closerAlongRow = Math.abs(columnStride) <= Math.abs(rowStride);
    return rows == 1 || (closerAlongRow && columns >= Math.min(rows, SHORT_RUN));
  }

  private Object transposed(int count) {
    Object array = transposed;
    if (array == null || Array.getLength(array) < count) {
      array = carrier.allocate(count);
      transposed = array;
    }
    return array;
  }

  private void load(long position, long stride, int count, Object array, int at) {
    if (cast == null && run.copyTo(array, at, position, stride, count)) {
      return;
    }
    int limit = between == null && run.isDirect(stride) ? count : RawRun.STAGED;
    for (int done = 0; done < count; done += limit) {
      int length = Math.min(limit, count - done);
      run.read(position + done * stride, stride, length);
      int to = at + done;
      if (isRaw && cast != null) {
        cast.apply(run.array, run.start, array, to, length);
        continue;
      }
      if (between == null) {
        loop.run(run.array, run.start, array, to, length);
      } else {
        loop.run(run.array, run.start, between, 0, length);
      }
      if (cast != null) {
        cast.apply(between == null ? array : between, between == null ? to : 0, array, to, length);
      }
    }
  }

  private void store(Object array, int at, long position, long stride, int count) {
    if (cast == null && run.copyFrom(array, at, position, stride, count)) {
      return;
    }
    int limit = between == null && run.isDirect(stride) ? count : RawRun.STAGED;
    for (int done = 0; done < count; done += limit) {
      int length = Math.min(limit, count - done);
      run.prepare(position + done * stride, stride, length);
      int from = at + done;
      if (isRaw && cast != null) {
        cast.apply(array, from, run.array, run.start, length);
      } else {
        if (cast != null) {
          cast.apply(
              array, from, between == null ? array : between, between == null ? from : 0, length);
        }
        if (between == null) {
          loop.run(array, from, run.array, run.start, length);
        } else {
          loop.run(between, 0, run.array, run.start, length);
        }
      }
      run.flush();
    }
  }
}
