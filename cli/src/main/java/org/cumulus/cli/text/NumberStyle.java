package org.cumulus.cli.text;

/**
 * How the numbers of a text are written.
 *
 * @param decimal what stands before the fraction
 * @param thousands what stands between groups of three digits; a blank is any kind of blank; {@link
 *     #NONE} if nothing does
 */
public record NumberStyle(char decimal, char thousands) {
  /** No character. */
  public static final char NONE = '\0';

  /** As programs write numbers: {@code 1234.5}. */
  public static final NumberStyle PLAIN = new NumberStyle('.', NONE);

  /** Whether a character may be in a number, where plain numbers have none. */
  boolean uses(char c) {
    return !equals(PLAIN) && (c == decimal || c == thousands);
  }

  /**
   * A number as it is written plainly. What is no decimal number stays as it is.
   *
   * @throws NumberFormatException if it has a point or groups that this style has not, or groups
   *     behind a zero: 0,123 is no thousand, and may be meant as a fraction
   */
  public String plain(String cell) {
    if (equals(PLAIN)) {
      return cell;
    }
    int start = !cell.isEmpty() && "+-".indexOf(cell.charAt(0)) >= 0 ? 1 : 0;
    int end = start;
    while (end < cell.length() && (isDigit(cell.charAt(end)) || isThousands(cell.charAt(end)))) {
      end++;
    }
    if (end == start && (end == cell.length() || cell.charAt(end) != decimal)) {
      return cell;
    }
    StringBuilder number = new StringBuilder(cell.length()).append(cell, 0, start);
    appendInteger(cell, start, end, number);
    String rest = cell.substring(end);
    if (decimal != '.') {
      check(rest.indexOf('.') < 0, cell);
      rest = rest.replace(decimal, '.');
    }
    return number.append(rest).toString();
  }

  /** Whether a cell is a number, real or complex. */
  boolean isNumber(String cell) {
    try {
      String plain = plain(cell);
      return DecimalNumber.isNumber(plain) || ComplexNumber.isNumber(plain);
    } catch (NumberFormatException notOne) {
      return false;
    }
  }

  private void appendInteger(String cell, int start, int end, StringBuilder number) {
    int digits = 0;
    boolean isGrouped = false;
    for (int i = start; i < end; i++) {
      char c = cell.charAt(i);
      if (isDigit(c)) {
        number.append(c);
        digits++;
      } else {
        check(isGrouped ? digits == 3 : digits >= 1 && digits <= 3, cell);
        check(cell.charAt(start) != '0', cell);
        isGrouped = true;
        digits = 0;
      }
    }
    check(!isGrouped || digits == 3, cell);
  }

  private static void check(boolean isGood, String cell) {
    if (!isGood) {
      throw new NumberFormatException(cell);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isThousands(char c) {
    return thousands != NONE && (c == thousands || (thousands == ' ' && Character.isSpaceChar(c)));
  }
}
