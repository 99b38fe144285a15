package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.SplitMix;
import org.junit.jupiter.api.Test;

/**
 * Streams and segments of every operator, NumPy's and the user's, in every order that it has: a
 * stream has the bits of the whole, and a segment those of a line of its own.
 */
class OperatorPiecesTest {
  private static final List<Operator> OPERATORS =
      Stream.concat(
              Operator.UFUNCS.stream().skip(1),
              Stream.of(
                  Operator.LOGCUMSUMEXP,
                  Operator.ofDoubles((a, b) -> 0.5 * a + b),
                  Operator.ofDoubles((a, b) -> Math.hypot(a, b)).associative(),
                  Operator.ofLongs((a, b) -> 3 * a + b)))
          .toList();

  private static final String[] DTYPES = {
    "f8", "f4", "f2", "c16", "c8", "i8", "i1", "u8", "u1", "?", "m8[s]"
  };

  @Test
  void streams() {
    everywhere(
        (scan, array, axis, random, reproducer) -> {
          NDArray expected = scan.apply(array);
          ScanStream stream = scan.stream(array.dtype(), array.shape());
          NDArray actual = NDArray.zeros(expected.dtype(), expected.shape());
          long length = array.shape()[axis];
          for (long done = 0, count; done < length; done += count) {
            count = Math.min(length - done, random.below(random.below(2) == 0 ? 4 : 1500));
            String part = ":,".repeat(axis) + done + ":" + (done + count);
            stream.feed(array.slice(part)).copyTo(actual.slice(part));
            if (random.below(4) == 0) {
              stream = scan.resume(stream.snapshot());
            }
          }
          assertEquals(Checksum.of(expected), Checksum.of(actual), reproducer);
        });
  }

  @Test
  void segments() {
    everywhere(
        (scan, array, axis, random, reproducer) -> {
          long length = array.shape()[axis];
          long first = random.below((int) length + 1);
          long second = first + random.below((int) (length - first) + 1);
          long[] offsets = {0, first, second, length};
          NDArray actual = scan.segmentsByOffsets(offsets).apply(array);
          NDArray expected = NDArray.zeros(actual.dtype(), actual.shape());
          for (int i = 0; i < 3; i++) {
            String part = ":,".repeat(axis) + offsets[i] + ":" + offsets[i + 1];
            scan.apply(array.slice(part)).copyTo(expected.slice(part));
          }
          assertEquals(Checksum.of(expected), Checksum.of(actual), reproducer);
        });
  }

  private interface Check {
    void of(Scan scan, NDArray array, int axis, SplitMix random, String reproducer);
  }

  /** As they are, from a value, or without their own element. */
  private static Scan modes(Scan scan, Operator operator, SplitMix random) {
    Scan started = random.below(2) == 0 ? scan : scan.initial(1);
    boolean canBeExclusive = !started.equals(scan) || operator.identity().isPresent();
    return canBeExclusive && random.below(2) == 0 ? started.exclusive() : started;
  }

  private static void everywhere(Check check) {
    int checked = 0;
    for (int i = 0; i < OPERATORS.size(); i++) {
      for (String name : DTYPES) {
        for (Order order : Order.values()) {
          for (int number = 0; number < 3; number++) {
            SplitMix random = new SplitMix(number);
            DType dtype = DType.of(name);
            long[] shape = new long[][] {{2200, 1}, {150, 40}, {3, 1100}}[number];
            int axis = random.below(2);
            ElementValues.Mode mode =
                number == 0 ? ElementValues.Mode.ANY : ElementValues.Mode.SIGNED;
            NDArray array = OracleArrays.array(dtype, random, mode, shape);
            Operator operator = OPERATORS.get(i);
            String reproducer =
                "%s, %s, %s, axis %d, case %d".formatted(operator, name, order, axis, number);
            Scan scan;
            try {
              scan = modes(Scan.of(operator).axis(axis).order(order), operator, random);
              scan.apply(array);
            } catch (IllegalArgumentException notOfThese) {
              continue;
            }
            check.of(scan, array, axis, random, reproducer);
            checked++;
          }
        }
      }
    }
    assertEquals(765, checked);
  }
}
