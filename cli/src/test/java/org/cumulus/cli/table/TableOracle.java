package org.cumulus.cli.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.jspecify.annotations.Nullable;

/**
 * New cells by obvious loops: for each row, over all rows that count for it. A null cell is a null.
 */
final class TableOracle {
  private final List<@Nullable String[]> rows;
  private final boolean isExclusive;
  private final boolean isRange;
  private final NullPolicy nulls;
  private final boolean isFloat;
  private final int value;
  private final int group;
  private final Comparator<@Nullable String[]> order;
  private final int reset;

  /**
   * An oracle.
   *
   * @param rows in their order
   * @param isFloat whether all numbers are doubles, added from left to right
   * @param value the column of numbers
   * @param group the column whose equal cells make groups; -1 for none
   * @param order by which equal rows are peers
   * @param reset the column in which {@code true} starts totals anew; -1 for none
   */
  TableOracle(
      List<@Nullable String[]> rows,
      boolean isExclusive,
      boolean isRange,
      NullPolicy nulls,
      boolean isFloat,
      int value,
      int group,
      Comparator<@Nullable String[]> order,
      int reset) {
    this.rows = rows;
    this.isExclusive = isExclusive;
    this.isRange = isRange;
    this.nulls = nulls;
    this.isFloat = isFloat;
    this.value = value;
    this.group = group;
    this.order = order;
    this.reset = reset;
  }

  private boolean isSameGroup(int i, int k) {
    return group < 0 || Objects.equals(rows.get(i)[group], rows.get(k)[group]);
  }

  private boolean arePeers(int i, int k) {
    return order.compare(rows.get(i), rows.get(k)) == 0;
  }

