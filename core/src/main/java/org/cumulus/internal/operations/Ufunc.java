package org.cumulus.internal.operations;

/** NumPy's operations. */
public enum Ufunc implements Arithmetic {
  ADD,
  MULTIPLY,
  MAXIMUM,
  MINIMUM,
  FMAX,
  FMIN,
  LOGICAL_AND,
  LOGICAL_OR,
  LOGICAL_XOR,
  BITWISE_AND,
  BITWISE_OR,
  BITWISE_XOR,
  LOGADDEXP
}
