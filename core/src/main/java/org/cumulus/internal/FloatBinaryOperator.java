package org.cumulus.internal;

/** What {@code java.util.function} has for the other carriers. */
@FunctionalInterface
interface FloatBinaryOperator {
  float applyAsFloat(float left, float right);
}
