/**
 * The kernels of the order {@code EXACT} and exact totals, which know no other order, neither views
 * nor threads.
 *
 * <p>May use: {@code types}, {@code memory}, {@code kernels}.
 */
@NullMarked
package org.cumulus.internal.kernels.exact;

import org.jspecify.annotations.NullMarked;
