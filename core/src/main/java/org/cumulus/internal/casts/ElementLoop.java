package org.cumulus.internal.casts;

/**
 * A loop over elements of two Java arrays whose types it knows: {@code target[to + i]} becomes what
 * {@code source[from + i]} is, for {@code i} below {@code count}.
 */
@FunctionalInterface
interface ElementLoop {
  void run(Object source, int from, Object target, int to, int count);
}
