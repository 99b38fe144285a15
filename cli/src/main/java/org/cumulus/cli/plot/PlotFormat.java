package org.cumulus.cli.plot;

/** The kinds of files that a plot can be drawn to. */
enum PlotFormat {
  /** Pixels. */
  PNG,
  /** Lines and text. */
  SVG
}
