package org.cumulus.internal.operations;

import java.util.function.DoubleBinaryOperator;

/** A function on doubles as one on floats, whose result is rounded. */
public final class RoundedToFloat implements FloatBinaryOperator {
  private final DoubleBinaryOperator function;

  public RoundedToFloat(DoubleBinaryOperator function) {
    this.function = function;
  }

  @Override
  public float applyAsFloat(float a, float b) {
    return (float) function.applyAsDouble(a, b);
  }
}
