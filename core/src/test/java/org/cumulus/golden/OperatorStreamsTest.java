package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators chunk by chunk, in pieces of any length: as the whole, which has its own tests. */
class OperatorStreamsTest {
  private static final List<Operator> OPERATORS =
      List.of(Operator.MULTIPLY, Operator.MAXIMUM, Operator.FMIN, Operator.LOGICAL_XOR);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OBJECT")
  void inPieces(Kind kind) {
    DType dtype = ModesOracleTest.type(kind);
    for (Operator operator : OPERATORS) {
      if (kind == Kind.TIMEDELTA64 && operator == Operator.MULTIPLY) {
        continue;
      }
      for (int number = 0; number < 20; number++) {
        check(Scan.of(operator), dtype, new SplitMix(number), operator + " " + number);
      }
    }
  }

  /** Their own functions have no identity, and the blocks of BLOCKED are cut. */
  @Test
  void ofOnesOwn() {
    Operator decay = Operator.ofDoubles((total, x) -> 0.5 * total + x).associative();
    for (int number = 0; number < 20; number++) {
      for (Order order : List.of(Order.NUMPY, Order.BLOCKED)) {
        Scan scan = Scan.of(decay).order(order);
        check(scan, DType.FLOAT32, new SplitMix(number), order + " " + number);
        check(scan.initial(2.5), DType.FLOAT64, new SplitMix(number), order + " from " + number);
      }
    }
  }

  private static void check(Scan scan, DType dtype, SplitMix random, String description) {
    int lines = 1 + random.below(5);
    int length = random.below(3) == 0 ? 3000 : 20;
    byte[] bytes =
        ElementValues.bytes(dtype, (long) lines * length, ElementValues.Mode.ANY, random.next());
    NDArray array = Store.JAVA_ARRAY.array(dtype, bytes, length, lines);
    NDArray whole = scan.axis(0).apply(array);
    ScanStream stream = scan.axis(0).stream(dtype, 0, lines);
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int k = 0; k < length; ) {
      int count = Math.min(1 + random.below(random.below(2) == 0 ? 4 : 1500), length - k);
      String rows = k + ":" + (k + count);
      actual.add(Checksum.of(stream.feed(array.slice(rows))));
      expected.add(Checksum.of(whole.slice(rows)));
      k += count;
      if (random.below(4) == 0) {
        stream = scan.axis(0).resume(stream.snapshot());
      }
    }
    assertEquals(expected, actual, dtype + " " + description);
  }

  /** The overloads on primitive arrays, short and so long that they take the long way. */
  @Test
  void primitiveProducts() {
    for (int length : new int[] {0, 1, 2, 100, 200_000}) {
      SplitMix random = new SplitMix(length);
      double[] doubles = new double[length];
      long[] longs = new long[length];
      int[] ints = new int[length];
      boolean[] truths = new boolean[length];
      for (int i = 0; i < length; i++) {
        doubles[i] = random.below(9) == 0 ? -0.0 : 0.5 + random.below(100) / 90.0;
        longs[i] = random.next() | 1;
        ints[i] = (int) random.next() | 1;
        truths[i] = i < 50 || random.below(2) == 0;
      }
      assertArrayEquals((double[]) line(doubles), Cumulus.cumprod(doubles));
      assertArrayEquals((long[]) line(longs), Cumulus.cumprod(longs));
      assertArrayEquals((long[]) line(ints), Cumulus.cumprod(ints));
      assertArrayEquals((long[]) line(truths), Cumulus.cumprod(truths));
    }
  }

  /** The result of the general method. */
  private static Object line(Object array) {
    return Cumulus.cumprod(array).toArray();
  }
}
