package org.cumulus.internal.plan;

import static org.cumulus.OverflowPolicy.WRAP;

import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.OperatorScan;
import org.cumulus.internal.kernels.Sums;
import org.cumulus.internal.kernels.TurningKernel;
import org.cumulus.internal.kernels.WideningScan;
import org.cumulus.internal.kernels.WideningTexts;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Integers;
import org.jspecify.annotations.Nullable;

/**
 * How one scan of real elements is carried out: what the tiles are, in which order they come, what
 * can be left out because an array is a tile already, and how many threads share the work. All
 * policy is here and in {@link Tiling}; {@link Pipeline} only obeys.
 *
 * @param <I> the array type of the input's tiles
 * @param <A> the array type of the carrier
 * @param kernel the loops
 * @param type the dtype of the arithmetic
 * @param extras what lines start from, where they start anew, and how values are cast; null if they
 *     are whole, start from nothing, and casts wrap
 * @param resumption the carries that lines go on from instead, and leave behind; null if they are
 *     complete
 * @param in where the elements come from
 * @param out where the results go to, of the same shape
 * @param axes which axes span the tiles
 * @param readsDirectly whether tiles of the input are there without loading
 * @param writesDirectly whether tiles of the output are there without storing
 * @param tiling how large the tiles are, and how many threads share them
 */
