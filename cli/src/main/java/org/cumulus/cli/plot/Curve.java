package org.cumulus.cli.plot;

/** The points of one line of a plot, from left to right. */
final class Curve {
  private final String name;
  private final double[] positions;
  private final double[] values;
  private final long undrawn;

  /** A curve through points; nothing is copied. */
  Curve(String name, double[] positions, double[] values, long undrawn) {
    this.name = name;
    this.positions = positions;
    this.values = values;
    this.undrawn = undrawn;
  }

  /** What the legend calls it. */
  String name() {
    return name;
  }

  /** The places of the elements in their line of the array, from 0. */
  double[] positions() {
    return positions;
  }

  /** The elements at those places; NaN is a gap. */
  double[] values() {
    return values;
  }

  /** How many elements of the line are NaN or infinite, and so have no place in a plot. */
  long undrawn() {
    return undrawn;
  }
}
