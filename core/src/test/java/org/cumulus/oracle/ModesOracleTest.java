package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All modes of a cumulative sum, alone and together, in every dtype, layout and kind of memory,
 * fresh, in place and into an output among sentinels: against obvious loops. The case number is the
 * seed.
 */
class ModesOracleTest {
  private static final int CASES = 600;
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final List<ElementValues.Mode> MODES = List.of(ElementValues.Mode.values());

  @ParameterizedTest
  @EnumSource
  void everyDtype(Kind kind) {
    for (int number = 0; number < CASES; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = random.below(random.below(8) == 0 ? 40 : 6);
      }
      assertNull(
          difference(Operator.ADD, OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** Around tiles, blocks and the lanes swept at once. */
  @ParameterizedTest
  @EnumSource(names = {"INT8", "INT64", "FLOAT16", "FLOAT32", "FLOAT64", "COMPLEX64", "OBJECT"})
  void manyTiles(Kind kind) {
    for (int number = 0; number < 30; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = OracleArrays.shapeOfManyTiles(random);
      assertNull(
          difference(Operator.ADD, OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** More elements than one thread scans alone. */
  @ParameterizedTest
  @EnumSource(names = {"INT16", "INT64", "FLOAT64", "COMPLEX64", "TIMEDELTA64"})
  void shared(Kind kind) {
    for (int number = 0; number < 4; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = number % 2 == 0 ? new long[] {1_050_000} : new long[] {1050, 1000};
      assertNull(
          difference(Operator.ADD, OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** The input is cast first, then scanned from the initial value, and the results are cast. */
  @ParameterizedTest
  @CsvSource({
    "bool, int64, int64",
    "int8, int64, int8",
    "uint8, uint64, float32",
    "float32, float64, float32",
    "float64, int32, float64",
    "float64, bool, int8",
    "complex64, complex128, float64",
    "float32, complex64, complex128",
    "float32, complex64, float32",
    "complex128, float64, complex64",
    "int16, object, int64",
    "int16, float16, >f8"
  })
  void casts(String in, String type, String out) {
    for (int number = 0; number < 40; number++) {
      SplitMix random = new SplitMix(number);
      long[] shape = {1 + random.below(5), 1 + random.below(50)};
      NDArray input = OracleArrays.array(DType.of(in), random, ElementValues.Mode.SMALL, shape);
      DType operation = DType.of(type);
      NDArray value = value(operation, random, ElementValues.Mode.SMALL);
      ModesOracle modes = ModesOracle.random(random, 2, value);
      NDArray expected = array(modes, operation, input.astype(operation)).astype(DType.of(out));
      NDArray actual = NDArray.zeros(DType.of(out), expected.shape());
      modes.scan().dtype(operation).apply(input, actual);
      assertEquals(Checksum.of(expected), Checksum.of(actual), number + ": " + modes);
    }
  }

  /** Input and output anywhere in one buffer: the result is as if the input had been copied. */
  @Test
  void sharedMemory() {
    for (int number = 0; number < 3000; number++) {
      SplitMix random = new SplitMix(number);
      DType type = OracleArrays.type(KINDS.get(random.below(KINDS.size())));
      NDArray value = value(type, random, ElementValues.Mode.ANY);
      ModesOracle modes = ModesOracle.random(random, 1, value);
      int length = 1 + random.below(random.below(3) == 0 ? 5000 : 20);
      long resultLength = modes.resultShape(length)[0];
      NDArray buffer = OracleArrays.array(type, random, ElementValues.Mode.ANY, length + 30);
      NDArray in = part(buffer, random, length);
      NDArray out = part(buffer, random, (int) resultLength);
      NDArray expected = modes.scan().dtype(type).apply(in.copy());
      modes.scan().dtype(type).apply(in, out);
      assertEquals(Checksum.of(expected), Checksum.of(out), number + ": " + type + " " + modes);
    }
  }

  private static NDArray part(NDArray buffer, SplitMix random, int length) {
    int start = random.below((int) buffer.size() - length + 1);
    NDArray part = buffer.slice(start + ":" + (start + length));
    return random.below(3) == 0 ? part.flip() : part;
  }

  /** What is wrong with a random scan of a random array of a dtype; null if nothing is. */
  static @Nullable String difference(
      Operator operator, DType type, SplitMix random, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    ElementValues.Mode mode =
        operator == Operator.ADD ? ScanCheck.values(type.kind(), size) : MODES.get(random.below(4));
    NDArray value = value(type, random, mode);
    ModesOracle modes = ModesOracle.random(operator, random, shape.length, value);
    Layout layout = LAYOUTS.get(random.below(7));
    DType stored = random.below(4) == 0 ? type.withByteOrder(ByteOrder.BIG_ENDIAN) : type;
    NDArray in =
        layout.view(OracleArrays.array(stored, random, mode, layout.baseShape(shape)), shape);
    List<Object> expected = modes.elements(in);
    long[] resultShape = modes.resultShape(shape);
    Scan scan = modes.scan().dtype(type).parallelism(1 + random.below(4));
    String description = "%s %s %s, %s".formatted(stored, layout, Arrays.toString(shape), modes);
    boolean isInPlace = Arrays.equals(shape, resultShape) && layout != Layout.REPEATED;
    ExpectedResult result = new ExpectedResult(description, type, expected);
    return result.difference(scan, in, isInPlace, random, mode, resultShape);
  }

  /** The oracle's result as an array; only for values that every dtype holds. */
  private static NDArray array(ModesOracle modes, DType type, NDArray input) {
    NDArray elements = NDArray.of(modes.elements(input), DType.OBJECT);
    return elements.reshape(modes.resultShape(input.shape())).astype(type);
  }

  private static NDArray value(DType type, SplitMix random, ElementValues.Mode mode) {
    return OracleArrays.array(type, random, mode, 1).reshape(new long[0]);
  }
}
