package org.cumulus.internal.plan;

/** How several threads share a scan. */
public enum Sharing {
  /** Each thread scans lines of its own, strip by strip. */
  STRIPS,

  /**
   * There are too few strips, so threads share the pieces of each: a thread folds its piece, takes
   * the carry of all before, hands on the two together, and finishes the piece.
   */
  FOLDS,

  /**
   * As before, but the arithmetic allows no folds, or they do not pay: a thread loads its piece
   * into the cache, takes the carry, scans, and hands it on. One piece is scanned after the other,
   * but while it is the next ones are loaded, which takes longer where memory is the limit.
   */
  TURNS
}
