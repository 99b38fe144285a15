package org.cumulus.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the lines of a plan start from, and where they start anew: what {@link Starts} are to a
 * scan.
 *
 * @param <A> the array type of the carrier
 * @param initial what each line goes on from, the only element of its array; null for nothing
 * @param cuts where lines start anew; null if they are whole
 */
record Beginning<A>(@Nullable A initial, @Nullable Cuts cuts) {}
