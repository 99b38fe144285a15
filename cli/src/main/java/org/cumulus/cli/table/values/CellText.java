package org.cumulus.cli.table.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;

/** The bytes of a new cell. One object takes the text of one cell after the other. */
public final class CellText {
  private static final byte[] LEAST_LONG =
      "9223372036854775808".getBytes(StandardCharsets.US_ASCII);

  private final byte point;
  private byte[] bytes = new byte[64];
  private int size;

  /**
   * An empty text.
   *
   * @param point what stands between a number and its fraction
   */
  public CellText(byte point) {
    this.point = point;
  }

  /** Makes it empty. */
  public void clear() {
    size = 0;
  }

  /** The bytes, of which {@link #size} count. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Adds bytes as they are. */
  public void raw(byte[] from, int start, int end) {
    reserve(end - start);
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
  }

  /** Adds a byte. */
  public void raw(byte one) {
    reserve(1);
    bytes[size++] = one;
  }

  /** Adds an integer. */
  public void integer(long value) {
    decimal(value, 0);
  }

  /** Adds {@code unscaled} · 10<sup>-{@code scale}</sup>. */
  public void decimal(long unscaled, int scale) {
    if (scale > 18) {
      decimal(BigInteger.valueOf(unscaled), scale);
      return;
    }
    reserve(24);
    long rest = unscaled;
    if (rest < 0) {
      bytes[size++] = '-';
      if (rest == Long.MIN_VALUE) {
        digits(LEAST_LONG, scale);
        return;
      }
      rest = -rest;
    }
    int count = Math.max(scale + 1, digitsOf(rest));
    int end = size + count + (scale > 0 ? 1 : 0);
    int place = end;
    for (int i = 0; i < count; i++) {
      if (i == scale && scale > 0) {
        bytes[--place] = point;
      }
      long next = rest / 10;
      bytes[--place] = (byte) ('0' + (rest - next * 10));
      rest = next;
    }
    size = end;
  }

  private static int digitsOf(long positive) {
    int digits = 1;
    for (long limit = 10; positive >= limit; limit *= 10) {
      digits++;
      if (digits == 19) {
        break;
      }
    }
    return digits;
  }

  /** Adds {@code unscaled} · 10<sup>-{@code scale}</sup>. */
  public void decimal(BigInteger unscaled, int scale) {
    if (unscaled.signum() < 0) {
      raw((byte) '-');
    }
    digits(unscaled.abs().toString().getBytes(StandardCharsets.US_ASCII), scale);
  }

  /** Adds digits with a point so many places before their end. */
  private void digits(byte[] digits, int scale) {
    int before = digits.length - scale;
    reserve(digits.length + scale + 3);
    if (before <= 0) {
      bytes[size++] = '0';
    } else {
      raw(digits, 0, before);
    }
    if (scale > 0) {
      bytes[size++] = point;
      for (int i = before; i < 0; i++) {
        bytes[size++] = '0';
      }
      raw(digits, Math.max(0, before), digits.length);
    }
  }

  /** Adds a number with the digits it has. */
  public void decimal(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    decimal(plain.unscaledValue(), plain.scale());
  }

  /** Adds a double, as NumPy writes it: with as many digits as tell it from its neighbours. */
  public void number(double value) {
    String text = ArrayFormat.scalar(value, DType.FLOAT64);
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes[size++] = c == '.' ? point : (byte) c;
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
