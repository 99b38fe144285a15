package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sums that are large enough for threads to share them, in all the ways that they do: lines of
 * their own, lanes of their own, and single lines of integers whose carry is handed on. Any number
 * of threads gives the bits of the obvious loop.
 */
class ParallelScanTest {
  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final List<Store> STORES = List.of(Store.values());

  private static final List<long[]> SHAPES =
      List.of(
          new long[] {45_001, 3},
          new long[] {301, 501},
          new long[] {1031, 1021},
          new long[] {(1 << 20) + 3},
          new long[] {3, 45_001},
          new long[] {2, 70_001},
          new long[] {5, 131, 257});

  @ParameterizedTest
  @CsvSource({"int64, 7", "float64, 7", "uint8, 4", "complex128, 2", "m8[s], 2"})
  void sums(String name, int shapes) {
    DType dtype = DType.of(name);
    int number = 0;
    for (long[] shape : SHAPES.subList(0, shapes)) {
      for (int axis = -1; axis < shape.length; axis++) {
        SplitMix random = new SplitMix(number);
        Layout layout = LAYOUTS.get(random.below(LAYOUTS.size()));
        NDArray in = layout.view(array(dtype, random, layout.baseShape(shape)), shape);
        Integer along = axis < 0 ? null : axis;
        int threads = 2 + random.below(4);
        NDArray sums = Scan.of(Operator.ADD).axis(along).parallelism(threads).apply(in);
        String difference = ScanCheck.difference(in, along, sums);
        assertNull(
            difference,
            () ->
                "%s %s, axis %s, %s, %d threads"
                    .formatted(name, Arrays.toString(shape), along, layout, threads));
        number++;
      }
    }
  }

  private static NDArray array(DType dtype, SplitMix random, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    byte[] bytes = ElementValues.bytes(dtype, size, ElementValues.Mode.MODERATE, random.next());
    return STORES.get(random.below(STORES.size())).array(dtype, bytes, shape);
  }

  @Test
  void oneThreadAsManyAsWanted() {
    assertThrows(IllegalArgumentException.class, () -> Scan.of(Operator.ADD).parallelism(0));
    NDArray ones = NDArray.of(new int[] {1}).broadcastTo(1 << 18);
    for (int threads : new int[] {1, 2, 1000}) {
      NDArray sums = Scan.of(Operator.ADD).parallelism(threads).apply(ones);
      assertEquals(1L << 18, sums.getLong(-1));
    }
  }

  /** A failure in one of the threads reaches the caller. */
  @Test
  void failures() {
    Object[] objects = new Object[1 << 18];
    Arrays.fill(objects, BigInteger.ONE);
    objects[200_000] = "text";
    NDArray array = NDArray.of(objects, DType.OBJECT).reshape(4, -1);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Scan.of(Operator.ADD).axis(1).parallelism(2).apply(array));
    assertEquals(
        "unsupported operand type(s) for +: 'BigInteger' and 'String'", refusal.getMessage());
  }
}
