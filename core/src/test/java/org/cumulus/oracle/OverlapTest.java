package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.CumsumCase;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Input and output that are views of one buffer: the result is as if the input had been copied
 * first, and not a byte beside the output's elements changes.
 */
class OverlapTest {
  private static final int CASES = 10_000;
  private static final int LARGE_CASES = 50;

  @Test
  void randomPairsOfViewsOfOneBuffer() {
    for (int number = 0; number < CASES; number++) {
      SplitMix random = new SplitMix(number);
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = 1L + random.below(shape.length == 1 ? 40 : 5);
      }
      assertNull(difference(number, random, shape));
    }
  }

  /** So large that the first elements are written before the last are read. */
  @Test
  void randomPairsOfLargeViewsOfOneBuffer() {
    for (int number = 0; number < LARGE_CASES; number++) {
      SplitMix random = new SplitMix(number);
      long[] shape =
          random.below(2) == 0
              ? new long[] {2000 + random.below(4000)}
              : new long[] {40 + random.below(60), 40 + random.below(60)};
      assertNull(difference(number, random, shape));
    }
  }

  private static @Nullable String difference(int number, SplitMix random, long... shape) {
    Integer axis = random.below(4) == 0 ? null : (Integer) random.below(shape.length);
    long size = Indices.of(shape).size();
    int length = 16 + Math.toIntExact(size * 64);
    byte[] bytes =
        ElementValues.bytes(DType.FLOAT64, length / 8 + 1, ElementValues.Mode.MODERATE, number);
    RandomView in =
        random.below(2) == 0
            ? RandomView.input(type(random), random, length, shape)
            : RandomView.output(type(random), random, length, shape);
    DType outType = random.below(3) == 0 ? in.dtype() : type(random);
    RandomView out =
        RandomView.output(outType, random, length, axis == null ? new long[] {size} : shape);
    DType dtype = random.below(2) == 0 ? null : type(random);
    MemorySegment shared = segment(random, bytes, length);
    MemorySegment separate = segment(random, bytes, length);
    Cumulus.cumsum(in.in(segment(random, bytes, length)), axis, dtype, out.in(separate));
    Cumulus.cumsum(in.in(shared), axis, dtype, out.in(shared));
    String difference = difference(out, bytes, shared, separate);
    return difference == null
        ? null
        : "case %d: in %s; out %s; axis %s, dtype %s: %s"
            .formatted(number, in, out, axis, dtype, difference);
  }

  private static @Nullable String difference(
      RandomView out, byte[] before, MemorySegment shared, MemorySegment separate) {
    boolean[] inside = out.bytes((int) shared.byteSize());
    for (int i = 0; i < inside.length; i++) {
      if (!inside[i] && shared.get(ValueLayout.JAVA_BYTE, i) != before[i]) {
        return "byte " + i + " is none of the output's, and has changed";
      }
    }
    for (long[] index : Indices.of(out.shape())) {
      Object expected = Objects.requireNonNull(out.in(separate).get(index));
      Object actual = out.in(shared).get(index);
      if (!ElementBits.same(out.dtype().kind(), expected, actual)) {
        return "at %s: expected %s, was %s".formatted(CumsumCase.text(index), expected, actual);
      }
    }
    return null;
  }

  /** Any dtype but those that refuse others: objects and units of time. */
  private static DType type(SplitMix random) {
    Kind[] kinds = Kind.values();
    DType dtype = DType.of(kinds[random.below(kinds.length - 2)].name().toLowerCase(Locale.ROOT));
    return random.below(4) == 0 ? dtype.withByteOrder(ByteOrder.BIG_ENDIAN) : dtype;
  }

  private static MemorySegment segment(SplitMix random, byte[] bytes, int length) {
    MemorySegment segment =
        switch (random.below(4)) {
          case 0 -> MemorySegment.ofArray(new byte[length]);
          case 1 -> MemorySegment.ofArray(new long[length / 8 + 1]).asSlice(0, length);
          case 2 -> MemorySegment.ofArray(new double[length / 8 + 1]).asSlice(0, length);
          default -> Arena.ofAuto().allocate(length, 16);
        };
    return segment.copyFrom(MemorySegment.ofArray(bytes).asSlice(0, length));
  }

  @Test
  void numPysExamples() {
    long[] b = {1, 2, 3, 4, 5, 6, 7};
    NDArray shifted = NDArray.wrap(b);
    Cumulus.cumsum(shifted.slice(":-1"), null, null, shifted.slice("1:"));
    assertArrayEquals(new long[] {1, 1, 3, 6, 10, 15, 21}, b);
    long[] c = {1, 2, 3, 4, 5, 6, 7};
    Cumulus.cumsum(NDArray.wrap(c), 0, null, NDArray.wrap(c).flip());
    assertArrayEquals(new long[] {28, 21, 15, 10, 6, 3, 1}, c);
    long[] d = {1, 2, 3, 4};
    NDArray square = NDArray.wrap(d, 2, 2);
    Cumulus.cumsum(square, 0, null, square.transpose());
    assertArrayEquals(new long[] {1, 4, 2, 6}, d);
  }

  /** Both views begin at the same place and have the same shape, and yet are not the same. */
  @Test
  void aLargeSquareIntoItsTranspose() {
    double[] elements = new double[300 * 300];
    Arrays.fill(elements, 1);
    NDArray square = NDArray.wrap(elements, 300, 300);
    Cumulus.cumsum(square, 0, null, square.transpose());
    for (int row = 0; row < 300; row++) {
      assertEquals(1.0, square.get(row, 0));
      assertEquals(300.0, square.get(row, 299));
    }
    square.copyTo(square.transpose());
    assertEquals(300.0, square.get(299, 0));
    assertEquals(1.0, square.get(0, 299));
  }

  /** What is shared is read from a copy, and the rest where it is, by several threads. */
  @Test
  void largeArraysThatShareAFew() {
    for (DType type : List.of(DType.INT64, DType.FLOAT64, DType.COMPLEX64, DType.UINT8)) {
      for (int overlap : new int[] {1, 70_000}) {
        NDArray numbers = NDArray.wrap(LongStream.range(0, 2_100_000 - overlap).toArray());
        NDArray buffer = numbers.astype(type);
        for (Order order : Order.values()) {
          Scan scan = Scan.of(Operator.ADD).dtype(type).order(order).parallelism(4);
          checkShared(scan, buffer, ":1050000", "-1050000:");
          checkShared(scan, buffer, "-1050000:", ":1050000");
          checkShared(scan, buffer, ":1050000", ":-1050001:-1");
        }
      }
    }
  }

  private static void checkShared(Scan scan, NDArray numbers, String in, String out) {
    for (Integer axis : new Integer[] {null, 0, 1}) {
      long[] shape = {1050, 1000};
      NDArray expected = scan.axis(axis).apply(numbers.slice(in).reshape(shape));
      NDArray buffer = numbers.copy();
      NDArray sum = buffer.slice(out).reshape(expected.shape());
      scan.axis(axis).apply(buffer.slice(in).reshape(shape), sum);
      assertTrue(
          Objects.deepEquals(expected.toFlatArray(), sum.toFlatArray()),
          numbers.dtype() + " " + in + " into " + out + ", axis " + axis);
    }
  }

  /** The views share seven bytes: the input's last ones, which the output's first ones are. */
  @Test
  void theLastBytesOfTheInput() {
    MemorySegment segment = MemorySegment.ofArray(new double[6000]);
    NDArray in = NDArray.wrap(segment, DType.FLOAT64, 5000);
    in.copyTo(in); // Nothing happens.
    NDArray.of(1.5).broadcastTo(5000).copyTo(in);
    NDArray out = NDArray.wrap(segment.asSlice(5000 * 8 - 7), DType.INT8, 5000);
    Cumulus.cumsum(in, 0, DType.INT64, out);
    assertEquals((byte) 5000, out.get(-1));
  }

  @Test
  void booleansAndObjects() {
    boolean[] truths = {false, true, false, false};
    NDArray bools = NDArray.wrap(truths);
    Cumulus.cumsum(bools.slice(":-1"), 0, null, bools.slice("1:"));
    assertArrayEquals(new boolean[] {false, false, true, true}, truths);
    NDArray objects = NDArray.of(List.of(1, 2, 3, 4), DType.OBJECT);
    Cumulus.cumsum(objects, 0, null, objects.flip());
    assertEquals("[10 6 3 1]", objects.toString());
  }

  /** A copy from view to view of one buffer, too, is as if all were read first. */
  @Test
  void copies() {
    int[] a = {1, 2, 3, 4, 5};
    NDArray array = NDArray.wrap(a);
    array.slice(":-1").copyTo(array.slice("1:"));
    assertArrayEquals(new int[] {1, 1, 2, 3, 4}, a);
    array.copyTo(array.flip());
    assertArrayEquals(new int[] {4, 3, 2, 1, 1}, a);
    long[] many = LongStream.range(0, 10_000).toArray();
    NDArray.wrap(many).slice(":-1").copyTo(NDArray.wrap(many).slice("1:"));
    assertArrayEquals(LongStream.range(-1, 9_999).map(i -> Math.max(i, 0)).toArray(), many);
    NDArray.wrap(many).copyTo(NDArray.wrap(many).flip());
    assertArrayEquals(LongStream.range(0, 10_000).map(i -> Math.max(9_998 - i, 0)).toArray(), many);
  }
}
