package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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

  /** Kinds of memory take turns, so that every kind of input meets every kind of output. */
  private static int check(String file) {
    List<String> cases = GoldenFile.cases(file);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      CumsumCase golden = new CumsumCase(cases.get(i));
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
