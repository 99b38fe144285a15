package org.cumulus.cli.table;

import org.cumulus.cli.table.functions.Accumulator;
import org.jspecify.annotations.Nullable;

/** What is remembered of the rows of a group. */
final class Group {
  private final byte[] key;
  private final int hash;
  private final Accumulator[] accumulators;

  /** Which functions have met a null that all after it share; none if null. */
  private boolean @Nullable [] areNull;

  /** The cells that equal rows share, of the rows of number {@link #sharedBy}. */
  private byte @Nullable [] @Nullable [] shared;

  private long sharedBy = -1;

  Group(byte[] key, int hash, Accumulator[] accumulators) {
    this.key = key;
    this.hash = hash;
    this.accumulators = accumulators;
  }

  byte[] key() {
    return key;
  }

  int hash() {
    return hash;
  }

  Accumulator accumulator(int function) {
    return accumulators[function];
  }

  /** From now on a function has no value. */
  void makeNull(int function) {
    if (areNull == null) {
      areNull = new boolean[accumulators.length];
    }
    areNull[function] = true;
  }

  boolean isNull(int function) {
    return (areNull != null && areNull[function]) || accumulators[function].isNull();
  }

  /** Forgets all rows. */
  void clear() {
    areNull = null;
    for (Accumulator accumulator : accumulators) {
      accumulator.clear();
    }
  }

  /** Begins to share cells among equal rows; false if that was begun already. */
  boolean share(long peers) {
    if (sharedBy == peers) {
      return false;
    }
    sharedBy = peers;
    shared = new byte[accumulators.length][];
    return true;
  }

  void setShared(int function, byte @Nullable [] cell) {
    if (shared != null) {
      shared[function] = cell;
    }
  }

  byte @Nullable [] shared(int function) {
    return shared == null ? null : shared[function];
  }
}
