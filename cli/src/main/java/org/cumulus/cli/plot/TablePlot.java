package org.cumulus.cli.plot;

import java.util.List;

/**
 * What a plot of a table shows: a column over another one, a curve for each group.
 *
 * @param abscissa what stands below
 * @param ordinate what the curves are of
 * @param isTime whether positions are milliseconds since 1970 in UTC
 * @param curves one for each group that is drawn
 * @param groups how many there are
 */
public record TablePlot(
    String abscissa, String ordinate, boolean isTime, List<PointSeries> curves, int groups) {
  /** What stands below the horizontal axis. */
  String explanation() {
    return groups > curves.size()
        ? "%s  (%d of %,d groups drawn)".formatted(abscissa, curves.size(), groups)
        : abscissa;
  }
}
