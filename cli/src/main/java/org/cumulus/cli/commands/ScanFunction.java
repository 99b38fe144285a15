package org.cumulus.cli.commands;

import java.util.List;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.jspecify.annotations.Nullable;

/** A function of the scan family as a command: its name, what it does, what it is used for. */
public enum ScanFunction {
  CUMSUM(
      "cumsum",
      "The cumulative sum of an array, as numpy.cumsum gives it.",
      """
        cumulus cumsum '[2, 4, 6]'                      prints [ 2  6 12]
        cumulus cumsum '[[2,4,6],[1,3,5]]' --axis 0     prints [[2 4 6]
                                                                [3 7 11]]
        cumulus cumsum rain.csv -c precipitation        one column of a table
        cumulus cumsum a.npy --axis -1 -o sums.npy      the last axis, to a file
        cumulus cumsum rain.csv -c 2 --plot rain.png    and a picture of it
        cumulus cumsum arrays.npz:winter                one member of an .npz
        cumulus cumsum a.npy --format csv > sums.csv    as text, with all digits
        seq 1 10 | cumulus cumsum -                     what a pipe brings
        cumulus cumsum picture.npy --axis 0,1           a summed-area table
        cumulus cumsum lengths.npy --exclusive          offsets, beginning with 0
        cumulus cumsum a.npy --order exact              each sum correctly rounded
        cumulus cumsum a.npy --overflow checked         refuse sums that overflow
        cumulus cumsum '[2, 4, 6]' --by 7,8,7           prints [2 4 8]
        cumulus cumsum r.csv -c mm --by month           each month by itself
        cumulus cumsum data.npy --offsets indptr.npy    each row of a sparse matrix
      """),
  NANCUMSUM(
      "nancumsum",
      "The cumulative sum with NaN as zero, as numpy.nancumsum gives it.",
      """
        cumulus nancumsum '[1, nan, 2]'                 prints [1. 1. 3.]
        cumulus nancumsum '[1, nan, 2]' --nan keep      prints [ 1. nan  3.]
      """),
  CUMPROD(
      "cumprod",
      "The cumulative product of an array, as numpy.cumprod gives it.",
      """
        cumulus cumprod '[2, 4, 6]'                     prints [ 2  8 48]
        cumulus cumprod '[1.05, 0.98, 1.1]'             growth over some years
        cumulus cumprod sizes.npy --reverse --exclusive strides of an array
      """),
  NANCUMPROD(
      "nancumprod",
      "The cumulative product with NaN as one, as numpy.nancumprod gives it.",
      """
        cumulus nancumprod '[2, nan, 3]'                prints [2. 2. 6.]
      """),
  CUMMAX(
      "cummax",
      "The largest element so far, as numpy.maximum.accumulate gives it.",
      """
        cumulus cummax '[2, 6, 4]'                      prints [2 6 6]
        cumulus cummax '[2, 6, 4]' --indices -          and below them [0 1 1]
        cumulus cummax prices.csv -c close              the record so far
        cumulus cummax prices.csv -c close --reverse    the best that is to come
      """),
  CUMMIN(
      "cummin",
      "The smallest element so far, as numpy.minimum.accumulate gives it.",
      """
        cumulus cummin '[6, 2, 4]'                      prints [6 2 2]
        cumulus cummin a.npy --axis 0 -o lowest.npy     along an axis, to a file
        cumulus cummin a.npy --indices where.npy        and where the lowest are
      """),
  LOGCUMSUMEXP(
      "logcumsumexp",
      "The logarithm of the sum of exp so far, without overflow, as torch.logcumsumexp gives it.",
      """
        cumulus logcumsumexp '[1000, 1000]'             prints [1000.         1000.69314718]
        cumulus logcumsumexp logs.npy --axis 1          along an axis
      """),
  RECURRENCE(
      "recurrence",
      "y[k] = A * y[k - 1] + x[k]: decaying totals, filters, moving averages.",
      """
        cumulus recurrence '[4, 0, 1]' -k 0.5           prints [4. 2. 2.]
        cumulus recurrence '[1, 2]' -k 0.5 --initial 8  prints [5.  4.5]
        cumulus recurrence x.npy -k a.npy --axis 1      a coefficient an element
      """),
  ACCUMULATE(
      "accumulate",
      "Every prefix of an array folded with an operator, as by accumulate of NumPy's ufuncs.",
      """
        cumulus accumulate maximum '[2, 6, 4]'          prints [2 6 6]
        cumulus accumulate logical_and a.npy --axis 1   true up to the first false
        cumulus accumulate bitwise_xor bits.npy         the parity so far
        cumulus accumulate logaddexp logs.npy           log of a sum of exp
      """);

  private final String command;
  private final String header;
  private final String examples;

  ScanFunction(String command, String header, String examples) {
    this.command = command;
    this.header = header;
    this.examples = examples;
  }

  /** The name of the command, which is NumPy's of the function. */
  public String command() {
    return command;
  }

  /** What it does, in a line. */
  String header() {
    return header;
  }

  /** How it is used: a line each. */
  List<String> examples() {
    return examples.lines().toList();
  }

  /** Whether the places of its results in the input can be told. */
  boolean hasIndices() {
    return this == CUMMAX || this == CUMMIN;
  }

  /** The operator; null if the user says which one. */
  @Nullable Operator operator() {
    return switch (this) {
      case CUMSUM, NANCUMSUM -> Operator.ADD;
      case CUMPROD, NANCUMPROD -> Operator.MULTIPLY;
      case CUMMAX -> Operator.MAXIMUM;
      case CUMMIN -> Operator.MINIMUM;
      case LOGCUMSUMEXP -> Operator.LOGCUMSUMEXP;
      case RECURRENCE, ACCUMULATE -> null;
    };
  }

  /** What it does with NaN unless it is told otherwise. */
  NaNPolicy nan() {
    return this == NANCUMSUM || this == NANCUMPROD ? NaNPolicy.SKIP : NaNPolicy.PROPAGATE;
  }

  /** The axis unless another one is given; null for all elements in C order. */
  @Nullable Integer axis() {
    return this == ACCUMULATE ? 0 : null;
  }

  /** The function of a name, or null. */
  public static @Nullable ScanFunction of(String command) {
    for (ScanFunction function : values()) {
      if (function.command.equals(command)) {
        return function;
      }
    }
    return null;
  }
}
