package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementTexts;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan does with NaN, in every mode, dtype that has it, layout and kind of memory. */
class NaNPolicyTest {
  private static final Scan SUM = Scan.of(Operator.ADD);
  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final List<Store> STORES = List.of(Store.values());
  private static final double[] LINE = {1, Double.NaN, 2};

  @Test
  void oneLine() {
    assertEquals("[ 1. nan nan]", SUM.apply(LINE).toString());
    assertEquals("[1. 1. 3.]", SUM.nan(NaNPolicy.SKIP).apply(LINE).toString());
    assertEquals("[ 1. nan  3.]", SUM.nan(NaNPolicy.KEEP).apply(LINE).toString());
    assertEquals("[ 3. nan  2.]", SUM.nan(NaNPolicy.KEEP).reverse().apply(LINE).toString());
    assertEquals("[ 0. nan  1.]", SUM.nan(NaNPolicy.KEEP).exclusive().apply(LINE).toString());
    assertEquals(
        "[ 0.  1. nan  3.]", SUM.nan(NaNPolicy.KEEP).includeInitial().apply(LINE).toString());
    assertEquals(
        "[ 3. nan  2.  0.]",
        SUM.nan(NaNPolicy.KEEP).includeInitial().reverse().apply(LINE).toString());
  }

  /** Zero comes before the cast, so that it is a zero in any dtype. */
  @Test
  void castsOfWhatIsLeft() {
    Scan integers = SUM.nan(NaNPolicy.SKIP).dtype(DType.INT64);
    assertEquals("[1 1 3]", integers.apply(LINE).toString());
    assertEquals("[5 6]", SUM.nan(NaNPolicy.KEEP).apply(new int[] {5, 1}).toString());
  }

