package org.cumulus.order;

import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The modes in the order BLOCKED: an initial value is where the sum starts, and the first element
 * still has position 0, from whichever end, whether or not a result holds the last one.
 */
final class BlockedModesTest {
  private static final Scan BLOCKED = Scan.of(Operator.ADD).order(Order.BLOCKED);

  @ParameterizedTest
  @ValueSource(
      ints = {1, 2, 5, 7, 8, 9, 15, 16, 17, 1023, 1024, 1025, 2049, 5000, 32769, 1_050_003})
  void lineOfAnyLength(int length) {
    for (String name : new String[] {"f8", "f4", "f2", ">f4"}) {
      DType dtype = DType.of(name);
      for (double initial : new double[] {-0.0, 0.0, 0.7, -1000.1, Double.NaN}) {
        double[] line = Lines.random(length, length);
        NDArray array = NDArray.of(line).astype(dtype);
        double[] sums = Lines.expected(line, dtype, initial);
        Scan scan = BLOCKED.initial(initial);
        String reproducer = name + "[" + length + "], initial " + initial;
        check(sums, scan, array, reproducer);
        check(sums, scan.parallelism(4), array, "shared " + reproducer);
        check(reversed(sums), scan.reverse(), array.flip(), "reverse " + reproducer);
        double start = Lines.expected(new double[] {-0.0}, dtype, initial)[0];
        double[] shifted = new double[length];
        shifted[0] = start;
        System.arraycopy(sums, 0, shifted, 1, length - 1);
        check(shifted, scan.exclusive(), array, "exclusive " + reproducer);
        double[] all = Arrays.copyOf(shifted, length + 1);
        all[length] = sums[length - 1];
        check(all, scan.includeInitial(), array, "all " + reproducer);
      }
    }
  }

  /** Tiles at the edge have fewer lines than others, and each line still starts from the value. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9, 33, 70, 300})
  void linesSideBySide(int lines) {
    for (int length : new int[] {3, 20, 1025, 2500}) {
      for (String name : new String[] {"f8", "f4", "f2"}) {
        DType dtype = DType.of(name);
        double[] line = Lines.random(lines * length, lines);
        NDArray rows = NDArray.of(line).astype(dtype).reshape(lines, length);
        NDArray columns = rows.transpose().copy();
        Scan scan = BLOCKED.initial(0.3);
        NDArray alongRows = scan.axis(1).apply(rows);
        NDArray alongColumns = scan.axis(0).apply(columns);
        for (int i = 0; i < lines; i++) {
          double[] elements = Arrays.copyOfRange(line, i * length, (i + 1) * length);
          double[] sums = Lines.expected(elements, dtype, 0.3);
          String reproducer = name + " line " + i + " of " + lines + " x " + length;
          Lines.assertSame(sums, Lines.toDoubles(alongRows.select(0, i)), reproducer);
          Lines.assertSame(sums, Lines.toDoubles(alongColumns.select(1, i)), reproducer);
        }
      }
    }
  }

  private static void check(double[] expected, Scan scan, NDArray array, String reproducer) {
    Lines.assertSame(expected, Lines.toDoubles(scan.apply(array)), reproducer);
  }

  private static double[] reversed(double[] sums) {
    double[] reversed = new double[sums.length];
    Arrays.setAll(reversed, i -> sums[sums.length - 1 - i]);
    return reversed;
  }
}
