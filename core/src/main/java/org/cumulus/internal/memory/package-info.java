/**
 * Views and the memory behind them, without knowing what elements mean: of dtypes size and byte
 * order alone, no casts, no arithmetic.
 *
 * <p>{@link View} is an array to the inside: dtype, {@link Memory}, offset, shape, strides. {@link
 * RawRun} moves runs of elements, {@link Loops} goes around the axes, {@link Tile} is a part of a
 * Java array that a kernel works on.
 *
 * <p>May use: {@code digits}, the vocabulary of {@code org.cumulus}.
 */
@NullMarked
package org.cumulus.internal.memory;

import org.jspecify.annotations.NullMarked;
