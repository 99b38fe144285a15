package org.cumulus.internal;

/**
 * A loop over elements of two Java arrays whose types it knows: {@code target[to + i * stepTo]}
 * becomes what {@code source[from + i * step]} is, for {@code i} below {@code count}.
 */
@FunctionalInterface
interface ElementLoop {
  void run(Object source, int from, int step, Object target, int to, int stepTo, int count);
}
