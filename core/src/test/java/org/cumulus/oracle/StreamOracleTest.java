package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Streams in every dtype and mode, fed with chunks of any length, layout and kind of memory, fresh,
 * in place and into outputs among sentinels, stopped and resumed, and with feeds between that fail:
 * against obvious loops over the whole. The case number is the seed.
 */
class StreamOracleTest {
  private static final int CASES = 400;
  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  @ParameterizedTest
  @EnumSource
  void everyDtype(Kind kind) {
    for (int number = 0; number < CASES; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = random.below(random.below(8) == 0 ? 40 : 6);
      }
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** Around tiles, blocks and the lanes swept at once. */
  @ParameterizedTest
  @EnumSource(names = {"INT8", "INT64", "FLOAT16", "FLOAT32", "FLOAT64", "COMPLEX64", "OBJECT"})
  void manyTiles(Kind kind) {
    for (int number = 0; number < 20; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = OracleArrays.shapeOfManyTiles(random);
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  /** Chunks of more elements than one thread scans alone. */
  @ParameterizedTest
  @EnumSource(names = {"INT16", "INT64", "FLOAT64", "COMPLEX64", "TIMEDELTA64"})
  void shared(Kind kind) {
    for (int number = 0; number < 2; number++) {
      SplitMix random = new SplitMix(number * 31L + kind.name().hashCode());
      long[] shape = number % 2 == 0 ? new long[] {1_050_000} : new long[] {1050, 1000};
      assertNull(difference(OracleArrays.type(kind), random, shape), "case " + number);
    }
  }

  private static ModesOracle modes(SplitMix random, int ndim, NDArray value) {
    ModesOracle any = ModesOracle.random(random, ndim, value);
    int[] axes = Arrays.copyOf(any.axes(), Math.min(1, any.axes().length));
    return new ModesOracle(axes, any.isExclusive(), false, any.hasInitial(), any.initial());
  }

  private static @Nullable String difference(DType type, SplitMix random, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    ElementValues.Mode mode = ScanCheck.values(type.kind(), size);
    ModesOracle modes =
        modes(random, shape.length, OracleArrays.array(type, random, mode, 1).reshape(new long[0]));
    NDArray whole = OracleArrays.array(type, random, mode, shape);
    NDArray expected = NDArray.zeros(type, modes.resultShape(shape));
    List<Object> elements = modes.elements(whole);
    boolean isFlat = modes.axes().length == 0;
    int axis = isFlat ? 0 : modes.axes()[0];
    Scan scan = modes.scan().dtype(type).parallelism(1 + random.below(4));
    ScanStream stream = isFlat ? scan.stream(type) : scan.stream(type, shape);
    NDArray input = isFlat ? whole.ravel() : whole;
    NDArray actual = expected.copy();
    StringBuilder description =
        new StringBuilder("%s %s, %s".formatted(type, Arrays.toString(shape), modes));
    long length = input.shape()[axis];
    long done = 0;
    long given = 0;
    while (done < length || random.below(3) == 0) {
      long count = random.below(3) == 0 ? random.below(3) : random.below((int) (length + 2));
      count = Math.min(count, length - done);
      boolean addsInitial = modes.hasInitial() && given == 0;
      long results = count + (addsInitial ? 1 : 0);
      NDArray chunk = part(input, axis, done, count);
      description.append(", ").append(count);
      fail(stream, chunk, random);
      NDArray result = feed(stream, chunk, axis, results, type, random, mode, description);
      result.copyTo(part(actual, axis, given, results));
      done += count;
      given += results;
      assertEquals(done, stream.position());
      if (random.below(3) == 0 && type.kind() != Kind.OBJECT) {
        stream = scan.resume(stream.snapshot());
      }
      checkTotal(stream, modes, type, part(input, axis, 0, done), description);
    }
    return given == actual.shape()[axis]
        ? OracleArrays.difference(description, type, elements, actual)
        : modes.hasInitial() && given == 0 ? null : description + ": " + given + " results";
  }

  /** What cannot be fed leaves the stream as it is. */
  private static void fail(ScanStream stream, NDArray chunk, SplitMix random) {
    if (random.below(3) == 0) {
      NDArray wrong = NDArray.zeros(chunk.dtype(), 1, 1, 1, 1, 1);
      assertThrows(IllegalArgumentException.class, () -> stream.feed(chunk, wrong));
    }
  }

  private static NDArray feed(
      ScanStream stream,
      NDArray elements,
      int axis,
      long results,
      DType type,
      SplitMix random,
      ElementValues.Mode mode,
      StringBuilder description) {
    long[] shape = elements.shape();
    Layout layout = LAYOUTS.get(random.below(6));
    DType stored = random.below(4) == 0 ? type.withByteOrder(ByteOrder.BIG_ENDIAN) : type;
    NDArray chunk =
        layout.view(OracleArrays.array(stored, random, mode, layout.baseShape(shape)), shape);
    elements.copyTo(chunk);
    int way = random.below(3);
    if (way == 0 && results == shape[axis]) {
      description.append(" in place in ").append(layout);
      assertSame(chunk, stream.feed(chunk, chunk));
      return chunk;
    }
    if (way == 1) {
      shape[axis] = results;
      Layout outLayout = LAYOUTS.get(random.below(6));
      description.append(" from " + layout + " to " + outLayout);
      NDArray around = OracleArrays.array(type, random, mode, outLayout.baseShape(shape));
      NDArray expectedAround = around.copy();
      NDArray out = outLayout.view(around, shape);
      assertSame(out, stream.feed(chunk, out));
      out.copyTo(outLayout.view(expectedAround, shape));
      assertEquals(Checksum.of(expectedAround), Checksum.of(around), description + ": beside out");
      return out;
    }
    description.append(" from ").append(layout);
    NDArray fresh = stream.feed(chunk);
    assertEquals(type, fresh.dtype(), description.toString());
    return fresh;
  }

  /** The total is what an inclusive scan ends with. */
  private static void checkTotal(
      ScanStream stream, ModesOracle modes, DType type, NDArray seen, StringBuilder description) {
    if (seen.size() > 50_000) {
      return;
    }
    int axis = modes.axes().length == 0 ? 0 : modes.axes()[0];
    ModesOracle inclusive = new ModesOracle(modes.axes(), false, false, true, modes.initial());
    List<Object> sums = inclusive.elements(seen);
    NDArray total = stream.total();
    long[] shape = total.shape();
    long inner = Arrays.stream(shape).skip(axis).reduce(1, Math::multiplyExact);
    long length = seen.shape()[axis];
    int line = 0;
    for (long[] index : Indices.of(shape)) {
      long at = (line / inner * (length + 1) + length) * inner + line % inner;
      Object element = present(total.get(index), sums.get((int) at));
      if (!ElementBits.same(type.kind(), sums.get((int) at), element)) {
        throw new AssertionError(
            "%s: total at %s expected %s, was %s"
                .formatted(description, Arrays.toString(index), sums.get((int) at), element));
      }
      line++;
    }
  }

  private static Object present(@Nullable Object element, Object expected) {
    if (element == null) {
      throw new AssertionError("null instead of " + expected);
    }
    return element;
  }

  private static NDArray part(NDArray array, int axis, long from, long count) {
    return array.slice(":,".repeat(axis) + from + ":" + (from + count));
  }
}
