package org.cumulus.internal.plan;

import org.cumulus.OverflowPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a plan seldom has. Apart from it, so that small calls, which have none of this, do not pay
 * for it.
 *
 * @param <A> the array type of the carrier
 * @param initial what each line goes on from, the only element of its array; null for nothing
 * @param cuts where lines start anew; null if they are whole
 * @param casts what is done with values that a cast cannot hold
 */
record Extras<A>(@Nullable A initial, @Nullable Cuts cuts, OverflowPolicy casts) {}
