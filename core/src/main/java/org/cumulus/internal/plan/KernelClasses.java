package org.cumulus.internal.plan;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.kernels.ComplexScan;
import org.cumulus.internal.kernels.DoubleComplexScan;
import org.cumulus.internal.kernels.DoubleScan;
import org.cumulus.internal.kernels.FloatComplexScan;
import org.cumulus.internal.kernels.FloatScan;
import org.cumulus.internal.kernels.LongScan;
import org.cumulus.internal.kernels.OperatorScan;
import org.cumulus.internal.kernels.Specialisation;
import org.cumulus.internal.kernels.blocked.BlockedDoubleScan;
import org.cumulus.internal.kernels.blocked.BlockedFloatScan;
import org.cumulus.internal.kernels.blocked.BlockedScan;
import org.cumulus.internal.operations.BoundedOperation;
import org.cumulus.internal.operations.ComplexOperation;
import org.cumulus.internal.operations.CutToWidth;
import org.cumulus.internal.operations.FloatBinaryOperator;
import org.cumulus.internal.operations.Operation;
import org.cumulus.internal.operations.RoundedToFloat;
import org.cumulus.internal.operations.RoundedToHalf;

/**
 * The templates that are classes for operations; apart from all else, as sums need none of this.
 */
final class KernelClasses {
  static final Specialisation<OperatorScan<LongBinaryOperator, long[]>> LONGS =
      new Specialisation<>(LongScan.class, Operation.class);

  static final Specialisation<OperatorScan<FloatBinaryOperator, float[]>> FLOATS =
      new Specialisation<>(FloatScan.class, Operation.class);

  static final Specialisation<OperatorScan<DoubleBinaryOperator, double[]>> DOUBLES =
      new Specialisation<>(DoubleScan.class, Operation.class);

  static final Specialisation<BlockedScan<float[]>> BLOCKED_FLOATS =
      new Specialisation<>(BlockedFloatScan.class, FloatBinaryOperator.class);

  static final Specialisation<BlockedScan<double[]>> BLOCKED_DOUBLES =
      new Specialisation<>(BlockedDoubleScan.class, DoubleBinaryOperator.class);

  static final Specialisation<ComplexScan<float[]>> COMPLEX_FLOATS =
      new Specialisation<>(FloatComplexScan.class, ComplexOperation.class);

  static final Specialisation<ComplexScan<double[]>> COMPLEX_DOUBLES =
      new Specialisation<>(DoubleComplexScan.class, ComplexOperation.class);

  // A function that is called by another one of fixed class would be a call within the loops.
  private static final Specialisation<FloatBinaryOperator> TO_FLOAT =
      new Specialisation<>(RoundedToFloat.class, DoubleBinaryOperator.class);

  private static final Specialisation<FloatBinaryOperator> TO_HALF =
      new Specialisation<>(RoundedToHalf.class, DoubleBinaryOperator.class);

  private static final Specialisation<LongBinaryOperator> TO_WIDTH =
      new Specialisation<>(CutToWidth.class, LongBinaryOperator.class, boolean.class, int.class);

  private static final Specialisation<LongBinaryOperator> WITHIN =
      new Specialisation<>(
          BoundedOperation.Within.class,
          LongBinaryOperator.class,
          Kind.class,
          OverflowPolicy.class);

  private KernelClasses() {}

  static FloatBinaryOperator rounded(DoubleBinaryOperator function, boolean toHalf, boolean pays) {
    FloatBinaryOperator own =
        pays ? (toHalf ? TO_HALF : TO_FLOAT).newInstance(function, function) : null;
    if (own != null) {
      return own;
    }
    return toHalf ? new RoundedToHalf(function) : new RoundedToFloat(function);
  }

  static LongBinaryOperator cutToWidth(
      LongBinaryOperator function, boolean isSigned, int beyond, boolean pays) {
    LongBinaryOperator own =
        pays ? TO_WIDTH.newInstance(function, function, isSigned, beyond) : null;
    return own == null ? new CutToWidth(function, isSigned, beyond) : own;
  }

  static LongBinaryOperator within(
      LongBinaryOperator function, Kind kind, OverflowPolicy policy, boolean pays) {
    LongBinaryOperator own = pays ? WITHIN.newInstance(function, function, kind, policy) : null;
    return own == null ? new BoundedOperation.Within(function, kind, policy) : own;
  }
}
