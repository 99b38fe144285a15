package org.cumulus.bench.cells;

import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/** Cumulative sums by the most obvious loops: what every contestant's result must be. */
final class ObviousSum {
  private ObviousSum() {}

  /**
   * The sums of a cell in C order, as {@link NDArray#toFlatArray} gives them.
   *
   * @param input the cell's input, in any layout
   */
  static Object of(Cell cell, NDArray input) {
    DType type = cell.sumDtype();
    int inner = cell.inner();
    // The two parts of a complex number are neighbours, as if along one more axis.
    int step = type.kind().isComplex() ? 2 * inner : inner;
    Object sums = input.astype(type).copy().toFlatArray();
    int stretch = cell.lineLength() * step;
    switch (sums) {
      case double[] doubles -> addUp(doubles, step, stretch);
      case float[] floats when type.kind() == Kind.FLOAT16 -> addUpHalves(floats, step, stretch);
      case float[] floats -> addUp(floats, step, stretch);
      case long[] longs -> addUp(longs, step, stretch);
      default -> throw new IllegalArgumentException("no obvious sum of " + type);
    }
    return sums;
  }

  private static void addUp(double[] sums, int step, int stretch) {
    for (int index = 0; index < sums.length; index++) {
      if (index % stretch >= step) {
        sums[index] += sums[index - step];
      }
    }
  }

  private static void addUp(float[] sums, int step, int stretch) {
    for (int index = 0; index < sums.length; index++) {
      if (index % stretch >= step) {
        sums[index] += sums[index - step];
      }
    }
  }

  private static void addUpHalves(float[] sums, int step, int stretch) {
    for (int index = 0; index < sums.length; index++) {
      if (index % stretch >= step) {
        float sum = sums[index] + sums[index - step];
        sums[index] = Float.float16ToFloat(Float.floatToFloat16(sum));
      }
    }
  }

  private static void addUp(long[] sums, int step, int stretch) {
    for (int index = 0; index < sums.length; index++) {
      if (index % stretch >= step) {
        sums[index] += sums[index - step];
      }
    }
  }
}
