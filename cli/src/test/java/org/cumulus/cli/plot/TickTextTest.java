package org.cumulus.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "-0.0; 0",
        "0.30000000000000004; 0.3",
        "-12500; -12,500",
        "2500000; 2,500,000",
        "25000000; 2.5e7",
        "-3e300; -3e300",
        "0.00025; 0.00025",
        "2e-5; 2e-5",
        "1000000000002; 1.000000000002e12"
      })
  void numbersAreAsShortAsTheyCanBe(double tick, String text) {
    assertEquals(text, TickText.of(tick));
  }
}
