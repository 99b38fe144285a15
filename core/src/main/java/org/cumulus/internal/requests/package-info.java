/**
 * What a scan is asked to be, and the order in which that is done, without knowing the public
 * classes that it is asked by.
 *
 * <p>A {@link Request} is a scan to the inside, a {@link Fold} an operator. {@link AxisScans} does
 * one scan for each axis, {@link ModeViews} makes views of modes, {@link StreamScan} goes chunk by
 * chunk.
 */
@NullMarked
package org.cumulus.internal.requests;

import org.jspecify.annotations.NullMarked;
