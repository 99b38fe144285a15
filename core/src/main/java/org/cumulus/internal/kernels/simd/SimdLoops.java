package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.VectorShape;
import org.cumulus.internal.operations.LineLoop;
import org.cumulus.internal.operations.OctetLoop;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.VectorLoops;

/** All loops in vectors. */
public final class SimdLoops implements VectorLoops {
  private static final RowTemplate<long[]> LONGS = new RowTemplate<>(new LongRow());
  private static final RowTemplate<float[]> FLOATS = new RowTemplate<>(new FloatRow());
  private static final RowTemplate<double[]> DOUBLES = new RowTemplate<>(new DoubleRow());
  private static final DoubleOctets DOUBLE_OCTETS = new DoubleOctets();
  private static final FloatOctets FLOAT_OCTETS = new FloatOctets();
  private static final DoubleLine DOUBLE_LINE = new DoubleLine();
  private static final FloatLine FLOAT_LINE = new FloatLine();

  @Override
  public int widest() {
    return VectorShape.preferredShape().vectorBitSize();
  }

  @Override
  public RowLoop<long[]> longs(Ufunc ufunc) {
    return LONGS.of(ufunc);
  }

  @Override
  public RowLoop<float[]> floats(Ufunc ufunc) {
    return FLOATS.of(ufunc);
  }

  @Override
  public RowLoop<double[]> doubles(Ufunc ufunc) {
    return DOUBLES.of(ufunc);
  }

  @Override
  public RowLoop<float[]> halves() {
    return HalfRow::add;
  }

  @Override
  public OctetLoop<float[]> blockedFloats() {
    return FLOAT_OCTETS;
  }

  @Override
  public OctetLoop<double[]> blockedDoubles() {
    return DOUBLE_OCTETS;
  }

  @Override
  public LineLoop<float[]> floatLine() {
    return FLOAT_LINE;
  }

  @Override
  public LineLoop<double[]> doubleLine() {
    return DOUBLE_LINE;
  }
}