public record Plan<I, A>(
    Kernel<I, A> kernel,
    DType type,
    @Nullable Extras<A> extras,
    @Nullable Resumption<A> resumption,
    View in,
    View out,
    TileAxes axes,
    boolean readsDirectly,
    boolean writesDirectly,
    Tiling tiling) {

  /** Stands for the axis when the elements are scanned in C order, as if flattened. */
  public static final int ALL_AXES = -1;

  /**
   * Plans a scan along an axis, or of {@link #ALL_AXES}; the views have the same, nonempty shape.
   *
   * @param initial what each line goes on from, the only element of its array; null for nothing
   * @param parallelism how many threads may share the work, at the most
   */
  public static <I, A> Plan<?, A> of(
      Kernel<I, A> kernel,
      DType type,
      @Nullable A initial,
      View in,
      View out,
      int axis,
      int parallelism) {
    return of(kernel, type, initial, null, in, out, axis, parallelism);
  }

  /** Plans a scan along an axis of lines that have been begun, and go on later. */
  public static <I, A> Plan<?, A> resuming(
      Kernel<I, A> kernel,
      DType type,
      Resumption<A> resumption,
      View in,
      View out,
      int axis,
      int parallelism) {
    return of(kernel, type, null, resumption, in, out, axis, parallelism);
  }

  private static <I, A> Plan<?, A> of(
      Kernel<I, A> kernel,
      DType type,
      @Nullable A initial,
      @Nullable Resumption<A> resumption,
      View in,
      View out,
      int axis,
      int parallelism) {
    Extras<A> extras = initial == null ? null : new Extras<>(initial, null, WRAP);
    long[] lineStrides = resumption == null ? null : resumption.strides();
    boolean canTurn = in.ndim() > 1 && axis != ALL_AXES && kernel instanceof TurningKernel;
    TileAxes turned = canTurn ? TileAxes.turned(axis, in, out, type, lineStrides) : null;
    if (turned != null) {
      Tiling tiling = Tiling.of(turned, true, kernel, parallelism);
      return new Plan<>(kernel, type, extras, resumption, in, out, turned, true, true, tiling);
    }
    TileAxes axes =
        axis == ALL_AXES ? TileAxes.flat(in, out) : TileAxes.along(axis, in, out, lineStrides);
    WideningScan<?> widening = widening(kernel, type, axes, in);
    boolean reads = widening != null || axes.isTileOfInput(in, type);
    boolean writes = axes.isTileOfOutput(out, type);
    boolean isDirect = reads && writes;
    // A tile that is loaded or stored must have its steps side by side if there are no lanes.
    reads &= isDirect || axes.hasNeighbours(in.dtype(), axes.step().inStride());
    writes &= isDirect || axes.hasNeighbours(type, axes.step().outStride());
    boolean turnsInPlace = axes.turnsInPlace(in, out, type);
    writes |= turnsInPlace;
    Tiling tiling = Tiling.of(axes, isDirect || turnsInPlace, kernel, parallelism);
    if (widening != null) {
      @SuppressWarnings("unchecked") // It stands in for another scan of longs.
      Kernel<?, A> scan = (Kernel<?, A>) widening;
      return new Plan<>(scan, type, extras, resumption, in, out, axes, reads, writes, tiling);
    }
    return new Plan<>(kernel, type, extras, resumption, in, out, axes, reads, writes, tiling);
  }

  /** The scan that takes narrow integers as they stand in memory, or null if there is none. */
  @SuppressWarnings("unchecked") // Scans with the carrier long are by functions on longs.
  private static @Nullable WideningScan<?> widening(
      Kernel<?, ?> kernel, DType type, TileAxes axes, View in) {
    if (kernel.carrier() != Carrier.LONG
        || !(kernel instanceof OperatorScan<?, ?> scan)
        || scan.block() == 0
        || !axes.areWide(in)) {
      return null;
    }
    boolean isSum = kernel.equals(Sums.OF_LONGS);
    if (axes.lane().length() > 1 && (!isSum || scan.vectors() != null)) {
      return null;
    }
    Kind kind = in.dtype().kind();
    Object array = RawRun.directArray(in);
    boolean fits =
        isSum ? Integers.sharesLowBits(type.kind(), kind) : Integers.contains(type.kind(), kind);
    return array == null || !fits
        ? null
        : WideningTexts.of(kind, array, (OperatorScan<LongBinaryOperator, long[]>) scan);
  }

  /** The same plan for lines that start anew; threads must not share the tiles of one. */
  public Plan<I, A> cut(Cuts newCuts) {
    return with(new Extras<>(initial(), newCuts, casts()));
  }

  /** The same plan with other casts. */
  public Plan<I, A> casting(OverflowPolicy policy) {
    return policy == casts() ? this : with(new Extras<>(initial(), cuts(), policy));
  }

  private Plan<I, A> with(Extras<A> newExtras) {
    return new Plan<>(
        kernel, type, newExtras, resumption, in, out, axes, readsDirectly, writesDirectly, tiling);
  }

  /** What each line goes on from, the only element of its array; null for nothing. */
  public @Nullable A initial() {
    return extras == null ? null : extras.initial();
  }

  /** Where lines start anew; null if they are whole. */
  public @Nullable Cuts cuts() {
    return extras == null ? null : extras.cuts();
  }

  /** What is done with values that a cast to or from the dtype of the arithmetic cannot hold. */
  public OverflowPolicy casts() {
    return extras == null ? WRAP : extras.casts();
  }

  /** How many sets of lines there are, each scanned for itself, tile by tile. */
  public long strips() {
    return axes.isFlat() ? 1 : axes.outer().size() * stripsOfTurn();
  }

  /** How many sets the lines of one turn of the outer loops make. */
  public long stripsOfTurn() {
    return groupTiles() * laneTiles();
  }

  /** How many tiles a set of lines is cut into. */
  public long tilesOfStrip() {
    return axes.isFlat() ? axes.outer().size() * stepTiles() * laneTiles() : stepTiles();
  }

  /** How many lines a tile has, at the most. */
  public int lines() {
    return axes.isFlat() ? 1 : tiling.groups() * tiling.lanes();
  }

  public long groupTiles() {
    return Math.ceilDiv(axes.group().length(), tiling.groups());
  }

  public long stepTiles() {
    return Math.ceilDiv(axes.step().length(), tiling.steps());
  }

  public long laneTiles() {
    return Math.ceilDiv(axes.lane().length(), tiling.lanes());
  }
}
