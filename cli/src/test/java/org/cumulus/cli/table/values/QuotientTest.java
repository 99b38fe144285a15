package org.cumulus.cli.table.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class QuotientTest {
  @Test
  void whatIsBarelyNoTieIsNotRoundedAsOne() {
    BigInteger below = BigInteger.ONE.shiftLeft(70);
    BigInteger tie = below.shiftLeft(53).add(below);
    double even = 0x1p53;
    assertEquals(even, nearest(tie, below));
    assertEquals(even + 2, nearest(tie.add(BigInteger.ONE), below));
    assertEquals(even, nearest(tie.subtract(BigInteger.ONE), below));
    assertEquals(-even - 2, nearest(tie.add(BigInteger.ONE).negate(), below));
    assertEquals(even + 2, nearest(tie.add(BigInteger.ONE).negate(), below.negate()));
  }

  @Test
  void reachesTheEndsOfTheRange() {
    assertEquals(0.0, nearest(BigInteger.ZERO, BigInteger.TWO));
    assertEquals(Double.POSITIVE_INFINITY, nearest(BigInteger.TEN.pow(400), BigInteger.TWO));
    assertEquals(Double.MIN_VALUE, nearest(BigInteger.ONE, BigInteger.TWO.pow(1074)));
    assertEquals(
        Double.MIN_VALUE, nearest(BigInteger.TWO.add(BigInteger.ONE), BigInteger.TWO.pow(1076)));
    assertEquals(0.0, nearest(BigInteger.ONE, BigInteger.TWO.pow(1075)));
  }

  private static double nearest(BigInteger above, BigInteger below) {
    return Quotient.nearest(new BigDecimal(above), new BigDecimal(below));
  }
}
