/**
 * Pictures of figures, for README and the pages of runs. They are written by hand rather than by a
 * library of charts: of those, none draws bars with a mark and two figures each, in letters that
 * are text and can be read on a phone; and what is left of a chart without that is a few
 * rectangles.
 *
 * <p>Nothing here knows what is measured.
 */
@NullMarked
package org.cumulus.bench.charts;

import org.jspecify.annotations.NullMarked;
