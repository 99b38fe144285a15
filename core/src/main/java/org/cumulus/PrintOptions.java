package org.cumulus;

import java.util.Objects;
import org.cumulus.internal.digits.FloatMode;

/**
 * How arrays are printed: the options of NumPy's {@code set_printoptions}, with its names, defaults
 * and messages. Options are values that are handed over; there is no global state.
 *
 * {@snippet :
 * PrintOptions options = PrintOptions.DEFAULT.withPrecision(3).withSuppress(true);
 * ArrayFormat.str(NDArray.of(new double[] {1e-9, 0.12345}), options);   // [0.    0.123]
 * }
 *
 * <p>Instances are immutable and safe to share between threads.
 *
 * @param precision the most digits after the decimal point
 * @param threshold the size above which arrays are summarised; {@link Long#MAX_VALUE} prints all
 * @param edgeItems the number of elements that a summary keeps at either end of an axis. With 0,
 *     NumPy still prints the last one
 * @param lineWidth the length of lines, in code points; an element that is longer has a line of its
 *     own
 * @param suppress whether small numbers are printed as {@code 0.} where they would otherwise bring
 *     about scientific notation. Large numbers still do
 * @param floatMode {@code "fixed"}: exactly {@code precision} digits; {@code "unique"}: as many as
 *     each number needs; {@code "maxprec"}: as many as each needs, at most {@code precision};
 *     {@code "maxprec_equal"}: as many as the neediest number needs, at most {@code precision}
 * @param sign {@code '-'}: only negative numbers have a sign; {@code '+'}: all have; {@code ' '}:
 *     positive numbers have a blank in its place
 * @param nanStr the text of NaN
 * @param infStr the text of infinity
 */
public record PrintOptions(
    int precision,
    long threshold,
    int edgeItems,
    int lineWidth,
    boolean suppress,
    String floatMode,
    char sign,
    String nanStr,
    String infStr) {
  /** NumPy's defaults: precision 8, threshold 1000, edgeItems 3, lineWidth 75, maxprec. */
  public static final PrintOptions DEFAULT =
      new PrintOptions(8, 1000, 3, 75, false, "maxprec", '-', "nan", "inf");

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException with NumPy's text, if {@code precision} or {@code edgeItems}
   *     is negative or {@code floatMode} or {@code sign} is none of the above
   */
  public PrintOptions {
    Objects.requireNonNull(nanStr, "nanStr");
    Objects.requireNonNull(infStr, "infStr");
    atLeastZero(precision, "precision");
    atLeastZero(edgeItems, "edgeitems");
    FloatMode.of(Objects.requireNonNull(floatMode, "floatMode"));
    if ("-+ ".indexOf(sign) < 0) {
      throw new IllegalArgumentException("sign option must be one of ' ', '+', or '-'");
    }
  }

  private static void atLeastZero(int value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0");
    }
  }

  /** These options with another {@link #precision}. */
  public PrintOptions withPrecision(int newPrecision) {
    return new PrintOptions(
        newPrecision, threshold, edgeItems, lineWidth, suppress, floatMode, sign, nanStr, infStr);
  }

  /** These options with another {@link #threshold}. */
  public PrintOptions withThreshold(long newThreshold) {
    return new PrintOptions(
        precision, newThreshold, edgeItems, lineWidth, suppress, floatMode, sign, nanStr, infStr);
  }

  /** These options with other {@link #edgeItems}. */
  public PrintOptions withEdgeItems(int newEdgeItems) {
    return new PrintOptions(
        precision, threshold, newEdgeItems, lineWidth, suppress, floatMode, sign, nanStr, infStr);
  }

  /** These options with another {@link #lineWidth}. */
  public PrintOptions withLineWidth(int newLineWidth) {
    return new PrintOptions(
        precision, threshold, edgeItems, newLineWidth, suppress, floatMode, sign, nanStr, infStr);
  }

  /** These options with another {@link #suppress}. */
  public PrintOptions withSuppress(boolean newSuppress) {
    return new PrintOptions(
        precision, threshold, edgeItems, lineWidth, newSuppress, floatMode, sign, nanStr, infStr);
  }

  /** These options with another {@link #floatMode}. */
  public PrintOptions withFloatMode(String newFloatMode) {
    return new PrintOptions(
        precision, threshold, edgeItems, lineWidth, suppress, newFloatMode, sign, nanStr, infStr);
  }

  /** These options with another {@link #sign}. */
  public PrintOptions withSign(char newSign) {
    return new PrintOptions(
        precision, threshold, edgeItems, lineWidth, suppress, floatMode, newSign, nanStr, infStr);
  }

  /** These options with another {@link #nanStr}. */
  public PrintOptions withNanStr(String newNanStr) {
    return new PrintOptions(
        precision, threshold, edgeItems, lineWidth, suppress, floatMode, sign, newNanStr, infStr);
  }

  /** These options with another {@link #infStr}. */
  public PrintOptions withInfStr(String newInfStr) {
    return new PrintOptions(
        precision, threshold, edgeItems, lineWidth, suppress, floatMode, sign, nanStr, newInfStr);
  }
}
