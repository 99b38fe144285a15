/**
 * Loops over {@code jdk.incubator.vector}, and all that knows of it. Nothing here is named outside
 * but the class {@code Loops}, by a string.
 */
@NullMarked
package org.cumulus.internal.simd;

import org.jspecify.annotations.NullMarked;
