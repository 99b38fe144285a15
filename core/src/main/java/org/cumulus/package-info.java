/**
 * Cumulative sums with NumPy's names, rules and bits: what users import, without knowing how it is
 * carried out or what is in files.
 *
 * <blockquote>
 * Views make the modes, codecs make the types, a tile makes the layout, one loop per accumulator
 * makes the scan, and one plan decides.
 * </blockquote>
 *
 * <pre>
 *   Cumulus.cumsum(a, axis, dtype, out)     NumPy's names and defaults, nothing else
 *     └─ Scan                  what users hold of a request
 *          └─ Request          checks it, finds dtype and result                  (internal.requests)
 *               │              AxisScans and ModeViews: its modes as views, a scan for each axis
 *               │              Segments: where lines start anew, KeyGroups: the same by keys
 *               │              CheckedScan: what overflows, and where
 *               │              StreamScan: the same chunk by chunk, by a ResumableScan
 *               └─ Execution   overlap, complex parts, objects → real scans of views      (engine)
 *                    └─ Plan   what needs no copy, and all other policy, with TileAxes      (plan)
 *                         │    (which axes span the tiles) and Tiling (how large, how many threads)
 *                         └─ Pipeline   for each tile: load → scan → store, by a Crew     (engine)
 *                              ├─ Codec      memory ↔ tile: byte order, strides, casts     (casts)
 *                              └─ Kernel     the scan itself, over primitive arrays      (kernels)
 * </pre>
 *
 * <p>An array, {@link org.cumulus.NDArray}, is a view on memory: a {@link org.cumulus.DType}, a
 * shape, byte strides. What looks like a mode elsewhere (a reversed axis, a slice, a transpose) is
 * just another view here, and the scan never knows.
 *
 * <p><b>Where to start reading.</b> {@link org.cumulus.Cumulus} for what there is; {@link
 * org.cumulus.Scan} for one call from beginning to end; then, in {@code org.cumulus.internal},
 * {@code Plan}, {@code Pipeline}, and {@code DoubleScan} for a kernel. Beside them {@link
 * org.cumulus.npy} reads and writes files, by this package's public methods only.
 */
@NullMarked
package org.cumulus;

import org.jspecify.annotations.NullMarked;
