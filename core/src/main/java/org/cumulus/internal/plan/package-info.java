/**
 * How a scan is to be carried out, decided without doing it: no threads, no loops, no casts.
 *
 * <p>A {@link Plan} is made for real elements and views that do not overlap. {@link TileAxes} says
 * which axes span the tiles, {@link Tiling} how large they are and how many threads share them,
 * {@link Kernels} which loops there are.
 *
 * <p>May use: the vocabulary of {@code org.cumulus}, {@code types}, {@code memory}, {@code
 * operations}, {@code kernels}, {@code kernels.blocked}, {@code kernels.exact}.
 */
@NullMarked
package org.cumulus.internal.plan;

import org.jspecify.annotations.NullMarked;
