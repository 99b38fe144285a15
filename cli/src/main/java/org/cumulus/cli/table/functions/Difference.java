package org.cumulus.cli.table.functions;

import java.math.BigDecimal;
import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** A number minus that of the row before: exact, or with a double rounded once. */
final class Difference extends Accumulator {
  private Value before = new Value();
  private Value now = new Value();
  private boolean hasBefore;
  private boolean hasNow;

  @Override
  public void add(Value value) {
    turn();
    now.set(value);
    hasNow = true;
  }

  @Override
  public void addNull() {
    turn();
    hasNow = false;
  }

  private void turn() {
    Value spare = before;
    before = now;
    now = spare;
    hasBefore = hasNow;
  }

  @Override
  public boolean isNull() {
    return !hasBefore || !hasNow;
  }

  @Override
  public void writeTo(CellText out) {
    boolean areDoubles = now.isDouble() && before.isDouble();
    if (areDoubles || !now.isFinite() || !before.isFinite()) {
      out.number(now.toDouble() - before.toDouble());
      return;
    }
    BigDecimal difference = now.exact().subtract(before.exact());
    if (now.isDouble() || before.isDouble()) {
      out.number(difference.doubleValue());
    } else {
      out.decimal(difference);
    }
  }

  @Override
  public void clear() {
    hasBefore = false;
    hasNow = false;
  }
}
