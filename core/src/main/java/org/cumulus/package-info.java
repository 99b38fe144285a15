/**
 * Cumulative sums and other scans for the JVM, with NumPy's names, rules and bits: what users
 * import, without knowing how it is carried out or what is in files.
 *
 * {@snippet :
 * double[] total = Cumulus.cumsum(new double[] {0.5, 0.25, 4});
 * NDArray table = NDArray.of(new int[][] {{2, 4, 6}, {1, 3, 5}});
 * NDArray sums = Cumulus.cumsum(table, 1);
 * long[] offsets = Scan.of(Operator.ADD).exclusive().apply(new int[] {2, 4, 6}).toLongs();
 * }
 *
 * <table class="striped">
 *   <caption>Where to find what</caption>
 *   <tr><th>To</th><th>use</th></tr>
 *   <tr><td>call what NumPy has: {@code cumsum}, {@code cumprod}, {@code nancumsum}, {@code diff}, …
 *       </td><td>{@link org.cumulus.Cumulus}</td></tr>
 *   <tr><td>make arrays, view them, read and change elements</td>
 *       <td>{@link org.cumulus.NDArray}, {@link org.cumulus.DType}</td></tr>
 *   <tr><td>scan exclusively, backwards, from a value, by segments, along several axes</td>
 *       <td>{@link org.cumulus.Scan}, {@link org.cumulus.Operator}</td></tr>
 *   <tr><td>choose how sums are rounded, and what overflow and NaN do</td>
 *       <td>{@link org.cumulus.Order}, {@link org.cumulus.OverflowPolicy},
 *       {@link org.cumulus.NaNPolicy}</td></tr>
 *   <tr><td>scan data that arrives in chunks</td>
 *       <td>{@link org.cumulus.ScanStream}, {@link org.cumulus.ScanGatherers}</td></tr>
 *   <tr><td>add up single numbers exactly</td><td>{@link org.cumulus.ExactTotal}</td></tr>
 *   <tr><td>print arrays as NumPy does</td>
 *       <td>{@link org.cumulus.ArrayFormat}, {@link org.cumulus.PrintOptions}</td></tr>
 *   <tr><td>read and write {@code .npy} and {@code .npz} files</td>
 *       <td>{@link org.cumulus.npy}</td></tr>
 * </table>
 *
 * <p>Unless a class says otherwise: parameters must not be null unless they are {@code @Nullable};
 * a method that throws has changed nothing; classes are immutable and safe to share between
 * threads.
 *
 * <p><b>For contributors.</b> An array is a view on memory: a dtype, a shape, byte strides. Views
 * make the modes, codecs make the types, a tile makes the layout, one loop per accumulator makes
 * the scan, and one plan decides.
 *
 * <pre>
 *   Cumulus.cumsum(a, axis, dtype, out)     NumPy's names and defaults, nothing else
 *     └─ Scan                  what users hold of a request
 *          └─ Request          checks it, finds dtype and result                  (internal.requests)
 *               │              ModalScan and ModeViews: its modes as views, NaN, what overflows where
 *               │              AxisScans: a scan for each axis
 *               │              Segments: where lines start anew, KeyNumbers: those of keys
 *               │              StreamScan, ChunkScan: the same by chunks, by a ResumableScan
 *               └─ Execution   overlap, complex parts, objects → real scans of views      (engine)
 *                    └─ Plan   what needs no copy, and more policy, with TileAxes           (plan)
 *                         │    (which axes span the tiles) and Tiling (how large, how many threads)
 *                         └─ Pipeline   for each tile: load → scan → store, by a Crew     (engine)
 *                              ├─ Codec      memory ↔ tile: byte order, strides, casts     (casts)
 *                              └─ Kernel     the scan itself, over primitive arrays      (kernels)
 * </pre>
 *
 * <p>What looks like a mode elsewhere (a reversed axis, a slice, a transpose) is just another view
 * here, and the scan never knows. Start reading at {@link org.cumulus.Scan}, for one call from
 * beginning to end; then, in {@code org.cumulus.internal}, at {@code Plan}, {@code Pipeline}, and
 * {@code DoubleScan} for a kernel.
 */
@NullMarked
package org.cumulus;

import org.jspecify.annotations.NullMarked;
