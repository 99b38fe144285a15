package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.Cumulus;
import org.junit.jupiter.api.Test;

/** Cumulative sums against NumPy's: the bits, the dtype, the strides, what is refused. */
class CumsumGoldenTest {
  private static final Store[] STORES = Store.values();

  /** All dtypes of input, dtype argument and output with one another: 16 x 17 x 17. */
  @Test
  void everyDtypeWithEveryDtypeArgumentAndOutput() {
    assertEquals(16 * 17 * 17, check("cumsum-product.txt"));
  }

  /** All dtypes in both byte orders in all layouts, along all axes. */
  @Test
  void everyDtypeInEveryLayout() {
    assertEquals(28 * 7 * 33, check("cumsum-layout.txt"));
  }

  /** The same with an initial value before the results and without. */
  @Test
  void cumulativeSum() {
    assertEquals(12_072, check("cumulative_sum.txt", Cumulus::cumulativeSum));
  }

  /** All dtypes, among them those with NaN, in all layouts, and cast. */
  @Test
  void nancumsum() {
    CumsumCase.Function function =
        (a, axis, dtype, out, _) -> Cumulus.nancumsum(a, axis, dtype, out);
    assertEquals(7816, check("nancumsum.txt", function));
  }

  /** Kinds of memory take turns, so that every kind of input meets every kind of output. */
  private static int check(String file) {
    return check(file, (a, axis, dtype, out, _) -> Cumulus.cumsum(a, axis, dtype, out));
  }

  private static int check(String file, CumsumCase.Function function) {
    List<String> cases = GoldenFile.cases(file);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      CumsumCase golden = new CumsumCase(function, cases.get(i));
      Store in = STORES[i % STORES.length];
      Store out = STORES[i / STORES.length % STORES.length];
      String actual = golden.actual(in, out);
      if (!ErrorTexts.matches(golden.expected(), actual)) {
        wrong.add(cases.get(i) + "\n   Cumulus: " + actual + " (" + in + ", " + out + ")");
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
    return cases.size();
  }
}
