package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.ExactSum;
import org.cumulus.cli.table.values.Value;

/** The sum so far as a part of the sum of all of the group, which must be added up before. */
public final class ShareTotal extends Accumulator {
  private final ExactSum sum = new ExactSum();
  private final ExactSum whole = new ExactSum();

  /** Adds a number to the whole. */
  public void addToWhole(Value value) {
    whole.add(value);
  }

  @Override
  public void add(Value value) {
    sum.add(value);
  }

  @Override
  public boolean isNull() {
    return sum.count() == 0;
  }

  @Override
  public void writeTo(CellText out) {
    sum.writeShare(whole, out);
  }

  @Override
  public void clear() {
    sum.clear();
  }
}
