package org.cumulus.internal.operations;

/** What {@code java.util.function} has for the other carriers. */
@FunctionalInterface
public interface FloatBinaryOperator {
  float applyAsFloat(float left, float right);
}
