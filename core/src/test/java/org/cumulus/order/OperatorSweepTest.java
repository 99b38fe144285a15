package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator on lines side by side, as many as fill vectors of any length and are left over,
 * and on single lines, by classes of its own.
 */
final class OperatorSweepTest {
  /** So many elements and an operator has a class of its own. */
  private static final int WARM_UP = 1 << 18;

  private static final int[] LANES =
      IntStream.concat(
              IntStream.rangeClosed(1, 50), IntStream.of(63, 64, 65, 127, 128, 129, 2047, 4097))
          .toArray();

  private static final int[] STEPS = {1, 2, 7, 16, 33};

  static Stream<Arguments> floats() {
    return Stream.of("f8", "f4", "f2", ">f8")
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(Operator.MULTIPLY, name, (DoubleBinaryOperator) (a, b) -> a * b),
                    Arguments.of(Operator.MAXIMUM, name, (DoubleBinaryOperator) Math::max),
                    Arguments.of(Operator.MINIMUM, name, (DoubleBinaryOperator) Math::min),
                    Arguments.of(Operator.FMAX, name, leavingNaNOut(Math::max)),
                    Arguments.of(Operator.FMIN, name, leavingNaNOut(Math::min))));
  }

  private static DoubleBinaryOperator leavingNaNOut(DoubleBinaryOperator function) {
    return (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : function.applyAsDouble(a, b);
  }

  @ParameterizedTest
  @MethodSource("floats")
  void floats(Operator operator, String name, DoubleBinaryOperator function) {
    DType dtype = DType.of(name);
    Scan scan = Scan.of(operator).axis(0);
    scan.apply(NDArray.zeros(dtype, WARM_UP));
    for (int lanes : LANES) {
      for (int steps : STEPS) {
        NDArray array = NDArray.of(floats(lanes * steps)).astype(dtype).reshape(steps, lanes);
        double[] expected = Lines.toDoubles(array);
        for (int i = lanes; i < expected.length; i++) {
          double result = function.applyAsDouble(expected[i - lanes], expected[i]);
          expected[i] = rounded(result, dtype.kind());
        }
        String reproducer = operator + " " + name + " " + steps + " x " + lanes;
        Lines.assertSame(expected, Lines.toDoubles(scan.apply(array)), reproducer);
        scan.apply(array, array);
        Lines.assertSame(expected, Lines.toDoubles(array), reproducer + " in place");
      }
    }
  }

  /** Products stay numbers for a while; zeros of both signs, infinities and NaN are rare. */
  private static double[] floats(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double[] odd = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, -0.0, -1.0};
    return random
        .doubles(count, -2, 2)
        .map(x -> random.nextInt(20) == 0 ? odd[random.nextInt(odd.length)] : x)
        .toArray();
  }

  private static double rounded(double value, Kind kind) {
    return switch (kind) {
      case FLOAT32 -> (float) value;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      default -> value;
    };
  }

  static Stream<Arguments> integers() {
    return Stream.of("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", ">i4", "?")
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(Operator.ADD, name, (LongBinaryOperator) Long::sum),
                    Arguments.of(Operator.MULTIPLY, name, (LongBinaryOperator) (a, b) -> a * b),
                    Arguments.of(Operator.MAXIMUM, name, extreme(name, true)),
                    Arguments.of(Operator.FMIN, name, extreme(name, false)),
                    Arguments.of(Operator.BITWISE_AND, name, (LongBinaryOperator) (a, b) -> a & b),
                    Arguments.of(Operator.BITWISE_OR, name, (LongBinaryOperator) (a, b) -> a | b),
                    Arguments.of(
                        Operator.BITWISE_XOR, name, (LongBinaryOperator) (a, b) -> a ^ b)));
  }

  private static LongBinaryOperator extreme(String name, boolean isMaximum) {
    boolean isUnsigned = DType.of(name).kind() == Kind.UINT64;
    return (a, b) -> {
      int order = isUnsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b);
      return order >= 0 == isMaximum ? a : b;
    };
  }

  @ParameterizedTest
  @MethodSource("integers")
  void integers(Operator operator, String name, LongBinaryOperator function) {
    DType dtype = DType.of(name);
    Scan scan = Scan.of(operator).axis(0);
    scan.apply(NDArray.zeros(dtype, WARM_UP));
    for (int lanes : LANES) {
      for (int steps : STEPS) {
        check(scan, integers(dtype, steps, lanes), function, operator + " " + name);
        check(scan, integers(dtype, lanes, steps), function, operator + " " + name);
      }
    }
  }

  private static NDArray integers(DType dtype, int steps, int lanes) {
    long[] elements = new SplittableRandom(steps + lanes).longs((long) steps * lanes).toArray();
    return NDArray.of(elements).astype(dtype).reshape(steps, lanes);
  }

  private static void check(
      Scan scan, NDArray array, LongBinaryOperator function, String reproducer) {
    long[] expected = toLongs(array);
    int lanes = (int) array.shape()[1];
    NDArray actual = scan.apply(array);
    for (int i = lanes; i < expected.length; i++) {
      expected[i] = function.applyAsLong(expected[i - lanes], expected[i]);
    }
    NDArray inType = NDArray.of(expected).astype(actual.dtype());
    assertArrayEquals(
        toLongs(inType),
        toLongs(actual),
        () -> reproducer + " " + array.shape()[0] + " x " + lanes);
  }

  /** The values, or of uint64 the bits. */
  private static long[] toLongs(NDArray array) {
    return (long[]) array.astype(DType.INT64).toFlatArray();
  }
}
