/**
 * Loops over {@code jdk.incubator.vector}, which know neither views, nor plans, nor threads.
 *
 * <p>Nothing else knows that module, and nobody names these classes, but for {@link SimdLoops}, by
 * a string.
 *
 * <p>May use: {@code operations}, {@code kernels}.
 */
@NullMarked
package org.cumulus.internal.kernels.simd;

import org.jspecify.annotations.NullMarked;
