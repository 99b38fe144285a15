/**
 * Loops over {@code jdk.incubator.vector}, and all that knows of it: named by nobody, but for
 * {@link SimdLoops}, by a string.
 */
@NullMarked
package org.cumulus.internal.kernels.simd;

import org.jspecify.annotations.NullMarked;
