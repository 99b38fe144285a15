package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** The exponential moving average: {@code y = a * x + (1 - a) * y}, the first x as it is. */
final class MovingAverage extends Accumulator {
  private final double weight;
  private double average;
  private boolean isNull = true;

  MovingAverage(double weight) {
    this.weight = weight;
  }

  @Override
  public void add(Value value) {
    double number = value.toDouble();
    average = isNull ? number : weight * number + (1 - weight) * average;
    isNull = false;
  }

  @Override
  public boolean isNull() {
    return isNull;
  }

  @Override
  public void writeTo(CellText out) {
    out.number(average);
  }

  @Override
  public void clear() {
    isNull = true;
  }
}
