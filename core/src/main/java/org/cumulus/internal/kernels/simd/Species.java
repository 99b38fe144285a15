package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** How long the vectors are. Constants, as vectors of a length not known to the JIT are objects. */
final class Species {
  /**
   * Eight floats, a group of the order {@code BLOCKED}. Longer ones were no faster, and two lengths
   * of one type in a process make both slow.
   */
  private static final int DEFAULT_BITS = 256;

  private static final VectorShape SHAPE =
      VectorShape.forBitSize(Integer.getInteger("cumulus.simd", DEFAULT_BITS));

  static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, SHAPE);
  static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Double> DOUBLE = VectorSpecies.of(double.class, SHAPE);

  private Species() {}
}
