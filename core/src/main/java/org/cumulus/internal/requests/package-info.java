/**
 * What a scan is asked to be, and the order in which that is done, without knowing the public
 * classes that it is asked by.
 *
 * <p>A {@link Request} is a scan to the inside, a {@link Fold} an operator. {@link ModalScan} does
 * a scan in its modes, of which {@link ModeViews} makes views: {@link AxisScans} whole lines along
 * each axis, {@link ChunkScan} the chunks of a {@link StreamScan}.
 *
 * <p>May use: {@code digits}, the vocabulary of {@code org.cumulus}, {@code types}, {@code memory},
 * {@code casts}, {@code operations}, {@code text}, {@code kernels}, {@code plan}, {@code engine},
 * {@code checks}, {@code lines}, {@code arrays}.
 */
@NullMarked
package org.cumulus.internal.requests;

import org.jspecify.annotations.NullMarked;
