package org.cumulus.spark;

/** What a running total does with values that are null. */
public enum NullPolicy {
  /**
   * Null counts for nothing, as in SQL: a row without a value has the total of those before it, and
   * null if there are none.
   */
  SKIP,

  /** Where a value is null its total is, and the others are as if the row were not there. */
  KEEP,

  /** All totals from the first null on are null. */
  PROPAGATE,

  /** The job fails, with the column's name, before anything is written. */
  REFUSE
}
