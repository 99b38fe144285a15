/**
 * The kernels of the order {@code BLOCKED}, which know no other order, neither views nor threads.
 *
 * <p>May use: {@code types}, {@code memory}, {@code operations}, {@code kernels}.
 */
@NullMarked
package org.cumulus.internal.kernels.blocked;

import org.jspecify.annotations.NullMarked;
