package org.cumulus.internal.operations;

/** What is no operation on the last result and the next element, but a kernel of its own. */
public enum Accumulation implements Arithmetic {
  /** {@code LogSumExp}. */
  LOGCUMSUMEXP
}
