package org.cumulus.internal.digits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A decimal number at or above zero: the integer {@code digits} times ten to the power of {@code
 * last}, the place of the last digit.
 *
 * <p>There are no leading zeros and no trailing ones; zero itself is {@link #ZERO}.
 *
 * @param digits decimal digits, at least one
 * @param last the power of ten that the last digit counts
 */
public record Digits(String digits, int last) {
  static final Digits ZERO = new Digits("0", 0);

  /** The number that {@code digits} times ten to the power of {@code last} is, in normal form. */
  static Digits of(String digits, int last) {
    int start = 0;
    int end = digits.length();
    while (start < end && digits.charAt(start) == '0') {
      start++;
    }
    while (end > start && digits.charAt(end - 1) == '0') {
      end--;
    }
    return start == end
        ? ZERO
        : new Digits(digits.substring(start, end), last + digits.length() - end);
  }

  static Digits of(BigDecimal value) {
    return of(value.unscaledValue().toString(), -value.scale());
  }

  /** {@code value}, rounded half to even so that its last digit counts {@code 10^place}. */
  static Digits of(BigDecimal value, int place) {
    return of(value.setScale(-place, RoundingMode.HALF_EVEN));
  }

  /** The place of the first digit of a positive number: 0 for 1 to 9.99, -1 for 0.1 to 0.99. */
  static int leadOf(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /** The place of the first digit. */
  public int lead() {
    return digits.length() - 1 + last;
  }

  boolean isPowerOfTen() {
    return digits.equals("1");
  }

  /** The digits before the decimal point, at least one. */
  public String whole() {
    if (last >= 0) {
      return digits + "0".repeat(last);
    }
    return digits.length() > -last ? digits.substring(0, digits.length() + last) : "0";
  }

  /** The digits after the decimal point, possibly none. */
  public String fraction() {
    if (last >= 0) {
      return "";
    }
    return digits.length() > -last
        ? digits.substring(digits.length() + last)
        : "0".repeat(-last - digits.length()) + digits;
  }
}
