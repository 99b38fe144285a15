package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sums of every dtype against the obvious loop, at every size around those where the code takes
 * another turn: 0 and 1, the lines scanned side by side (4, 8), the tile (2048 elements), the lanes
 * swept at once (4096), what threads share (2^17), and some of each. Layouts and memories of input
 * and output are drawn at random; the case number is the seed.
 */
class ScanOracleTest {
  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final List<Store> STORES = List.of(Store.values());

  private static final long[] TURNS = {1, 2, 4, 8, 16, 32, 64, 256, 512, 2048, 4096, 8192};

  private static final long[] LINES = {1, 2, 3, 4, 5, 7, 8, 9, 12, 17};

  @ParameterizedTest
  @EnumSource
  void sumsInTheirOwnDtype(Kind kind) {
    DType dtype = DType.of(kind.name().toLowerCase(Locale.ROOT));
    long number = 1000L * kind.name().hashCode();
    for (long[] shape : shapes(kind)) {
      for (int axis = -1; axis < shape.length; axis++) {
        assertNull(difference(dtype, dtype, shape, axis < 0 ? null : axis, number++));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bool, int64",
    "int8, int64",
    "int16, int64",
    "int32, int64",
    "uint8, uint64",
    "uint16, uint64",
    "uint32, uint64",
    "float16, float32",
    "float32, float64",
    "complex64, complex128",
    "uint8, int16",
    "bool, float64",
    "int32, float64",
    "int16, float32"
  })
  void sumsInAnotherDtype(String stored, String type) {
    List<long[]> shapes = shapes(DType.of(stored).kind());
    long number = 0;
    for (int i = type.length() % 3; i < shapes.size(); i += 3) {
      long[] shape = shapes.get(i);
      for (int axis = -1; axis < shape.length; axis++) {
        Integer along = axis < 0 ? null : axis;
        assertNull(difference(DType.of(stored), DType.of(type), shape, along, number++));
      }
    }
  }

  /** One dimension around every turn; two with the lines around every turn; some of three. */
  private static List<long[]> shapes(Kind kind) {
    List<long[]> shapes = new ArrayList<>();
    for (long turn : TURNS) {
      for (long length = turn - 1; length <= turn + 1; length++) {
        shapes.add(new long[] {length});
        // The longer the fewer, that it does not take forever; which ones differs by dtype.
        long most = Math.clamp(20_000 / Math.max(1, length), 3, LINES.length);
        long lines = LINES[(int) ((length + kind.name().length()) % most)];
        shapes.add(new long[] {lines, length});
        shapes.add(new long[] {length, lines});
      }
    }
    shapes.add(new long[] {3, 257, 5});
    shapes.add(new long[] {5, 3, 9, 7});
    shapes.add(new long[] {0, 3});
    shapes.add(new long[] {129, 65});
    return shapes;
  }

  private static @Nullable String difference(
      DType inType, DType type, long[] shape, @Nullable Integer axis, long number) {
    SplitMix random = new SplitMix(number);
    boolean swapped = random.below(4) == 0;
    DType stored = swapped ? inType.withByteOrder(ByteOrder.BIG_ENDIAN) : inType;
    long[] resultShape = axis == null ? new long[] {product(shape)} : shape;
    Layout layout = LAYOUTS.get(random.below(7));
    NDArray in = layout.view(array(stored, random, layout.baseShape(shape)), shape);
    NDArray before = in.copy();
    int way = random.below(3);
    NDArray result;
    String description;
    if (way == 0
        && inType.equals(type)
        && (axis != null || shape.length == 1)
        && layout != Layout.REPEATED) {
      result = Cumulus.cumsum(in, axis, type, in);
      description = "in place";
    } else if (way == 1) {
      Layout outLayout = LAYOUTS.get(random.below(6));
      NDArray base = array(type, random, outLayout.baseShape(resultShape));
      result = Cumulus.cumsum(in, axis, type, outLayout.view(base, resultShape));
      description = "into " + outLayout;
    } else {
      result = Cumulus.cumsum(in, axis, type);
      description = "fresh";
    }
    String difference = ScanCheck.difference(before, axis, result);
    return difference == null
        ? null
        : "case %d: %s in %s, %s %s axis %s, %s: %s"
            .formatted(
                number,
                stored,
                type,
                layout,
                Arrays.toString(shape),
                axis,
                description,
                difference);
  }

  private static NDArray array(DType type, SplitMix random, long... shape) {
    long size = product(shape);
    Store store = STORES.get(random.below(STORES.size()));
    ElementValues.Mode mode = ScanCheck.values(type.kind(), size);
    return type.kind() == Kind.OBJECT
        ? NDArray.of(ElementValues.objects(size, mode, random.next()), type).reshape(shape)
        : store.array(type, ElementValues.bytes(type, size, mode, random.next()), shape);
  }

  private static long product(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
