package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** The smallest or the largest number; of equal ones the first. */
final class ExtremeTotal extends Accumulator {
  private final int sign;
  private final Value extreme = new Value();
  private boolean isNull = true;

  /**
   * An extreme.
   *
   * @param sign 1 for the largest, -1 for the smallest
   */
  ExtremeTotal(int sign) {
    this.sign = sign;
  }

  @Override
  public void add(Value value) {
    if (isNull || Integer.signum(value.compareTo(extreme)) == sign) {
      extreme.set(value);
      isNull = false;
    }
  }

  @Override
  public boolean isNull() {
    return isNull;
  }

  @Override
  public void writeTo(CellText out) {
    extreme.writeTo(out);
  }

  @Override
  public void clear() {
    isNull = true;
  }
}
