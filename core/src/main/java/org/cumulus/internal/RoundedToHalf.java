package org.cumulus.internal;

import java.util.function.DoubleBinaryOperator;

/** A function on doubles as one on halves, whose result is rounded, once. */
final class RoundedToHalf implements FloatBinaryOperator {
  private final DoubleBinaryOperator function;

  RoundedToHalf(DoubleBinaryOperator function) {
    this.function = function;
  }

  @Override
  public float applyAsFloat(float a, float b) {
    return Half.round(function.applyAsDouble(a, b));
  }
}
