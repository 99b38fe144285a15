package org.cumulus.internal.operations;

/**
 * Loops in vectors that stand in for those of the kernels, with the same bits: behind an interface,
 * as the classes that import the Vector API can only be loaded where there is one.
 */
public interface VectorLoops {
  /** The bits of the processor's widest vectors. */
  int widest();

  /** Of signed integers. */
  RowLoop<long[]> longs(Ufunc ufunc);

  RowLoop<float[]> floats(Ufunc ufunc);

  RowLoop<double[]> doubles(Ufunc ufunc);

  /** Sums rounded to {@code float16}. */
  RowLoop<float[]> halves();

  OctetLoop<float[]> blockedFloats();

  OctetLoop<double[]> blockedDoubles();

  /** Sums of a line, from left to right. */
  LineLoop<float[]> floatLine();

  LineLoop<double[]> doubleLine();
}
