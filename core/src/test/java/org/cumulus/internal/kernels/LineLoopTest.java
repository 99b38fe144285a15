package org.cumulus.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.cumulus.internal.kernels.HardLines.Kind;
import org.cumulus.internal.operations.HalfLine;
import org.cumulus.internal.operations.LineLoop;
import org.cumulus.internal.types.Half;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of lines by guesses, against the obvious loop. */
final class LineLoopTest {
  /** Longer than the plain loop goes on when guesses are never right. */
  private static final int LONG = 40_000;

  private static final Class<?> INT = int.class;

  /**
   * A type of elements.
   *
   * @param block how many elements are guessed at once, at the most
   * @param lines what is hard for it
   * @param rounding rounds a number, and the sum of two that are rounded already, as if at once
   */
  private record Format(int block, HardLines lines, DoubleUnaryOperator rounding) {
    static final Format HALVES =
        new Format(HalfLine.LONGEST, HardLines.OF_HALVES, value -> Half.round(value));

    static final Format FLOATS = new Format(32, HardLines.OF_FLOATS, value -> (float) value);
    static final Format DOUBLES = new Format(32, HardLines.OF_DOUBLES, value -> value);

    double[] elements(Kind kind, int length) {
      return Arrays.stream(lines.elements(kind, length)).map(rounding).toArray();
    }

    double[] sums(double start, double[] elements) {
      double[] sums = new double[elements.length];
      double sum = start;
      for (int k = 0; k < sums.length; k++) {
        sum = rounding.applyAsDouble(sum + elements[k]);
        sums[k] = sum;
      }
      return sums;
    }

    /** Scans a stretch of an array into another one, which may be the same; returns the carry. */
    @SuppressWarnings("ReferenceEquality") // Whether they are one array.
    double scan(double start, double[] x, int from, double[] y, int to, int length) {
      if (lines.digits() == 53) {
        double[] carry = {start};
        Vectors.loops().doubleLine().scan(x, from, y, to, length, carry, 0);
        return carry[0];
      }
      LineLoop<float[]> loop =
          lines.digits() == 11 ? HalfLine.INSTANCE : Vectors.loops().floatLine();
      float[] floats = floats(x);
      float[] results = x == y ? floats : floats(y);
      float[] carry = {0, (float) start};
      loop.scan(floats, from, results, to, length, carry, 1);
      for (int k = 0; k < y.length; k++) {
        y[k] = results[k];
      }
      return carry[1];
    }

    private static float[] floats(double[] values) {
      float[] floats = new float[values.length];
      for (int k = 0; k < floats.length; k++) {
        floats[k] = (float) values[k];
      }
      return floats;
    }
  }

  @BeforeAll
  static void decide() {
    Vectors.count(1L << 30);
  }

  @ParameterizedTest
  @EnumSource
  void halves(Kind kind) {
    check(Format.HALVES, kind);
  }

  @ParameterizedTest
  @EnumSource
  void floats(Kind kind) {
    assumeTrue(Vectors.isOn());
    check(Format.FLOATS, kind);
  }

  @ParameterizedTest
  @EnumSource
  void doubles(Kind kind) {
    assumeTrue(Vectors.isOn());
    check(Format.DOUBLES, kind);
  }

  private static void check(Format format, Kind kind) {
    for (int length = 0; length <= 4 * format.block; length++) {
      check(format, kind, length, length % 3 == 0 ? -0.0 : 0.5);
    }
    check(format, kind, LONG, -0.0);
    checkCuts(format, kind);
  }

  private static void check(Format format, Kind kind, int length, double start) {
    String reproducer = kind + " " + length;
    double[] elements = format.elements(kind, length);
    double[] expected = format.sums(start, elements);
    double last = length == 0 ? start : expected[length - 1];
    double[] around = new double[length + 3];
    around[1] = -1;
    around[length + 2] = -2;
    assertSame(last, format.scan(start, elements, 0, around, 2, length), reproducer);
    assertSame(-1, around[1], reproducer + " before");
    assertSame(-2, around[length + 2], reproducer + " behind");
    assertSame(expected, Arrays.copyOfRange(around, 2, length + 2), reproducer);
    assertSame(last, format.scan(start, elements, 0, elements, 0, length), reproducer);
    assertSame(expected, elements, reproducer + " in place");
  }

  /** Wherever a line is cut, the bits are the same. */
  private static void checkCuts(Format format, Kind kind) {
    int length = 2 * format.block + 50;
    double[] elements = format.elements(kind, length);
    double[] expected = format.sums(-0.0, elements);
    for (int cut = 0; cut <= length; cut++) {
      double[] sums = elements.clone();
      double carry = format.scan(-0.0, sums, 0, sums, 0, cut);
      format.scan(carry, sums, cut, sums, cut, length - cut);
      assertSame(expected, sums, kind + " cut at " + cut);
    }
  }

  /** Else vectors would be right for nothing. */
  @ParameterizedTest
  @CsvSource({"Double, -1022, 1023", "Float, -126, 127"})
  void guessesAreRightWithinABinade(String type, int least, int most)
      throws ReflectiveOperationException {
    assumeTrue(Vectors.isOn() && Vectors.loops().widest() >= 256);
    boolean areFloats = type.equals("Float");
    Class<?> array = areFloats ? float[].class : double[].class;
    Method guess =
        Class.forName("org.cumulus.internal.kernels.simd." + type + "Line")
            .getDeclaredMethod("guess", array, INT, array, INT, INT, array, INT);
    guess.setAccessible(true);
    SplittableRandom random = new SplittableRandom(8);
    for (int exponent = least; exponent <= most; exponent++) {
      double sum = (exponent % 2 == 0 ? 1.5 : -1.5) * Math.scalb(1.0, exponent);
      double step = areFloats ? Math.ulp((float) sum) : Math.ulp(sum);
      double[] elements = random.doubles(96, -1000, 1000).map(x -> Math.rint(x) * step).toArray();
      double[] carry = {sum};
      Object x = areFloats ? Format.floats(elements) : elements;
      Object last = areFloats ? Format.floats(carry) : carry;
      assertEquals(96, guess.invoke(null, x, 0, x, 0, 96, last, 0), "from " + sum);
    }
  }

  private static void assertSame(double[] expected, double[] actual, String reproducer) {
    assertEquals(expected.length, actual.length, reproducer);
    for (int k = 0; k < expected.length; k++) {
      if (Double.doubleToLongBits(expected[k]) != Double.doubleToLongBits(actual[k])) {
        assertSame(expected[k], actual[k], reproducer + " at " + k);
      }
    }
  }

  /** To the bit, but that NaN is a class. */
  private static void assertSame(double expected, double actual, String reproducer) {
    assertTrue(
        Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual),
        () -> "%s: %s, but %s".formatted(reproducer, expected, actual));
  }
}
