package org.cumulus.bench.contestants;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;

/**
 * What can be done along the lines of an array besides summing them.
 *
 * @param name NumPy's, if NumPy has it
 * @param hasBits whether NumPy's results have the same bits
 * @param call from an array and an axis to the result
 */
public record Work(String name, boolean hasBits, BiFunction<NDArray, Integer, Object> call) {
  /** All that can be done with elements of a dtype, the sum first. */
  public static List<Work> of(DType dtype) {
    boolean areFloats = dtype.kind().isFloat();
    List<Work> all = new ArrayList<>();
    for (Operator operator : Operator.UFUNCS) {
      boolean areBits = operator.toString().startsWith("bitwise");
      boolean areLogarithms = operator.equals(Operator.LOGADDEXP);
      if (areFloats ? !areBits : !areLogarithms) {
        all.add(of(operator, !areLogarithms));
      }
    }
    if (areFloats) {
      all.add(of(Operator.LOGCUMSUMEXP, false));
    }
    Object coefficient = areFloats ? (Object) 0.5 : (Object) 3;
    all.add(of(Operator.recurrence(coefficient), false));
    all.add(new Work("cummax", false, Cumulus::cummax));
    all.add(new Work("diff", true, (array, axis) -> Cumulus.diff(array, 1, axis)));
    return all;
  }

  private static Work of(Operator operator, boolean hasBits) {
    Scan scan = Scan.of(operator);
    return new Work(operator.toString(), hasBits, (array, axis) -> scan.axis(axis).apply(array));
  }
}