  /** The rows that count for a row. */
  private List<Integer> frame(int i, boolean isTotal) {
    List<Integer> frame = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      boolean isIn = k <= i;
      if (isTotal && isRange) {
        isIn = isExclusive ? k < i && !arePeers(i, k) : k <= i || arePeers(i, k);
      } else if (isTotal && isExclusive) {
        isIn = k < i;
      }
      if (isIn && isSameGroup(i, k)) {
        frame.add(k);
      }
    }
    if (reset >= 0) {
      for (int at = i; at >= 0; at--) {
        if (isSameGroup(i, at) && "true".equals(rows.get(at)[reset])) {
          int first = at;
          frame.removeIf(k -> k < first);
          break;
        }
      }
    }
    return frame;
  }

  /** The new cell of a row; null for none. */
  @Nullable String cell(int i, FunctionSpec function) {
    FunctionKind kind = function.kind();
    List<Integer> frame = frame(i, kind.isTotal());
    if (kind == FunctionKind.ROW_NUMBER) {
      return "" + frame.size();
    }
    if (kind == FunctionKind.COUNT) {
      return "" + frame.stream().filter(k -> rows.get(k)[value] != null).count();
    }
    if (kind == FunctionKind.LAG) {
      int at = frame.size() - 1 - (int) function.parameter();
      return at < 0 ? null : rows.get(frame.get(at))[value];
    }
    if (nulls == NullPolicy.KEEP && rows.get(i)[value] == null) {
      return null;
    }
    if (nulls == NullPolicy.PROPAGATE && frame.stream().anyMatch(k -> rows.get(k)[value] == null)) {
      return null;
    }
    if (kind == FunctionKind.DELTA) {
      return delta(frame);
    }
    List<Object> values = values(frame);
    return values.isEmpty() ? null : total(kind, values, i);
  }

  private List<Object> values(List<Integer> frame) {
    List<Object> values = new ArrayList<>();
    for (int k : frame) {
      String cell = rows.get(k)[value];
      if (cell != null) {
        Object number = number(cell);
        values.add(isFloat ? (Object) toDouble(cell, number) : number);
      } else if (nulls == NullPolicy.ZERO) {
        values.add(isFloat ? (Object) 0.0 : BigDecimal.ZERO);
      }
    }
    return values;
  }

  private @Nullable String delta(List<Integer> frame) {
    List<Integer> rest = new ArrayList<>(frame);
    if (nulls == NullPolicy.KEEP) {
      rest.removeIf(k -> rows.get(k)[value] == null);
    }
    if (rest.size() < 2) {
      return null;
    }
    List<Object> last = values(rest.subList(rest.size() - 2, rest.size()));
    if (last.size() < 2) {
      return null;
    }
    if (!areFinite(last)) {
      return real(toDouble(last.get(1)) - toDouble(last.get(0)));
    }
    BigDecimal difference = exact(last.get(1)).subtract(exact(last.get(0)));
    return hasDouble(last) ? real(difference.doubleValue()) : difference.toPlainString();
  }

  private String total(FunctionKind kind, List<Object> values, int i) {
    return switch (kind) {
      case SUM -> isFloat ? real(leftToRight(values)) : sum(values);
      case AVG -> isFloat ? real(leftToRight(values) / values.size()) : mean(values);
      case MIN -> text(Collections.min(values, TableOracle::compare));
      case MAX -> text(Collections.max(values, TableOracle::compare));
      case PRODUCT -> product(values);
      case EMA -> {
        double average = toDouble(values.getFirst());
        for (Object next : values.subList(1, values.size())) {
          average = 0.25 * toDouble(next) + (1 - 0.25) * average;
        }
        yield real(average);
      }
      case SHARE -> {
        List<Integer> all = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
          if (isSameGroup(i, k)) {
            all.add(k);
          }
        }
        List<Object> whole = values(all);
        if (!areFinite(whole) || !areFinite(values)) {
          yield "nan";
        }
        yield real(quotient(exactSum(values), exactSum(whole)));
      }
      default -> throw new AssertionError(kind);
    };
  }

  private static double leftToRight(List<Object> values) {
    double sum = toDouble(values.getFirst());
    for (Object next : values.subList(1, values.size())) {
      sum += toDouble(next);
    }
    return sum;
  }

  private static String sum(List<Object> values) {
    if (!areFinite(values)) {
      return real(values.stream().mapToDouble(TableOracle::special).reduce(0, Double::sum));
    }
    BigDecimal sum = exactSum(values);
    return hasDouble(values) ? real(sum.doubleValue()) : sum.toPlainString();
  }

  private static String mean(List<Object> values) {
    if (!areFinite(values)) {
      return sum(values);
    }
    BigDecimal sum = exactSum(values);
    if (hasDouble(values) || sum.scale() == 0) {
      return real(quotient(sum, BigDecimal.valueOf(values.size())));
    }
    BigDecimal mean =
        sum.divide(BigDecimal.valueOf(values.size()), sum.scale() + 4, RoundingMode.HALF_UP);
    while (mean.scale() > sum.scale() && mean.toPlainString().endsWith("0")) {
      mean = mean.setScale(mean.scale() - 1);
    }
    return mean.toPlainString();
  }

  private static String product(List<Object> values) {
    BigDecimal product = BigDecimal.ONE;
    boolean hasDecimals = false;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Double) {
        double rest = i == 0 ? 1 : product.doubleValue();
        for (Object next : values.subList(i, values.size())) {
          rest *= toDouble(next);
        }
        return real(rest);
      }
      product = product.multiply(exact(values.get(i)));
      hasDecimals |= exact(values.get(i)).scale() > 0;
      product =
          hasDecimals && product.precision() > 34 ? product.round(MathContext.DECIMAL128) : product;
      product = product.signum() == 0 && product.scale() > 34 ? product.setScale(34) : product;
    }
    return product.scale() < 0 ? product.toBigInteger().toString() : product.toPlainString();
  }

  /** Rounds by looking at both neighbours. */
  private static double quotient(BigDecimal above, BigDecimal below) {
    if (below.signum() == 0) {
      return above.signum() / 0.0;
    }
    double guess = above.divide(below, MathContext.DECIMAL128).doubleValue();
    double best = guess;
    for (double other : new double[] {Math.nextDown(guess), Math.nextUp(guess)}) {
      BigDecimal error = new BigDecimal(best).multiply(below).subtract(above).abs();
      BigDecimal otherError = new BigDecimal(other).multiply(below).subtract(above).abs();
      int difference = otherError.compareTo(error);
      boolean isEven = (Double.doubleToLongBits(other) & 1) == 0;
      best = difference < 0 || (difference == 0 && isEven) ? other : best;
    }
    return best;
  }

  static Object number(String cell) {
    String text = cell.strip();
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> text.contains("e") ? (Object) Double.valueOf(text) : (Object) new BigDecimal(text);
    };
  }

  /** A double as it is written, of which a zero has a sign. */
  private static double toDouble(String cell, Object number) {
    return number instanceof Double real ? real : Double.parseDouble(cell);
  }

  private static double special(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? number : 0;
  }

  private static double toDouble(Object value) {
    return ((Number) value).doubleValue();
  }

  private static BigDecimal exact(Object value) {
    return value instanceof Double number ? new BigDecimal(number) : (BigDecimal) value;
  }

  private static BigDecimal exactSum(List<Object> values) {
    BigDecimal sum = new BigDecimal(BigInteger.ZERO);
    for (Object value : values) {
      sum = sum.add(exact(value));
    }
    return sum;
  }

  private static boolean hasDouble(List<Object> values) {
    return values.stream().anyMatch(Double.class::isInstance);
  }

  private static boolean areFinite(List<Object> values) {
    return values.stream().allMatch(value -> Double.isFinite(toDouble(value)));
  }

  static int compare(Object a, Object b) {
    boolean areFinite = Double.isFinite(toDouble(a)) && Double.isFinite(toDouble(b));
    boolean areDoubles = a instanceof Double && b instanceof Double;
    return areFinite && !areDoubles
        ? exact(a).compareTo(exact(b))
        : Double.compare(toDouble(a), toDouble(b));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : real((Double) value);
  }

  private static String real(double value) {
    return ArrayFormat.scalar(value, DType.FLOAT64);
  }
}
