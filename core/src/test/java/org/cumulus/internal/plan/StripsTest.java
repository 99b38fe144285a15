package org.cumulus.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cumulus.DType;
import org.cumulus.internal.kernels.Sums;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lanes are divided among threads: those that must be loaded go in narrower strips. */
final class StripsTest {
  private static final int STEPS = 64;

  @ParameterizedTest
  @CsvSource({
    "float64, 3000, 2, 3000",
    "float64, 5000, 2, 2500",
    "float64, 9001, 2, 4501",
    "float64, 20000, 2, 10000",
    "float64, 40000, 2, 10000",
    "float64, 20000, 3, 6667",
    "float64, 5000, 1, 5000",
    ">f8, 5000, 2, 2500",
    ">f8, 10000, 2, 2500",
    ">f8, 10000, 1, 4096",
  })
  void areAsWideAsEachOther(String dtype, int lanes, int threads, int width) {
    long[] shape = {STEPS, lanes};
    View in = Allocation.zeros(DType.of(dtype), shape);
    View out = Allocation.zeros(DType.FLOAT64, shape);
    Plan<?, ?> plan = Plan.of(Sums.OF_DOUBLES, DType.FLOAT64, in, out, 0, null, threads);
    assertEquals(width, plan.tiling().lanes());
  }
}
