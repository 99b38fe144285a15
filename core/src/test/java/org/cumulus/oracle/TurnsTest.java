package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scans that are so large that threads take turns at their lines where nothing else can be shared:
 * they give the bits of one thread, which smaller arrays hold against the obvious loop.
 */
class TurnsTest {
  private static final List<Layout> LAYOUTS =
      List.of(Layout.C, Layout.F, Layout.REVERSED, Layout.ROTATED);
  private static final List<Store> STORES = List.of(Store.values());

  private static final List<long[]> SHAPES =
      List.of(
          new long[] {(1 << 20) + 5},
          new long[] {1_100, 1_001},
          new long[] {270_001, 4},
          new long[] {80_003, 14},
          new long[] {2, 1_001, 701});

  @ParameterizedTest
  @ValueSource(
      strings = {"float64", ">f8", "float32", "float16", "m8[s]", "uint8", "int64", "complex64"})
  void bitsOfOneThread(String name) {
    DType dtype = DType.of(name);
    int number = 0;
    for (long[] shape : SHAPES) {
      for (int axis = -1; axis < shape.length; axis++) {
        SplitMix random = new SplitMix(number++);
        Layout layout = LAYOUTS.get(random.below(LAYOUTS.size()));
        Store store = STORES.get(random.below(STORES.size()));
        long[] base = layout.baseShape(shape);
        long size = Arrays.stream(base).reduce(1, Math::multiplyExact);
        byte[] bytes = ElementValues.bytes(dtype, size, ElementValues.Mode.MODERATE, number);
        NDArray in = layout.view(store.array(dtype, bytes, base), shape);
        Integer along = axis < 0 ? null : axis;
        Scan scan = Scan.of(Operator.ADD).axis(along);
        int threads = 2 + random.below(3);
        assertTrue(
            Objects.deepEquals(
                scan.parallelism(1).apply(in).toFlatArray(),
                scan.parallelism(threads).apply(in).toFlatArray()),
            () ->
                "%s %s, axis %s, %s, %s, %d threads"
                    .formatted(name, Arrays.toString(shape), along, layout, store, threads));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void inPlace(Order order) {
    for (long[] shape : SHAPES) {
      for (int axis = 0; axis < shape.length; axis++) {
        Scan scan = Scan.of(Operator.ADD).axis(axis).order(order);
        NDArray array = doubles(shape);
        Object expected = scan.parallelism(1).apply(array).toFlatArray();
        scan.parallelism(3).apply(array, array);
        assertTrue(
            Objects.deepEquals(expected, array.toFlatArray()),
            "%s %s, axis %d".formatted(order, Arrays.toString(shape), axis));
      }
    }
  }

  /** What is stored is what was scanned, wherever it goes and whatever it becomes on the way. */
  @Test
  void otherOutputs() {
    for (Store store : STORES) {
      NDArray in = doubles(1_100, 1_001);
      NDArray out = store.array(DType.FLOAT32, new byte[4 * 1_100 * 1_001], 1_100, 1_001);
      Scan scan = Scan.of(Operator.ADD).axis(0).dtype(DType.FLOAT64);
      NDArray expected = scan.parallelism(1).apply(in).astype(DType.FLOAT32);
      scan.parallelism(2).apply(in, out);
      assertTrue(Objects.deepEquals(expected.toFlatArray(), out.toFlatArray()), store.toString());
    }
  }

  private static NDArray doubles(long... shape) {
    int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    byte[] bytes = ElementValues.bytes(DType.FLOAT64, size, ElementValues.Mode.MODERATE, 7);
    return Store.JAVA_ARRAY.array(DType.FLOAT64, bytes, shape);
  }
}
