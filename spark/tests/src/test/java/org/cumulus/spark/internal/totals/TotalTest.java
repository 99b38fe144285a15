package org.cumulus.spark.internal.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import org.apache.spark.SparkArithmeticException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** TotalSet that no table of a test is large enough for. */
final class TotalTest {
  private static final InternalRow LARGEST =
      new GenericInternalRow(new Object[] {Long.MAX_VALUE - 1});

  @Test
  void moreRowsThanAnInt() {
    RowNumberTotal checked = rows(31, true);
    assertThrows(SparkArithmeticException.class, checked::result);
    assertEquals(Integer.MIN_VALUE, rows(31, false).result());
    assertEquals(1 << 30, rows(30, true).result());
  }

  private static RowNumberTotal rows(int doublings, boolean isChecked) {
    RowNumberTotal total = new RowNumberTotal(isChecked);
    total.add(LARGEST);
    for (int i = 0; i < doublings; i++) {
      total.addAll(total);
    }
    return total;
  }

  /** The mean is rounded once, where the sum is no {@code long}, and none of doubles. */
  @Test
  void meanOfLargeIntegers() {
    LongTotal total = new LongTotal(new BoundReference(0, DataTypes.LongType, true), true, null);
    total.add(LARGEST);
    total.add(LARGEST);
    total.add(new GenericInternalRow(new Object[] {5L}));
    BigInteger sum = BigInteger.valueOf(Long.MAX_VALUE - 1).shiftLeft(1).add(BigInteger.valueOf(5));
    assertEquals(sum.divide(BigInteger.valueOf(3)).doubleValue(), total.result());
    total.clear();
    // 2⁵³ + 1 is none of the doubles, and half of it is.
    total.add(new GenericInternalRow(new Object[] {(1L << 53) + 1}));
    total.add(new GenericInternalRow(new Object[] {0L}));
    assertEquals(0x1p52 + 0.5, total.result());
  }

  /** Of zeros the sum is 0.0, the greatest 0.0 and the least -0.0, in whatever order they come. */
  @Test
  void zeros() {
    BoundReference number = new BoundReference(0, DataTypes.DoubleType, true);
    double[][] orders = {{-0.0, 0.0}, {0.0, -0.0}};
    for (double[] zeros : orders) {
      assertEquals(0.0, total(new ExtremeValue(number, true), zeros));
      assertEquals(-0.0, total(new ExtremeValue(number, false), zeros));
    }
    assertEquals(0.0, total(new DoubleTotal(number, false), -0.0, -0.0));
  }

  private static @Nullable Object total(Total<?> total, double... values) {
    for (double value : values) {
      total.add(new GenericInternalRow(new Object[] {value}));
    }
    return total.result();
  }

  @Test
  void wholeNumbers() throws IOException {
    Random random = new Random(61);
    for (int round = 0; round < 200; round++) {
      WholeNumber sum = new WholeNumber();
      BigInteger expected = BigInteger.ZERO;
      for (int i = 0; i < 20; i++) {
        if (random.nextInt(4) == 0) {
          BigInteger value = new BigInteger(random.nextInt(100), random);
          value = random.nextBoolean() ? value : value.negate();
          sum.add(value);
          expected = expected.add(value);
        } else {
          long value = random.nextLong();
          sum.add(value);
          expected = expected.add(BigInteger.valueOf(value));
        }
        String where = "seed 61, round " + round + ", step " + i;
        assertEquals(expected, sum.toBigInteger(), where);
        assertEquals(expected.longValue(), sum.toLong(), where);
        assertEquals(expected.bitLength() < Long.SIZE, sum.isLong(), where);
        assertEquals(expected, copy(sum).toBigInteger(), where);
      }
    }
  }

  private static WholeNumber copy(WholeNumber number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    number.write(new DataOutputStream(bytes));
    WholeNumber copy = new WholeNumber();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    WholeNumber twice = new WholeNumber();
    twice.addAll(copy);
    return twice;
  }
}
