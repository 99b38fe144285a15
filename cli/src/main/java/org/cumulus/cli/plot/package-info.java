/**
 * Plots of an array and of its running total, which know neither options nor where numbers come
 * from. Only {@link org.cumulus.cli.plot.Chart} and what it is handed to know of XChart and AWT,
 * which are loaded when a plot is drawn and not before.
 */
@NullMarked
package org.cumulus.cli.plot;

import org.jspecify.annotations.NullMarked;
