package org.cumulus.internal.plan;

import static org.cumulus.OverflowPolicy.WRAP;

import org.cumulus.OverflowPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What few scans are asked for. Apart from their plan, so that small calls, which have none of
 * this, do not pay for it.
 *
 * @param <A> the array type of the carrier
 * @param initial what each line goes on from, the only element of its array; null for nothing
 * @param casts what is done with values that a cast to or from the dtype of the arithmetic cannot
 *     hold
 * @param cuts where lines start anew; null if they are whole
 * @param resumption the carries that lines go on from instead, and leave behind; null if they are
 *     complete
 */
public record Extras<A>(
    @Nullable A initial,
    OverflowPolicy casts,
    @Nullable Cuts cuts,
    @Nullable Resumption<A> resumption) {

  /** Those of whole and complete lines; null if there are none. */
  public static <A> @Nullable Extras<A> of(@Nullable A initial, OverflowPolicy casts) {
    return initial == null && casts == WRAP ? null : new Extras<>(initial, casts, null, null);
  }

  /** The same, if there are any, for lines that start anew. */
  public static <A> Extras<A> cut(@Nullable Extras<A> whole, Cuts cuts) {
    return whole == null
        ? new Extras<>(null, WRAP, cuts, null)
        : new Extras<>(whole.initial, whole.casts, cuts, whole.resumption);
  }
}
