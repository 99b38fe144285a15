package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** How many there were. */
public final class CountTotal extends Accumulator {
  private long count;

  /** Counts one more. */
  public void add() {
    count++;
  }

  @Override
  public void add(Value value) {
    count++;
  }

  @Override
  public boolean isNull() {
    return false;
  }

  @Override
  public void writeTo(CellText out) {
    out.integer(count);
  }

  @Override
  public void clear() {
    count = 0;
  }
}
