package org.cumulus.internal.operations;

import java.util.function.DoubleBinaryOperator;
import org.cumulus.internal.types.Half;

/** A function on doubles as one on halves, whose result is rounded, once. */
public final class RoundedToHalf implements FloatBinaryOperator {
  private final DoubleBinaryOperator function;

  public RoundedToHalf(DoubleBinaryOperator function) {
    this.function = function;
  }

  @Override
  public float applyAsFloat(float a, float b) {
    return Half.round(function.applyAsDouble(a, b));
  }
}
