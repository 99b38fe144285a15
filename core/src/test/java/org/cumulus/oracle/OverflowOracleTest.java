package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Saturated and checked sums and products of elements near the bounds of their dtypes, in every
 * dtype of input, operation and output, with all modes, layouts and axes, fresh, in place and into
 * an output among sentinels, in one piece and as a stream: against exact loops. Of what is refused
 * the text is compared, and that nothing has been written. The case number is the seed.
 */
class OverflowOracleTest {
  /** Several axes allow the first two. */
  private static final List<Order> ORDERS = List.of(Order.NUMPY, Order.BLOCKED, Order.EXACT);

  private static final List<Kind> KINDS =
      Arrays.stream(Kind.values())
          .filter(kind -> kind == Kind.BOOL || kind.isInteger() || kind.isFloat())
          .toList();

  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPLEX64", "COMPLEX128", "TIMEDELTA64", "OBJECT"})
  void everyDtype(Kind type) {
    int refused = 0;
    for (int number = 0; number < 600; number++) {
      SplitMix random = new SplitMix(number * 31L + type.name().hashCode());
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = random.below(random.below(8) == 0 ? 40 : 5);
      }
      refused += check(type, number, random, shape) ? 1 : 0;
    }
    assertTrue(type == Kind.BOOL || (refused > 10 && refused < 700), refused + " refused");
  }

  /** Around tiles, the lanes swept at once, and more elements than one thread scans. */
  @ParameterizedTest
  @EnumSource(names = {"INT8", "UINT32", "INT64", "UINT64", "FLOAT16", "FLOAT64"})
  void manyTiles(Kind type) {
    for (int number = 0; number < 11; number++) {
      SplitMix random = new SplitMix(number * 31L + type.name().hashCode());
      long[] shape =
          switch (random.below(number < 10 ? 3 : 1)) {
            case 0 -> new long[] {number < 10 ? 2000 + random.below(6000) : 140_000};
            case 1 -> new long[] {2 + random.below(9), 1000 + random.below(2000)};
            default -> new long[] {30 + random.below(70), 30 + random.below(70)};
          };
      check(type, number, random, shape);
    }
  }

  private static boolean check(Kind type, int number, SplitMix random, long... shape) {
    OverflowOracle oracle = new OverflowOracle();
    Kind in = random.below(3) == 0 ? KINDS.get(random.below(KINDS.size())) : type;
    oracle.type = type;
    oracle.out = random.below(3) == 0 ? KINDS.get(random.below(KINDS.size())) : type;
    oracle.multiplies = random.below(3) == 0;
    oracle.isChecked = random.below(2) == 0;
    oracle.isReverse = random.below(3) == 0;
    int shift = random.below(4);
    oracle.isExclusive = shift == 1;
    oracle.hasInitial = shift == 2;
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < shape.length; axis++) {
      axes.add(random.below(axes.size() + 1), axis);
    }
    oracle.axes =
        axes.stream().limit(random.below(shape.length + 1)).mapToInt(axis -> axis).toArray();
    // Elements that are mostly small, so that not all lines overflow at once.
    int size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    int rare = oracle.isChecked ? 1 + size : 4;
    NDArray elements = array(in, random, rare, shape);
    if (oracle.axes.length <= 1 && random.below(3) == 0) {
      Kind kind = KINDS.get(random.below(KINDS.size()));
      oracle.initial = value(array(kind, random, 3, 1).get(0));
    }
    Object[] values = new Object[size];
    int i = 0;
    for (long[] index : Indices.of(shape)) {
      values[i++] = value(elements.get(index));
    }
    @Nullable Object[] expected = oracle.scan(values, shape);
    Scan scan = scan(oracle, random);
    String description =
        "%d: %s %s %s, %s, %s, axes %s%s%s%s, from %s, %s"
            .formatted(
                number,
                in,
                type,
                oracle.out,
                oracle.multiplies ? "multiply" : "add",
                oracle.isChecked ? "checked" : "saturating",
                Arrays.toString(oracle.axes),
                oracle.isExclusive ? ", exclusive" : "",
                oracle.hasInitial ? ", with initial" : "",
                oracle.isReverse ? ", reverse" : "",
                oracle.initial,
                Arrays.toString(shape));
    Layout layout = LAYOUTS.get(random.below(6));
    NDArray input = layout.view(NDArray.zeros(elements.dtype(), layout.baseShape(shape)), shape);
    elements.copyTo(input);
    long[] resultShape = oracle.resultShape(shape);
    Layout outLayout = LAYOUTS.get(random.below(6));
    boolean isInPlace =
        in == oracle.out && Arrays.equals(shape, resultShape) && random.below(2) == 0;
    NDArray whole = array(oracle.out, random, 2, outLayout.baseShape(resultShape));
    NDArray out = isInPlace ? input : outLayout.view(whole, resultShape);
    NDArray before = out.copy();
    NDArray around = whole.copy();
    if (oracle.refusal != null) {
      refused(description, oracle.refusal, () -> scan.apply(input, out));
      assertEquals(Checksum.of(before), Checksum.of(out), description + ": out is touched");
      assertEquals(Checksum.of(around), Checksum.of(whole), description + ": beside out");
    } else {
      scan.apply(input, out);
      same(description, oracle.out, Objects.requireNonNull(expected), out);
      if (!isInPlace) {
        out.copyTo(outLayout.view(around, resultShape));
        assertEquals(Checksum.of(around), Checksum.of(whole), description + ": beside out");
      }
    }
    if (oracle.axes.length <= 1 && !oracle.isReverse) {
      stream(oracle, scan, elements, expected, random, description);
    }
    return oracle.refusal != null;
  }

  private static Scan scan(OverflowOracle oracle, SplitMix random) {
    Scan scan =
        Scan.of(oracle.multiplies ? Operator.MULTIPLY : Operator.ADD)
            .dtype(OracleArrays.type(oracle.type))
            .overflow(oracle.isChecked ? OverflowPolicy.CHECKED : OverflowPolicy.SATURATE)
            .parallelism(1 + random.below(3));
    scan = oracle.initial == null ? scan : scan.initial(oracle.initial);
    scan = oracle.axes.length == 0 ? scan : scan.axes(oracle.axes);
    scan = oracle.isExclusive ? scan.exclusive() : scan;
    scan = oracle.isReverse ? scan.reverse() : scan;
    scan = oracle.hasInitial ? scan.includeInitial() : scan;
    boolean isInteger = !oracle.type.isFloat() && !oracle.multiplies;
    return isInteger ? scan.order(ORDERS.get(random.below(axes(oracle) > 1 ? 2 : 3))) : scan;
  }

  private static int axes(OverflowOracle oracle) {
    return oracle.axes.length;
  }

  /** The same chunk by chunk: one that is refused is so each time, and leaves the stream alone. */
  private static void stream(
      OverflowOracle oracle,
      Scan scan,
      NDArray elements,
      @Nullable Object @Nullable [] expected,
      SplitMix random,
      String description) {
    boolean isFlat = oracle.axes.length == 0;
    int axis = isFlat ? 0 : oracle.axes[0];
    NDArray input = isFlat ? elements.ravel() : elements;
    DType out = OracleArrays.type(oracle.out);
    NDArray result = NDArray.zeros(out, oracle.resultShape(elements.shape()));
    long length = input.shape()[axis];
    try {
      ScanStream stream =
          isFlat ? scan.stream(input.dtype()) : scan.stream(input.dtype(), input.shape());
      long given = 0;
      for (long done = 0; done < length; ) {
        long count = Math.min(length - done, 1 + random.below(1 + (int) length));
        NDArray chunk = part(input, axis, done, count);
        long results = count + (oracle.hasInitial && done == 0 ? 1 : 0);
        NDArray target = part(result, axis, given, results);
        NDArray before = target.copy();
        try {
          stream.feed(chunk, target);
        } catch (ArithmeticException refused) {
          assertEquals(done, stream.position(), description);
          assertEquals(Checksum.of(before), Checksum.of(target), description);
          String again =
              assertThrows(ArithmeticException.class, () -> stream.feed(chunk, target))
                  .getMessage();
          assertEquals(refused.getMessage(), again, description);
          throw refused;
        }
        done += count;
        given += results;
      }
    } catch (ArithmeticException refused) {
      // The last total of an exclusive stream is refused as well, and of lines that overflow in
      // several chunks the first chunk counts.
      assertTrue(oracle.refusal != null || oracle.isExclusive, description + ": " + refused);
      boolean isLine = input.ndim() == 1 && !oracle.isExclusive;
      if (oracle.refusal != null && isLine) {
        same(description + ", stream", oracle.refusal, refused);
      }
      return;
    }
    if (length > 0) {
      assertEquals(null, oracle.refusal, description + ", stream");
      same(description + ", stream", oracle.out, Objects.requireNonNull(expected), result);
    }
  }

  private static NDArray part(NDArray array, int axis, long from, long count) {
    return array.slice(":,".repeat(axis) + from + ":" + (from + count));
  }

  private static void refused(String description, String expected, Runnable request) {
    same(description, expected, assertThrows(ArithmeticException.class, request::run, description));
  }

  /** Floats have their own texts; what stands before them must be the same. */
  private static void same(String description, String expected, ArithmeticException actual) {
    int digits = expected.indexOf('~');
    String message = Objects.requireNonNull(actual.getMessage());
    if (digits < 0) {
      assertEquals(expected, message, description);
      return;
    }
    int start = Math.min(digits, message.length());
    assertEquals(expected.substring(0, digits), message.substring(0, start), description);
    String value = message.substring(start);
    double wanted = Double.parseDouble(expected.substring(digits + 1));
    double found =
        switch (value) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> Double.parseDouble(value);
        };
    assertTrue(
        Double.compare(wanted, found) == 0 || Math.abs(wanted / found - 1) < 1e-6,
        description + ": " + message);
  }

  private static void same(
      String description, Kind kind, @Nullable Object[] expected, NDArray actual) {
    int i = 0;
    for (long[] index : Indices.of(actual.shape())) {
      Object element = value(actual.get(index));
      assertEquals(expected[i], element, description + " at " + Arrays.toString(index) + kind);
      i++;
    }
    assertEquals(expected.length, i, description);
  }

  private static Object value(@Nullable Object element) {
    return switch (element) {
      case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
      case Float number -> (double) number;
      case Double number -> number;
      case BigInteger integer -> integer;
      case Number integer -> BigInteger.valueOf(integer.longValue());
      case null, default -> throw new AssertionError("unexpected element " + element);
    };
  }

  /** One element in so many is near a bound, or a float of any kind. */
  private static NDArray array(Kind kind, SplitMix random, int rare, long... shape) {
    DType type = DType.of(kind.name().toLowerCase(Locale.ROOT));
    List<Object> elements = new ArrayList<>();
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    while (elements.size() < size) {
      elements.add(element(kind, random, random.below(rare) == 0));
    }
    return NDArray.of(elements, DType.OBJECT).reshape(shape).astype(type);
  }

  private static Object element(Kind kind, SplitMix random, boolean isExtreme) {
    if (kind == Kind.BOOL) {
      return random.below(2) == 0;
    }
    if (kind.isFloat()) {
      double[] extremes = {
        65504,
        65519.9,
        65520,
        3.4e38,
        1e39,
        1.7e308,
        -1e308,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0x1p63,
        -0x1p63,
        0x1p64,
        127.9,
        -0.9,
        -128.9,
        255.5,
        1e-300
      };
      double value = isExtreme ? extremes[random.below(extremes.length)] : random.below(9) / 4.0;
      return OverflowOracle.rounded(value, kind);
    }
    BigInteger small = BigInteger.valueOf(random.below(3));
    if (!isExtreme) {
      return kind.isUnsignedInteger() || random.below(2) == 0 ? small : small.negate();
    }
    BigInteger most = OverflowOracle.most(kind);
    return switch (random.below(4)) {
      case 0 -> most.subtract(small);
      case 1 -> OverflowOracle.least(kind).add(small);
      case 2 -> most.shiftRight(1).add(small).subtract(BigInteger.ONE);
      default -> most.shiftRight(random.below(60)).subtract(small).max(BigInteger.ZERO);
    };
  }
}
