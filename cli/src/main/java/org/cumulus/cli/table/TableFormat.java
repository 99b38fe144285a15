package org.cumulus.cli.table;

/** How a table is written. */
public enum TableFormat {
  CSV,
  TSV,
  JSONL,
  PARQUET
}
