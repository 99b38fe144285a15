package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** A total of doubles from left to right, rounded at each step, as NumPy has it. */
final class FloatTotal extends Accumulator {
  /** What is done with each number. */
  enum Kind {
    SUM,
    MEAN,
    PRODUCT
  }

  private final Kind kind;
  private double total;
  private long count;

  FloatTotal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void add(Value value) {
    double number = value.toDouble();
    if (count++ == 0) {
      total = number;
    } else {
      total = kind == Kind.PRODUCT ? total * number : total + number;
    }
  }

  @Override
  public boolean isNull() {
    return count == 0;
  }

  @Override
  public void writeTo(CellText out) {
    out.number(kind == Kind.MEAN ? total / count : total);
  }

  @Override
  public void clear() {
    count = 0;
  }
}
