package org.cumulus.internal;

import org.cumulus.DType.Kind;

/**
 * The sums, which are the texts as they are loaded: a program that only adds has no other classes.
 */
final class Sums {
  static final LongScan OF_LONGS = new LongScan(LongOperation.of(Ufunc.ADD, Kind.INT64));

  static final FloatScan OF_FLOATS = new FloatScan(FloatOperation.of(Ufunc.ADD, Kind.FLOAT32));

  static final DoubleScan OF_DOUBLES = new DoubleScan(DoubleOperation.of(Ufunc.ADD));

  private Sums() {}
}
