package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Totals against BigDecimal, in any order and in any tree of partial totals. */
final class ExactTotalTest {
  @Test
  void everyPrefixIsRoundedOnce() {
    for (int seed = 0; seed < 60; seed++) {
      double[] elements = elements(seed, 120);
      ExactTotal total = new ExactTotal();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < elements.length; i++) {
        total.add(elements[i]);
        exact = exact.add(new BigDecimal(elements[i]));
        String at = "seed " + seed + ", element " + i;
        assertEquals(exact.doubleValue() + 0.0, total.value() + 0.0, at);
        assertEquals(exact.floatValue() + 0.0f, total.floatValue() + 0.0f, at);
        assertEquals(mean(exact, i + 1) + 0.0, total.mean() + 0.0, at);
      }
    }
  }

  /** Digits enough to leave no doubt: a quotient is never that near the middle of two doubles. */
  private static double mean(BigDecimal sum, int count) {
    MathContext digits = new MathContext(Math.max(sum.precision(), 1) + 40);
    return sum.divide(BigDecimal.valueOf(count), digits).doubleValue();
  }

  @Test
  void meansNextToTheMiddle() {
    for (double last : new double[] {0, 0x1p-300, -0x1p-300, Double.MIN_VALUE, -0x1p-1000}) {
      ExactTotal total = new ExactTotal();
      total.add(1);
      total.add(1 + 0x1p-52);
      total.add(last);
      total.add(-last);
      total.add(last);
      total.add(0);
      BigDecimal exact = new BigDecimal(1 + 0x1p-52).add(BigDecimal.ONE).add(new BigDecimal(last));
      assertEquals(mean(exact, 6), total.mean(), "last " + last);
    }
    ExactTotal halfway = new ExactTotal();
    halfway.add(1);
    halfway.add(1 + 0x1p-52);
    assertEquals(1, halfway.mean());
    ExactTotal smallest = new ExactTotal();
    smallest.add(Double.MIN_VALUE);
    smallest.add(0);
    assertEquals(0, smallest.mean());
    smallest.add(Double.MIN_VALUE);
    assertEquals(Double.MIN_VALUE, smallest.mean());
  }

  @Test
  void anyOrderAndAnyTree() {
    for (int seed = 0; seed < 60; seed++) {
      double[] elements = elements(seed, 100);
      if (seed % 5 == 4) {
        elements[seed] = Double.POSITIVE_INFINITY;
      }
      byte[] expected = null;
      SplittableRandom random = new SplittableRandom(seed);
      List<ExactTotal> totals = new ArrayList<>();
      for (double element : elements) {
        ExactTotal total = new ExactTotal();
        total.add(element);
        totals.add(total);
      }
      ExactTotal inOrder = new ExactTotal();
      totals.forEach(inOrder::add);
      double value = inOrder.value();
      double mean = inOrder.mean();
      while (totals.size() > 1) {
        ExactTotal one = totals.remove(random.nextInt(totals.size()));
        ExactTotal other = totals.get(random.nextInt(totals.size()));
        byte[] before = one.toBytes();
        other.add(random.nextBoolean() ? one : ExactTotal.ofBytes(before));
        assertArrayEquals(before, one.toBytes(), "an addend is not changed");
        expected = other.toBytes();
        assertEquals(other.value(), ExactTotal.ofBytes(expected).value(), "seed " + seed);
      }
      assertEquals(value, totals.getFirst().value(), "seed " + seed);
      assertEquals(mean, totals.getFirst().mean(), "seed " + seed);
      assertEquals(elements.length, totals.getFirst().count());
      Integer[] places = new Integer[elements.length];
      Arrays.setAll(places, i -> i);
      Collections.shuffle(Arrays.asList(places), new java.util.Random(seed));
      ExactTotal shuffled = new ExactTotal();
      for (int place : places) {
        shuffled.add(elements[place]);
      }
      assertEquals(value, shuffled.value(), "seed " + seed + " shuffled");
    }
  }

  /** Totals go on as if they had never been apart. */
  @Test
  void goesOnAfterAnything() {
    for (int seed = 0; seed < 40; seed++) {
      double[] elements = elements(seed, 90);
      ExactTotal whole = new ExactTotal();
      ExactTotal resumed = new ExactTotal();
      for (double element : elements) {
        whole.add(element);
        resumed = seed % 2 == 0 ? ExactTotal.ofBytes(resumed.toBytes()) : resumed.copy();
        resumed.add(element);
        assertEquals(whole.value(), resumed.value(), "seed " + seed);
      }
      whole.add(whole);
      resumed.add(resumed.copy());
      assertEquals(whole.value(), resumed.value(), "twice, seed " + seed);
      whole.clear();
      assertEquals(0, whole.count());
      whole.add(elements[0]);
      assertEquals(elements[0], whole.value());
    }
  }

  @Test
  void specialValues() {
    assertBits(0.0, total());
    assertBits(-0.0, total(-0.0, -0.0));
    assertBits(0.0, total(-0.0, 0.0));
    assertBits(0.0, total(1, -1, -0.0));
    assertBits(Double.POSITIVE_INFINITY, total(1, Double.POSITIVE_INFINITY, 2));
    assertBits(Double.NaN, total(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 2));
    assertBits(Double.NaN, total(Double.NaN, 1));
    assertBits(Double.POSITIVE_INFINITY, total(Double.MAX_VALUE, Double.MAX_VALUE));
    assertEquals(Double.MAX_VALUE, total(Double.MAX_VALUE, Double.MAX_VALUE).mean());
    assertBits(
        1, total(Double.MAX_VALUE, Double.MAX_VALUE, 1, -Double.MAX_VALUE, -Double.MAX_VALUE));
    assertTrue(Double.isNaN(total().mean()));
    ExactTotal zeros = total(-0.0);
    zeros.add(total());
    assertBits(-0.0, zeros);
    zeros.add(total(0.0));
    assertBits(0.0, zeros);
    ExactTotal infinite = total(1e300, 1, 1e-300);
    infinite.add(total(1e16, 1, 1e-200, Double.NEGATIVE_INFINITY));
    assertBits(Double.NEGATIVE_INFINITY, infinite);
    assertEquals("1.5 (2 elements)", total(1, 0.5).toString());
  }

  private static ExactTotal total(double... elements) {
    ExactTotal total = new ExactTotal();
    for (double element : elements) {
      total.add(element);
    }
    return total;
  }

  private static void assertBits(double expected, ExactTotal total) {
    assertEquals(expected, total.value());
    assertEquals(expected, ExactTotal.ofBytes(total.toBytes()).value());
    assertEquals(expected, total.copy().value());
  }

  @Test
  void bytesOfSomethingElse() {
    byte[] bytes = total(1, 2).toBytes();
    assertEquals(30, bytes.length);
    for (int length = 0; length < 30; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> ExactTotal.ofBytes(cut), "cut " + length);
    }
    assertRefused("a total ends after 25 bytes", Arrays.copyOf(bytes, 25));
    assertRefused("a total ends after 0 bytes", new byte[0]);
    assertRefused("the total is damaged: its checksum is wrong", Arrays.copyOf(bytes, 31));
    bytes[0] = 2;
    assertRefused("expected a total of version 1, not of version 2", bytes);
  }

  /** Whichever bit of a short total or of a long one has changed. */
  @Test
  void damageIsNoticed() {
    for (ExactTotal total : List.of(total(1, 2), total(1e300, 1, 1e-300))) {
      byte[] bytes = total.toBytes();
      for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
        byte[] damaged = bytes.clone();
        damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThrows(
            IllegalArgumentException.class, () -> ExactTotal.ofBytes(damaged), "bit " + bit);
      }
    }
  }

  private static void assertRefused(String message, byte[] bytes) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> ExactTotal.ofBytes(bytes));
    assertEquals(message, e.getMessage());
  }

  /** Of one magnitude, of several, of all; with cancellation. */
  private static double[] elements(int seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] elements = new double[length];
    for (int i = 0; i < length; i++) {
      double normal = random.nextGaussian();
      elements[i] =
          switch (seed % 4) {
            case 0 -> normal;
            case 1 -> Math.scalb(normal, random.nextInt(-60, 60));
            case 2 -> i % 3 == 2 ? -elements[i - 1] : Math.scalb(normal, random.nextInt(-300, 300));
            default -> {
              double any = Double.longBitsToDouble(random.nextLong());
              yield Double.isFinite(any) ? any : 0x1p-1074;
            }
          };
    }
    return elements;
  }
}
