package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/** The common dtype of two against NumPy's: it is that of an array of two arrays. */
class PromotionGoldenTest {
  @Test
  void everyDtypeWithEveryDtype() {
    List<String> cases = GoldenFile.cases("promotion.txt");
    assertEquals(33 * 33, cases.size());
    List<String> wrong = new ArrayList<>();
    for (String line : cases) {
      String[] columns = line.split(" ", 3);
      String actual;
      try {
        NDArray a = NDArray.zeros(DType.of(columns[0]), 1);
        NDArray b = NDArray.zeros(DType.of(columns[1]), 1);
        actual = NDArray.of(List.of(a, b)).dtype().str();
      } catch (IllegalArgumentException | ArithmeticException e) {
        actual = "! " + e.getMessage();
      }
      if (!ErrorTexts.matches(columns[2], actual)) {
        wrong.add(line + "\n   Cumulus: " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
