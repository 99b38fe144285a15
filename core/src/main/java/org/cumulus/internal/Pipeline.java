package org.cumulus.internal;

import java.util.Objects;
import org.cumulus.internal.Plan.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link Plan}: for each tile load, scan, store. Where the input is a tile already it
 * is not loaded; where the output is one, the scan writes there, or runs in place in it.
 */
final class Pipeline<A> {
  private final Plan<A> plan;
  private final int tileRows;
  private final int tileColumns;
  private final A carry;

  /** How tiles of the input come about: one of the two is there. */
  private final @Nullable RawRun sourceTiles;

  private final @Nullable Codec source;

  /** How tiles of the output come about: one of the two is there. */
  private final @Nullable RawRun targetTiles;

  private final @Nullable Codec target;
  private final @Nullable A scratch;

  private Pipeline(Plan<A> plan) {
    this.plan = plan;
    tileRows = plan.tileRows();
    tileColumns = plan.tileColumns();
    carry = allocate(plan.lines());
    int count = plan.isDirect() ? 0 : tileRows * tileColumns;
    sourceTiles = plan.readsDirectly() ? RawRun.of(plan.in()) : null;
    source = plan.readsDirectly() ? null : Codec.loading(plan.in(), plan.type());
    targetTiles = plan.writesDirectly() ? RawRun.of(plan.out()) : null;
    target = plan.writesDirectly() ? null : Codec.storing(plan.type(), plan.out());
    scratch = plan.writesDirectly() ? null : allocate(count);
  }

  @SuppressWarnings("unchecked") // A kernel's carrier makes arrays of the kernel's type.
  private A allocate(int length) {
    return (A) plan.kernel().carrier().allocate(length);
  }

  static <A> void run(Plan<A> plan) {
    Pipeline<A> pipeline = new Pipeline<>(plan);
    if (plan.direction() == Direction.FLAT) {
      plan.kernel().start(pipeline.carry, 1);
    }
    plan.outer().run(plan.in().offset(), plan.out().offset(), pipeline::tiles);
  }

  /** Scans the tiles of one turn of the outer loops; tiles of the same lines follow one another. */
  private void tiles(long in, long out) {
    boolean sweep = plan.direction() == Direction.SWEEP;
    long lines = sweep ? plan.column().length() : plan.row().length();
    int linesTogether = sweep ? tileColumns : tileRows;
    for (long line = 0; line < lines; line += linesTogether) {
      int together = (int) Math.min(linesTogether, lines - line);
      if (plan.direction() != Direction.FLAT) {
        plan.kernel().start(carry, together);
      }
      along(in, out, line, together, sweep);
    }
  }

  private void along(long in, long out, long line, int together, boolean sweep) {
    long length = sweep ? plan.row().length() : plan.column().length();
    int stretch = sweep ? tileRows : tileColumns;
    for (long k = 0; k < length; k += stretch) {
      int count = (int) Math.min(stretch, length - k);
      if (sweep) {
        tile(in, out, k, line, count, together);
      } else {
        tile(in, out, line, k, together, count);
      }
    }
  }

  private void tile(long in, long out, long row, long column, int rows, int columns) {
    long inAt = in + row * plan.row().inStride() + column * plan.column().inStride();
    long outAt = out + row * plan.row().outStride() + column * plan.column().outStride();
    Tile<A> result =
        targetTiles != null
            ? tile(targetTiles, outAt, plan.row().outStride())
            : new Tile<>(Objects.requireNonNull(scratch), 0, columns);
    Tile<A> operand = result;
    if (sourceTiles != null) {
      operand = tile(sourceTiles, inAt, plan.row().inStride());
    } else if (source != null) {
      source.load(inAt, plan.row().inStride(), plan.column().inStride(), rows, columns, result);
    }
    switch (plan.direction()) {
      case ROWS -> plan.kernel().rows(operand, result, rows, columns, carry);
      case SWEEP -> plan.kernel().sweep(operand, result, rows, columns, carry);
      case FLAT -> plan.kernel().rows(operand, result, 1, rows * columns, carry);
    }
    if (target != null) {
      target.store(result, outAt, plan.row().outStride(), plan.column().outStride(), rows, columns);
    }
  }

  /** The tile that stands in a view's own array. */
  @SuppressWarnings("unchecked") // The plan has found the array to be of the kernel's type.
  private Tile<A> tile(RawRun run, long position, long rowStride) {
    int itemSize = plan.type().itemSize();
    run.read(position, itemSize, 1);
    return new Tile<>((A) run.array, run.start, (int) (rowStride / itemSize));
  }
}
