package org.cumulus.internal.plan;

import static org.cumulus.OverflowPolicy.WRAP;

import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.OperatorScan;
import org.cumulus.internal.kernels.Sums;
import org.cumulus.internal.kernels.TransposingKernel;
import org.cumulus.internal.kernels.WideningScan;
import org.cumulus.internal.kernels.WideningScans;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Integers;
import org.jspecify.annotations.Nullable;

/**
 * How one scan of real elements is carried out: what the tiles are, in which order they come, what
 * can be left out because an array is a tile already, and how many threads share the work. What
 * follows from strides, sizes and threads is decided here and in {@link Tiling}, and {@code
 * Pipeline} obeys. Which loops there are is up to {@link Kernels}; from when on a class of its own
 * or vectors pay, to {@code Specialisation} and {@code Vectors}, which count elements; which loop a
 * tile of some shape takes, to its kernel; and how tiles are moved and threads wait, to those who
 * do so.
 *
 * @param <I> the array type of the input's tiles
 * @param <A> the array type of the carrier
 * @param kernel the loops, which may be others than asked for, of the same bits
 * @param type the dtype of the arithmetic
 * @param in where the elements come from
 * @param out where the results go to, of the same shape
 * @param extras what is asked for beyond that; null for nothing
 * @param axes which axes span the tiles
 * @param inArray the Java array in which tiles of the input are there without loading, else null
 * @param outArray the Java array in which tiles of the output are there without storing, else null
 * @param tiling how large the tiles are, and how many threads share them
 */
public record Plan<I, A>(
    Kernel<I, A> kernel,
    DType type,
    View in,
    View out,
    @Nullable Extras<A> extras,
    TileAxes axes,
    @Nullable Object inArray,
    @Nullable Object outArray,
    Tiling tiling) {

  /** Stands for the axis when the elements are scanned in C order, as if flattened. */
  public static final int ALL_AXES = -1;

  /**
   * Plans a scan along an axis, or of {@link #ALL_AXES}; the views have the same, nonempty shape.
   *
   * @param extras what is asked for beyond that; null for nothing. Threads must not share the tiles
   *     of lines that are cut
   * @param parallelism how many threads may share the work, at the most
   */
  public static <I, A> Plan<?, A> of(
      Kernel<I, A> kernel,
      DType type,
      View in,
      View out,
      int axis,
      @Nullable Extras<A> extras,
      int parallelism) {
    Object inArray = RawRun.directArray(in);
    Object outArray = RawRun.directArray(out);
    boolean isInTyped = inArray != null && isOfCarriers(in, type);
    boolean isOutTyped = outArray != null && isOfCarriers(out, type);
    boolean areTyped = isInTyped && isOutTyped;
    Resumption<A> resumption = extras == null ? null : extras.resumption();
    long[] lineStrides = resumption == null ? null : resumption.strides();
    boolean canTranspose =
        areTyped && in.ndim() > 1 && axis != ALL_AXES && kernel instanceof TransposingKernel;
    TileAxes transposed =
        canTranspose ? TileAxes.transposed(axis, in, out, type, lineStrides) : null;
    if (transposed != null) {
      Tiling tiling = Tiling.of(transposed, true, kernel, parallelism);
      return new Plan<>(kernel, type, in, out, extras, transposed, inArray, outArray, tiling);
    }
    TileAxes axes =
        axis == ALL_AXES ? TileAxes.flat(in, out) : TileAxes.along(axis, in, out, lineStrides);
    WideningScan<?> widening = inArray == null ? null : widening(kernel, type, axes, in, inArray);
    boolean reads = widening != null || (isInTyped && axes.isTileOfInput(type));
    boolean writes = isOutTyped && axes.isTileOfOutput(type);
    boolean isDirect = reads && writes;
    // A tile that is loaded or stored must have its steps side by side if there are no lanes.
    reads &= isDirect || axes.hasNeighbours(in.dtype(), axes.step().inStride());
    writes &= isDirect || axes.hasNeighbours(type, axes.step().outStride());
    boolean transposesInPlace = areTyped && axes.transposesInPlace(type);
    writes |= transposesInPlace;
    Tiling tiling = Tiling.of(axes, isDirect || transposesInPlace, kernel, parallelism);
    Object from = reads ? inArray : null;
    Object to = writes ? outArray : null;
    if (widening != null) {
      @SuppressWarnings("unchecked") // It stands in for another scan of longs.
      Kernel<?, A> scan = (Kernel<?, A>) widening;
      return new Plan<>(scan, type, in, out, extras, axes, from, to, tiling);
    }
    return new Plan<>(kernel, type, in, out, extras, axes, from, to, tiling);
  }

  /** Whether elements are stored as the carriers that the arithmetic is done in. */
  private static boolean isOfCarriers(View view, DType type) {
    return view.dtype().equals(type) && Carrier.of(type.kind()).isRaw(type.kind());
  }

  /**
   * The scan that takes narrow integers as they stand in an array, or null if there is none.
   *
   * @param array that of the input
   */
  @SuppressWarnings("unchecked") // Scans with the carrier long are by functions on longs.
  private static @Nullable WideningScan<?> widening(
      Kernel<?, ?> kernel, DType type, TileAxes axes, View in, Object array) {
    if (kernel.carrier() != Carrier.LONG
        || !(kernel instanceof OperatorScan<?, ?> scan)
        || scan.block() == 0
        || !axes.areWide(in)) {
      return null;
    }
    boolean isSum = kernel.equals(Sums.OF_LONGS);
    if (axes.lane().length() > 1
        && (isSum ? scan.vectors() != null : !WideningScan.isMonotone(scan))) {
      return null;
    }
    Kind from = in.dtype().kind();
    Kind to = type.kind();
    OperatorScan<LongBinaryOperator, long[]> wide = (OperatorScan<LongBinaryOperator, long[]>) scan;
    if (to == Kind.BOOL) {
      return WideningScans.ofTruth(from, array, wide);
    }
    boolean fits = isSum ? Integers.sharesLowBits(to, from) : Integers.contains(to, from);
    return fits ? WideningScans.of(from, array, wide) : null;
  }

  /** What each line goes on from, the only element of its array; null for nothing. */
  public @Nullable A initial() {
    return extras == null ? null : extras.initial();
  }

  /** What is done with values that a cast to or from the dtype of the arithmetic cannot hold. */
  public OverflowPolicy casts() {
    return extras == null ? WRAP : extras.casts();
  }

  /** Where lines start anew; null if they are whole. */
  public @Nullable Cuts cuts() {
    return extras == null ? null : extras.cuts();
  }

  /** The carries that lines go on from, and leave behind; null if they are complete. */
  public @Nullable Resumption<A> resumption() {
    return extras == null ? null : extras.resumption();
  }

  /** How many sets of lines there are, each scanned for itself, tile by tile. */
  public long strips() {
    return axes.isFlat() ? 1 : axes.outer().size() * stripsOfRound();
  }

  /** How many sets the lines of one round of the outer loops make. */
  public long stripsOfRound() {
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
