/**
 * The kernels of the order {@code BLOCKED}, which know no other order, neither views nor threads.
 */
@NullMarked
package org.cumulus.internal.kernels.blocked;

import org.jspecify.annotations.NullMarked;
