package org.cumulus.cli.table.functions;

/** What a new column can hold. */
public enum FunctionKind {
  SUM("running_sum_", true),
  AVG("running_avg_", true),
  MIN("running_min_", true),
  MAX("running_max_", true),
  COUNT("running_count_", true),
  PRODUCT("running_product_", true),
  ROW_NUMBER("row_number", true),
  EMA("running_ema_", true),
  SHARE("running_share_", true),
  DELTA("delta_", false),
  LAG("lag_", false);

  private final String prefix;
  private final boolean isTotal;

  FunctionKind(String prefix, boolean isTotal) {
    this.prefix = prefix;
    this.isTotal = isTotal;
  }

  /** What the default name of its column begins with. */
  String prefix() {
    return prefix;
  }

  /** Whether it is of all rows so far, so that it can be exclusive, and shared by equal rows. */
  public boolean isTotal() {
    return isTotal;
  }

  /** Whether it is of numbers. */
  public boolean isOfNumbers() {
    return this != COUNT && this != ROW_NUMBER && this != LAG;
  }
}
