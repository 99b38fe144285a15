package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cumulus.DType.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Saturated and checked scans of segments and of whole lines, with all that has an arithmetic of
 * its own, complex numbers, times and recurrences, too: against obvious loops. Of what is refused
 * the text is compared, and that nothing has been written. The case number is the seed.
 */
class SegmentsOverflowOracleTest {
  private static final List<String> OPERATORS = List.of("add", "multiply", "recurrence");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BOOL", "OBJECT"})
  void everyDtype(Kind kind) {
    int refused = 0;
    for (String operator : OPERATORS) {
      boolean hasIt =
          operator.equals("add")
              || kind.isInteger()
              || kind.isFloat()
              || (kind.isComplex() && operator.equals("multiply"));
      for (int number = 0; hasIt && number < 400; number++) {
        OverflowCase oracle = new OverflowCase(kind, operator, number);
        oracle.check(operator + " " + number + ": " + oracle);
        refused += oracle.isRefused() ? 1 : 0;
      }
    }
    assertTrue(refused > 20, refused + " refused");
  }
}
