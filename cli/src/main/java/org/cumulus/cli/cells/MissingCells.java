package org.cumulus.cli.cells;

/** What becomes of cells that have no value, being empty or {@code NA}. */
public enum MissingCells {
  /** They are an error. */
  REFUSED,
  /** They are an error, which tells of the option that makes them NaN. */
  REFUSED_WITH_ADVICE,
  /** They are NaN, if the dtype has one; else an error. */
  NAN
}
