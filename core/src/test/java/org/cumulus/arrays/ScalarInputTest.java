package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNException;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.junit.jupiter.api.Test;

/** Input without dimensions is scanned as a line of one element, in every mode and policy. */
class ScalarInputTest {
  private static final List<Object> VALUES =
      List.of(
          Double.NaN,
          Float.NaN,
          -0.0,
          1e300,
          Double.NEGATIVE_INFINITY,
          true,
          (byte) -128,
          Integer.MAX_VALUE,
          Long.MIN_VALUE,
          new Complex(1, Double.NaN),
          BigInteger.TWO.pow(70),
          Duration.ofSeconds(1));

  private static final List<Operator> OPERATORS =
      List.of(
          Operator.ADD,
          Operator.MULTIPLY,
          Operator.MAXIMUM,
          Operator.FMIN,
          Operator.LOGICAL_OR,
          Operator.BITWISE_XOR,
          Operator.LOGADDEXP,
          Operator.LOGCUMSUMEXP,
          Operator.ofDoubles((a, b) -> (a + b) / 2).withIdentity(0.5));

  private static final List<UnaryOperator<Scan>> MODES =
      List.of(
          scan -> scan,
          scan -> scan.axis(0),
          scan -> scan.axis(-1),
          scan -> scan.axis(1),
          scan -> scan.exclusive(),
          scan -> scan.axis(0).exclusive(),
          scan -> scan.reverse(),
          scan -> scan.axis(0).reverse().exclusive(),
          scan -> scan.initial(1),
          scan -> scan.initial(1).axis(0).exclusive(),
          scan -> scan.includeInitial(),
          scan -> scan.axis(0).includeInitial().reverse(),
          scan -> scan.segmentsByLengths(0, 1),
          scan -> scan.segmentsByKey(List.of("a")),
          scan -> scan.axis(0).segmentsByFlags(new boolean[1]).exclusive(),
          scan -> scan.segmentsByLengths(2),
          scan -> scan.order(Order.BLOCKED),
          scan -> scan.order(Order.EXACT),
          scan -> scan.dtype(DType.INT8),
          scan -> scan.dtype(DType.FLOAT16),
          scan -> scan.dtype(DType.BOOL));

  @Test
  void everyModeAndPolicy() {
    int results = 0;
    for (Object value : VALUES) {
      for (Operator operator : OPERATORS) {
        for (NaNPolicy nan : NaNPolicy.values()) {
          for (OverflowPolicy overflow : OverflowPolicy.values()) {
            for (int mode = 0; mode < MODES.size(); mode++) {
              int number = mode;
              UnaryOperator<Scan> scan =
                  any -> MODES.get(number).apply(any.nan(nan).overflow(overflow));
              String what =
                  "%s of %s, nan %s, overflow %s, mode %d"
                      .formatted(operator, value, nan, overflow, mode);
              NDArray line = NDArray.of(List.of(value));
              String expected =
                  outcome(operator, scan, line).replace("NaN at index (0,)", "NaN at index ()");
              assertEquals(expected, outcome(operator, scan, value), what);
              NDArray scalar = NDArray.of(value);
              assertEquals(0, scalar.ndim());
              assertEquals(expected, outcome(operator, scan, scalar), what);
              results += expected.startsWith("array") ? 1 : 0;
            }
          }
        }
      }
    }
    assertEquals(15_573, results);
  }

  /** The result, fresh and in an output, or what is wrong. */
  private static String outcome(Operator operator, UnaryOperator<Scan> modes, Object input) {
    try {
      Scan scan = modes.apply(Scan.of(operator));
      NDArray result = scan.apply(input);
      NDArray out = NDArray.zeros(result.dtype(), result.shape());
      return result.repr() + scan.dtype(result.dtype()).apply(input, out).repr();
    } catch (IllegalArgumentException | ArithmeticException refusal) {
      return refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
    }
  }

  @Test
  void whatIsRefusedHasNoIndex() {
    NaNException refusal =
        assertThrows(
            NaNException.class,
            () -> Scan.of(Operator.ADD).nan(NaNPolicy.REFUSE).apply(Double.NaN));
    assertArrayEquals(new long[0], refusal.index());
    assertEquals("NaN at index ()", refusal.getMessage());
  }

  /** A stream without an axis flattens chunks of any shape, and counts on. */
  @Test
  void streams() {
    List<String> results = new ArrayList<>();
    ScanStream stream = Scan.of(Operator.ADD).nan(NaNPolicy.REFUSE).stream(DType.FLOAT64);
    results.add(stream.feed(1.5).toString());
    results.add(stream.feed(NDArray.of(2)).toString());
    assertEquals(List.of("[1.5]", "[3.5]"), results);
    NaNException refusal = assertThrows(NaNException.class, () -> stream.feed(Double.NaN));
    assertEquals("NaN at index (2,)", refusal.getMessage());
    assertEquals("[4.5]", stream.feed(1).toString());
  }
}
