package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** How long the vectors are. Constants, as vectors of a length not known to the JIT are objects. */
final class Species {
  /** Eight floats, an octet of the order {@code BLOCKED}. Longer ones were no faster. */
  private static final int DEFAULT_BITS = 256;

  private static final VectorShape SHAPE =
      VectorShape.forBitSize(Integer.getInteger("cumulus.simd", DEFAULT_BITS));

  static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, SHAPE);
  static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Double> DOUBLE = VectorSpecies.of(double.class, SHAPE);

  /**
   * The longest there are, in loops over lines: 512 bits were 1.3 to 1.5 times as fast as 256 where
   * the processor has them. Loops of both lengths in one process do not slow each other down.
   */
  private static final VectorShape LINE_SHAPE =
      Integer.getInteger("cumulus.simd") == null ? VectorShape.preferredShape() : SHAPE;

  static final VectorSpecies<Double> DOUBLE_LINE = VectorSpecies.of(double.class, LINE_SHAPE);
  static final VectorSpecies<Long> DOUBLE_LINE_BITS = VectorSpecies.of(long.class, LINE_SHAPE);
  static final VectorSpecies<Float> FLOAT_LINE = VectorSpecies.of(float.class, LINE_SHAPE);
  static final VectorSpecies<Integer> FLOAT_LINE_BITS = VectorSpecies.of(int.class, LINE_SHAPE);

  private Species() {}
}
