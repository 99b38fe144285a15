package org.cumulus.internal.kernels;

import org.cumulus.DType.Kind;
import org.cumulus.internal.operations.DoubleOperation;
import org.cumulus.internal.operations.FloatOperation;
import org.cumulus.internal.operations.LongOperation;
import org.cumulus.internal.operations.Ufunc;

/**
 * The sums, which are the templates as they are loaded: a program that only adds has no other
 * classes.
 */
public final class Sums {
  public static final LongScan OF_LONGS = new LongScan(LongOperation.of(Ufunc.ADD, Kind.INT64));

  public static final FloatScan OF_FLOATS = new FloatScan(FloatOperation.of(Ufunc.ADD));

  public static final DoubleScan OF_DOUBLES = new DoubleScan(DoubleOperation.of(Ufunc.ADD));

  private Sums() {}
}