  @Test
  void refusalsTellTheIndexAndTouchNothing() {
    double[][] table = {{1, 2, 3}, {4, 5, Double.NaN}, {Double.NaN, 0, 0}};
    NDArray out = NDArray.of(new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7});
    for (Scan scan : List.of(SUM, SUM.exclusive(), SUM.reverse())) {
      Scan refusing = scan.nan(NaNPolicy.REFUSE);
      String message =
          assertThrows(IllegalArgumentException.class, () -> refusing.apply(table, out))
              .getMessage();
      assertEquals("NaN at index (1, 2)", message);
      assertEquals("[7. 7. 7. 7. 7. 7. 7. 7. 7.]", out.toString());
    }
    assertEquals("[3 4]", SUM.nan(NaNPolicy.REFUSE).apply(new int[] {3, 1}).toString());
    NDArray half = NDArray.of(List.of(new Complex(0, 1), new Complex(0, Double.NaN)));
    Scan refusing = SUM.nan(NaNPolicy.REFUSE);
    String message =
        assertThrows(IllegalArgumentException.class, () -> refusing.apply(half)).getMessage();
    assertEquals("NaN at index (1,)", message);
  }

  @Test
  void whatHoldsNoNaNCannotKeepIt() {
    NDArray integers = NDArray.of(new long[] {7, 7, 7});
    assertThrows(
        IllegalArgumentException.class, () -> SUM.nan(NaNPolicy.KEEP).apply(LINE, integers));
    assertEquals("[7 7 7]", integers.toString());
    Scan scan = SUM.nan(NaNPolicy.KEEP).dtype(DType.INT64);
    assertThrows(IllegalArgumentException.class, () -> scan.apply(LINE));
    assertEquals("[ 1. nan  3.]", scan.apply(LINE, NDArray.zeros(DType.FLOAT16, 3)).toString());
  }

  /** NaT is a length of time that sticks, whatever is done with NaN. */
  @Test
  void notATimeIsNoNaN() {
    NDArray times = NDArray.of(new long[] {1, Long.MIN_VALUE, 2}).astype(DType.of("m8[s]"));
    for (NaNPolicy policy : NaNPolicy.values()) {
      assertEquals(
          SUM.apply(times).toString(), SUM.nan(policy).apply(times).toString(), policy.name());
    }
  }

  @Test
  void inPlaceAndShifted() {
    for (NaNPolicy policy : List.of(NaNPolicy.SKIP, NaNPolicy.KEEP)) {
      double[] line = {Double.NaN, 1, Double.NaN, 2, 3};
      NDArray array = NDArray.wrap(line);
      double[] expected = (double[]) SUM.nan(policy).apply(line.clone()).toArray();
      SUM.nan(policy).apply(array, array);
      assertArrayEquals(expected, line);
      double[] shifted = {Double.NaN, 1, Double.NaN, 2, 3};
      NDArray buffer = NDArray.wrap(shifted);
      NDArray in = buffer.slice(":-1");
      expected = (double[]) SUM.nan(policy).apply(in.copy()).toArray();
      SUM.nan(policy).apply(in, buffer.slice("1:"));
      assertArrayEquals(expected, Arrays.copyOfRange(shifted, 1, 5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f2", "f4", "f8", ">f2", ">f4", ">f8", "c8", "c16", ">c8", "O"})
  void everyDtype(String name) {
    DType type = DType.of(name);
    for (int number = 0; number < 300; number++) {
      SplitMix random = new SplitMix(number);
      long[] shape = new long[1 + random.below(3)];
      Arrays.setAll(shape, axis -> random.below(7));
      NDArray in = input(type, random, shape);
      NDArray value = NDArray.of(0.5).astype(type.withByteOrder(DType.FLOAT64.byteOrder()));
      ModesOracle modes = ModesOracle.random(random, shape.length, value);
      String description = number + ": " + Arrays.toString(shape) + ", " + modes;
      NDArray zeroed = zeroed(in);
      NDArray skipped = modes.scan().apply(zeroed);
      NDArray before = in.copy();
      check(skipped, modes.scan().nan(NaNPolicy.SKIP).apply(in), description);
      NDArray kept = modes.scan().nan(NaNPolicy.KEEP).apply(in);
      check(withNaN(skipped, in, modes), kept, "keep " + description);
      check(before, in, "input of " + description);
    }
  }

  private static void check(NDArray expected, NDArray actual, String description) {
    assertArrayEquals(expected.shape(), actual.shape(), description);
    assertEquals(Checksum.of(expected), Checksum.of(actual), description);
  }

  /** One element in four is NaN. */
  private static NDArray input(DType type, SplitMix random, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    Layout layout = LAYOUTS.get(random.below(6));
    long[] baseShape = layout.baseShape(shape);
    List<Object> elements = new ArrayList<>();
    for (long i = Arrays.stream(baseShape).reduce(1, Math::multiplyExact); i > 0; i--) {
      boolean isNaN = random.below(4) == 0;
      double number = isNaN ? Double.NaN : random.below(64) / 4.0 - 8;
      boolean isComplex = type.kind().isComplex();
      double other = isNaN && random.below(2) == 0 ? 1 : number;
      elements.add(isComplex ? new Complex(other, number) : (Object) number);
    }
    assertTrue(size <= elements.size());
    NDArray numbers = NDArray.of(elements, DType.OBJECT).astype(type);
    NDArray base =
        type.kind() == DType.Kind.OBJECT
            ? numbers.reshape(baseShape)
            : STORES.get(random.below(STORES.size())).array(type, bytes(numbers), baseShape);
    return layout.view(base, shape);
  }

  private static byte[] bytes(NDArray numbers) {
    List<String> texts = new ArrayList<>();
    for (long[] index : Indices.of(numbers.shape())) {
      texts.add(ElementBits.text(numbers.dtype().kind(), numbers.get(index)));
    }
    return ElementTexts.bytes(numbers.dtype(), texts);
  }

  private static NDArray zeroed(NDArray in) {
    List<Object> elements = new ArrayList<>();
    for (long[] index : Indices.of(in.shape())) {
      Object element = Objects.requireNonNull(in.get(index));
      elements.add(isNaN(element) ? (Object) 0 : element);
    }
    return NDArray.of(elements, DType.OBJECT).astype(in.dtype()).reshape(in.shape());
  }

  private static NDArray withNaN(NDArray sums, NDArray in, ModesOracle modes) {
    List<Object> elements = new ArrayList<>();
    for (long[] index : Indices.of(sums.shape())) {
      elements.add(Objects.requireNonNull(sums.get(index)));
    }
    long shift = modes.hasInitial() && !modes.isReverse() ? 1 : 0;
    List<long[]> places = Indices.of(in.shape());
    long[] strides = new long[in.ndim()];
    long stride = 1;
    long start = 0;
    for (int axis = in.ndim() - 1; axis >= 0; axis--) {
      int scanned = axis;
      boolean isScanned = Arrays.stream(modes.axes()).anyMatch(a -> a == scanned);
      strides[axis] = stride;
      start += isScanned ? shift * stride : 0;
      stride *= modes.axes().length == 0 ? in.shape()[axis] : sums.shape()[axis];
    }
    start += modes.axes().length == 0 ? shift : 0;
    for (long[] place : places) {
      Object element = in.get(place);
      if (isNaN(element)) {
        long at = start;
        for (int axis = 0; axis < place.length; axis++) {
          at += place[axis] * strides[axis];
        }
        elements.set((int) at, Objects.requireNonNull(element));
      }
    }
    return NDArray.of(elements, DType.OBJECT).astype(sums.dtype()).reshape(sums.shape());
  }

  private static boolean isNaN(@Nullable Object element) {
    return switch (element) {
      case Float number -> Float.isNaN(number);
      case Double number -> Double.isNaN(number);
      case Complex number -> Double.isNaN(number.re()) || Double.isNaN(number.im());
      case null, default -> false;
    };
  }
}
