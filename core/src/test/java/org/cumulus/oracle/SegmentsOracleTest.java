package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Segments of every kind, in every dtype, mode, layout and kind of memory, fresh, in place and into
 * an output among sentinels: against obvious loops over each segment. The case number is the seed.
 */
class SegmentsOracleTest {
  private static final int CASES = 400;
  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  @ParameterizedTest
  @EnumSource
  void everyDtype(Kind kind) {
    for (int number = 0; number < CASES; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = random.below(random.below(6) == 0 ? 40 : 6);
      }
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** Around tiles and the lanes swept at once. */
  @ParameterizedTest
  @EnumSource(names = {"INT8", "INT64", "FLOAT16", "FLOAT32", "FLOAT64", "COMPLEX64", "OBJECT"})
  void manyTiles(Kind kind) {
    for (int number = 0; number < 30; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = OracleArrays.shapeOfManyTiles(random);
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** More elements than one thread scans alone: many segments, or one. */
  @ParameterizedTest
  @EnumSource(names = {"INT16", "INT64", "FLOAT64", "COMPLEX64", "TIMEDELTA64"})
  void shared(Kind kind) {
    for (int number = 0; number < 4; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = number % 2 == 0 ? new long[] {400_000} : new long[] {600, 500};
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  private static ModesOracle modes(SplitMix random, int ndim, NDArray value) {
    ModesOracle any = ModesOracle.random(random, ndim, value);
    int[] axes = Arrays.copyOf(any.axes(), Math.min(1, any.axes().length));
    return new ModesOracle(axes, any.isExclusive(), any.isReverse(), false, any.initial());
  }

  private static @Nullable String difference(DType type, SplitMix random, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    ElementValues.Mode mode = ScanCheck.values(type.kind(), size);
    ModesOracle modes =
        modes(random, shape.length, OracleArrays.array(type, random, mode, 1).reshape(new long[0]));
    Layout layout = LAYOUTS.get(random.below(7));
    DType stored = random.below(4) == 0 ? type.withByteOrder(ByteOrder.BIG_ENDIAN) : type;
    NDArray in =
        layout.view(OracleArrays.array(stored, random, mode, layout.baseShape(shape)), shape);
    boolean isFlat = modes.axes().length == 0;
    long[] resultShape = isFlat ? new long[] {size} : shape;
    int length = (int) (isFlat ? size : shape[modes.axes()[0]]);
    RandomSegments segments = RandomSegments.random(random, length);
    List<Object> expected = expected(in, isFlat ? 0 : modes.axes()[0], isFlat, modes, segments);
    Scan scan = segments.of(modes.scan().dtype(type).parallelism(1 + random.below(4)));
    String description =
        "%s %s %s, %s, %s".formatted(stored, layout, Arrays.toString(shape), modes, segments);
    boolean isInPlace = Arrays.equals(shape, resultShape) && layout != Layout.REPEATED;
    ExpectedResult result = new ExpectedResult(description, type, expected);
    return result.difference(scan, in, isInPlace, random, mode, resultShape);
  }

  /** The elements of the result in C order. */
  static List<Object> expected(
      NDArray in, int axis, boolean isFlat, ModesOracle modes, RandomSegments segments) {
    List<Object> elements = new ArrayList<>();
    for (long[] index : Indices.of(in.shape())) {
      elements.add(Objects.requireNonNull(in.get(index)));
    }
    Object start = modes.start(in.dtype());
    long[] shape = isFlat ? new long[] {in.size()} : in.shape();
    int inner = 1;
    for (int i = axis + 1; i < shape.length; i++) {
      inner *= (int) shape[i];
    }
    int length = (int) shape[axis];
    Object[] results = new Object[elements.size()];
    for (int line = 0; line < elements.size() / Math.max(1, length); line++) {
      int from = line / inner * inner * length + line % inner;
      for (List<Integer> segment : segments.elements()) {
        List<Object> operands = new ArrayList<>();
        for (int k : segment) {
          operands.add(elements.get(from + k * inner));
        }
        List<Object> sums = modes.sums(operands, in.dtype().kind(), start);
        for (int i = 0; i < sums.size(); i++) {
          results[from + segment.get(i) * inner] = sums.get(i);
        }
      }
    }
    return Arrays.asList(results);
  }
}
