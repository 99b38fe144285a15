package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import org.cumulus.DType.Kind;
import org.cumulus.golden.SplitMix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operators whose results only ever rise, or only ever fall, on integers and truths: stretches of a
 * line that change nothing are passed over, and whatever they are, results are those of a loop.
 */
class MonotoneOperatorsTest {
  private static final int[] LENGTHS = {0, 1, 2, 31, 255, 256, 257, 512, 1025, 9001, 200_003};

  private static final List<DType> INTEGERS =
      Stream.of("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "bool")
          .map(DType::of)
          .toList();

  private static final List<DType> TRUTHS =
      Stream.concat(
              INTEGERS.stream(),
              Stream.of("uint64", "float16", "float32", "float64", "m8[s]").map(DType::of))
          .toList();

  /** What a line is like. */
  private enum Data {
    RANDOM,
    CONSTANT,
    /** Each element changes the extremes. */
    RAMP,
    /** One element of a few hundred does. */
    STEPS,
    /** The last one does. */
    LAST,
    ZEROS_AND_ONES;

    long[] line(int length, SplitMix random) {
      long[] line = new long[length];
      for (int i = 0; i < length; i++) {
        line[i] =
            switch (this) {
              case RANDOM -> random.next() >> random.below(64);
              case CONSTANT -> 1;
              case RAMP -> length / 2 - i;
              case STEPS -> i % 300 == 299 ? -i : 1;
              case LAST -> i == length - 1 ? 0 : 3;
              case ZEROS_AND_ONES -> random.below(2);
            };
      }
      return line;
    }
  }

  record Case(Operator operator, LongBinaryOperator loop, boolean isLogical) {
    @Override
    public String toString() {
      return operator.toString();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(Operator.MAXIMUM, Math::max, false),
        new Case(Operator.MINIMUM, Math::min, false),
        new Case(Operator.FMAX, Math::max, false),
        new Case(Operator.FMIN, Math::min, false),
        new Case(Operator.BITWISE_AND, (a, b) -> a & b, false),
        new Case(Operator.BITWISE_OR, (a, b) -> a | b, false),
        new Case(Operator.LOGICAL_AND, (a, b) -> a & b, true),
        new Case(Operator.LOGICAL_OR, (a, b) -> a | b, true));
  }

  /** Operators that are used a lot get loops of their own. */
  @BeforeAll
  static void use() {
    NDArray many = NDArray.wrap(new int[1 << 22]);
    cases().forEach(each -> Scan.of(each.operator).apply(many));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsLoop(Case each) {
    SplitMix random = new SplitMix(14);
    for (DType dtype : each.isLogical ? TRUTHS : INTEGERS) {
      for (Data data : Data.values()) {
        for (int length : LENGTHS) {
          check(each, dtype, data, data.line(length, random));
        }
      }
    }
  }

  private static void check(Case each, DType dtype, Data data, long[] values) {
    NDArray line = NDArray.of(values).astype(dtype);
    long[] elements = longs(each.isLogical ? line.astype(DType.BOOL) : line);
    long[] expected = loop(each.loop, elements, 1);
    String name = "%s of %s, %s, %d".formatted(each, dtype, data, values.length);
    Scan scan = Scan.of(each.operator);
    for (int parallelism : new int[] {1, 2, 3}) {
      NDArray result = scan.parallelism(parallelism).apply(line);
      assertArrayEquals(expected, longs(result), name + " by " + parallelism);
    }
    NDArray bytes = NDArray.zeros(scan.apply(line).dtype(), values.length);
    assertArrayEquals(expected, longs(scan.apply(line, bytes)), name + " into zeros");
    int lanes = 40;
    int steps = values.length / lanes;
    NDArray rows = line.slice(":" + lanes * steps).reshape(steps, lanes);
    NDArray columns = scan.axis(0).apply(rows);
    long[] across = new long[lanes * steps];
    System.arraycopy(elements, 0, across, 0, across.length);
    assertArrayEquals(loop(each.loop, across, lanes), longs(columns.ravel()), name + " axis 0");
  }

  private static long[] loop(LongBinaryOperator operator, long[] elements, int lanes) {
    long[] results = elements.clone();
    for (int i = lanes; i < results.length; i++) {
      results[i] = operator.applyAsLong(results[i - lanes], elements[i]);
    }
    return results;
  }

  private static long[] longs(NDArray array) {
    return array.dtype().kind() == Kind.BOOL
        ? array.toList(Boolean.class).stream().mapToLong(truth -> truth ? 1 : 0).toArray()
        : array.toLongs();
  }
}
