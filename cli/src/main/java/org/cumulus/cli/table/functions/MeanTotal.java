package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.ExactSum;
import org.cumulus.cli.table.values.Value;

/** The exact sum divided by the number of numbers, rounded once. */
final class MeanTotal extends Accumulator {
  private final ExactSum sum = new ExactSum();

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
    sum.writeMean(out);
  }

  @Override
  public void clear() {
    sum.clear();
  }
}
