package org.cumulus.cli.table.functions;

/** What becomes of cells that hold no number. Counts do not ask. */
public enum NullPolicy {
  /** They count for nothing, as in SQL: the row has the total of those before it. */
  SKIP,

  /** The row has no total, and the others are as if it were not there. */
  KEEP,

  /** They are zeros. */
  ZERO,

  /** All totals from the first of them on are null. */
  PROPAGATE,

  /** They are an error. */
  REFUSE
}
