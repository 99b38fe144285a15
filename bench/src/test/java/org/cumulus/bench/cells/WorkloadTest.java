package org.cumulus.bench.cells;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool:7:axis0:plain",
        "uint8:3x5:axis0:strided",
        "int32:3x5:axis1:reversed",
        "float16:3x5:axisnone:transposed:prices",
        "float32:2x3x4:axis1:swapped:normal",
        "complex128:3x5:axis1:mapped:uniform",
      })
  void sumsAreThoseOfObviousLoops(String id) throws IOException {
    try (Workload workload = new Workload(Cell.parse(id))) {
      workload.check(workload.fresh());
      workload.check(workload.warm());
      NDArray wrong = NDArray.zeros(workload.output().dtype(), workload.output().shape());
      assertThrows(AssertionError.class, () -> workload.check(wrong));
    }
  }

  @Test
  void otherOperationsAreWhatTheirNamesSay() throws IOException {
    assertArrayEquals(
        new double[] {0, 0.25, 0.5, 0.75}, (double[]) result("float64:4:axis0:plain:ramp:maximum"));
    assertArrayEquals(
        new double[] {0.25, 0.25, 0.25}, (double[]) result("float64:4:axis0:plain:ramp:diff"));
    assertThrows(IllegalArgumentException.class, () -> result("int32:4:axis0:plain:ramp:divide"));
  }

  private static Object result(String id) throws IOException {
    try (Workload workload = new Workload(Cell.parse(id))) {
      return workload.warm().toFlatArray();
    }
  }

  @Test
  void aResultOfAnotherDtypeHasItsOwnBytes() throws IOException {
    try (Workload workload = new Workload(Cell.parse("float64:4:axis0:plain:ramp:logical_and"))) {
      assertEquals(4, workload.resultBytes());
    }
  }

  @Test
  void itsFileGoesWithIt() throws IOException {
    Path file;
    try (Workload workload = new Workload(Cell.parse("int32:4:axis0:plain"))) {
      file = workload.file();
      assertEquals(true, Files.exists(file));
    }
    assertEquals(false, Files.exists(file));
  }

  @ParameterizedTest
  @EnumSource
  void dataIsTheSameInEveryRunAndFinite(DataKind kind) {
    for (DType dtype : new DType[] {DType.FLOAT16, DType.FLOAT32, DType.FLOAT64}) {
      double[] values = kind.doubles(1000, dtype);
      assertArrayEquals(values, kind.doubles(1000, dtype));
      double[] rounded =
          (double[]) NDArray.wrap(values).astype(dtype).astype(DType.FLOAT64).toFlatArray();
      assertEquals(1000, IntStream.range(0, 1000).filter(i -> Double.isFinite(rounded[i])).count());
    }
  }
}
