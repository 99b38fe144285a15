package org.cumulus.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cumulus.PrintOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PrintOptionsTest {
  private static final PrintOptions DEFAULT = PrintOptions.DEFAULT;

  @Test
  void everyWitherChangesItsOwnOption() {
    PrintOptions changed =
        DEFAULT
            .withPrecision(1)
            .withThreshold(2)
            .withEdgeItems(4)
            .withLineWidth(5)
            .withSuppress(true)
            .withFloatMode("unique")
            .withSign('+')
            .withNanStr("a")
            .withInfStr("b");
    assertEquals(new PrintOptions(1, 2, 4, 5, true, "unique", '+', "a", "b"), changed);
    assertEquals(new PrintOptions(8, 1000, 3, 75, false, "maxprec", '-', "nan", "inf"), DEFAULT);
  }

  @Test
  void refusesWhatNumpyRefuses() {
    assertRefused("precision must be >= 0", () -> DEFAULT.withPrecision(-1));
    assertRefused("edgeitems must be >= 0", () -> DEFAULT.withEdgeItems(-1));
    assertRefused(
        "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"",
        () -> DEFAULT.withFloatMode("FIXED"));
    assertRefused("sign option must be one of ' ', '+', or '-'", () -> DEFAULT.withSign('x'));
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
