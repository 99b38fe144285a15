package org.cumulus.internal.plan;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.kernels.DoubleComplexScan;
import org.cumulus.internal.kernels.FloatComplexScan;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.LogSumExp;
import org.cumulus.internal.kernels.PlainDoubleScan;
import org.cumulus.internal.kernels.PlainFloatScan;
import org.cumulus.internal.kernels.PlainLongScan;
import org.cumulus.internal.kernels.ReferenceScan;
import org.cumulus.internal.kernels.Specialisation;
import org.cumulus.internal.kernels.Sums;
import org.cumulus.internal.kernels.blocked.BlockedDoubleScan;
import org.cumulus.internal.kernels.blocked.BlockedDoubleSum;
import org.cumulus.internal.kernels.blocked.BlockedFloatScan;
import org.cumulus.internal.kernels.blocked.BlockedFloatSum;
import org.cumulus.internal.kernels.exact.ExactScan;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.operations.Accumulation;
import org.cumulus.internal.operations.Arithmetic;
import org.cumulus.internal.operations.BoundedOperation;
import org.cumulus.internal.operations.BoundedRecurrence;
import org.cumulus.internal.operations.ComplexOperation;
import org.cumulus.internal.operations.DoubleOperation;
import org.cumulus.internal.operations.FloatBinaryOperator;
import org.cumulus.internal.operations.FloatOperation;
import org.cumulus.internal.operations.HalfOperation;
import org.cumulus.internal.operations.LongOperation;
import org.cumulus.internal.operations.ObjectOperations;
import org.cumulus.internal.operations.Operation;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/** Which kernel does what a {@link Rule} says. */
public final class Kernels {
  private Kernels() {}

  /**
   * The kernel for a scan of elements or objects. Sums of complex numbers are those of their parts;
   * for all else with them the parts must be alternating lanes.
   *
   * @param type the dtype of the arithmetic
   * @param elements how many there are
   */
  public static Kernel<?, ?> of(Rule rule, DType type, long elements) {
    if (rule.arithmetic() == Accumulation.LOGCUMSUMEXP) {
      return LogSumExp.INSTANCE;
    }
    boolean adds = rule.arithmetic() == Ufunc.ADD;
    if (type.kind().isComplex() && !adds) {
      return ofPairs(rule.arithmetic(), type.kind(), elements);
    }
    Kind kind = Parts.partType(type).kind();
    if (adds && kind.isFloat() && rule.order() != Order.NUMPY) {
      return rule.order() == Order.EXACT ? exactSum(kind) : blockedSum(kind);
    }
    return switch (Carrier.of(kind)) {
      case LONG ->
          adds && kind != Kind.TIMEDELTA64 && bounded(rule, kind) == null
              ? Sums.OF_LONGS
              : ofLongs(rule, type, elements);
      case FLOAT -> adds && kind == Kind.FLOAT32 ? Sums.OF_FLOATS : ofFloats(rule, kind, elements);
      case DOUBLE -> adds ? Sums.OF_DOUBLES : ofDoubles(rule, elements);
      case REFERENCE -> ofObjects(rule.arithmetic());
    };
  }

  private static Kernel<?, ?> exactSum(Kind kind) {
    return kind == Kind.FLOAT64 ? ExactScan.DOUBLE : ExactScan.NARROW;
  }

  private static Kernel<?, ?> blockedSum(Kind kind) {
    return kind == Kind.FLOAT64 ? BlockedDoubleSum.INSTANCE : BlockedFloatSum.INSTANCE;
  }

  /** The operation that stays within the range of a dtype; null if that is not asked for. */
  static @Nullable BoundedOperation bounded(Rule rule, Kind kind) {
    return switch (rule.arithmetic()) {
      case Ufunc ufunc -> BoundedOperation.of(ufunc, kind, rule.overflow());
      case Recurrence recurrence -> BoundedRecurrence.of(recurrence, kind, rule.overflow());
      case UserFunction _, Accumulation _ -> null;
    };
  }

  private static Kernel<?, ?> ofLongs(Rule rule, DType type, long elements) {
    BoundedOperation bounded = bounded(rule, type.kind());
    return switch (rule.arithmetic()) {
      case Ufunc ufunc -> ofLongs(LongOperation.of(ufunc, type.kind()).within(bounded), elements);
      case Recurrence recurrence -> ofLongs(recurrence.onLongs().within(bounded), elements);
      case UserFunction.OfLongs(LongBinaryOperator function) -> {
        boolean pays = Specialisation.isWorthwhile(function, elements);
        int beyond = Long.SIZE - type.itemSize() * Byte.SIZE;
        LongBinaryOperator cut =
            beyond == 0
                ? function
                : rule.overflow() == OverflowPolicy.WRAP
                    ? KernelClasses.cutToWidth(
                        function, type.kind().isSignedInteger(), beyond, pays)
                    : KernelClasses.within(function, type.kind(), rule.overflow(), pays);
        yield specialised(
            KernelClasses.LONGS, cut, of(Carrier.LONG, cut), pays, PlainLongScan::new);
      }
      case UserFunction _, Accumulation _ -> throw refusal(type.kind());
    };
  }

  private static Kernel<?, ?> ofLongs(
      Operation<LongBinaryOperator, long[]> operation, long elements) {
    boolean pays = Specialisation.isWorthwhile(operation.function(), elements);
    return specialised(
        KernelClasses.LONGS, operation.function(), operation, pays, PlainLongScan::new);
  }

  private static Kernel<?, ?> ofFloats(Rule rule, Kind kind, long elements) {
    boolean isBlocked = rule.order() == Order.BLOCKED;
    Operation<FloatBinaryOperator, float[]> operation;
    boolean pays;
    switch (rule.arithmetic()) {
      case Ufunc ufunc -> {
        // In the order BLOCKED halves are floats until they are stored.
        boolean areHalves = kind == Kind.FLOAT16 && !isBlocked;
        operation = areHalves ? HalfOperation.of(ufunc) : FloatOperation.of(ufunc);
        pays = Specialisation.isWorthwhile(operation.function(), elements);
      }
      case Recurrence recurrence -> {
        operation = recurrence.onFloats(kind);
        pays = Specialisation.isWorthwhile(operation.function(), elements);
      }
      case UserFunction.OfDoubles(DoubleBinaryOperator function) -> {
        pays = Specialisation.isWorthwhile(function, elements);
        boolean toHalf = kind == Kind.FLOAT16 && !isBlocked;
        operation = of(Carrier.FLOAT, KernelClasses.rounded(function, toHalf, pays));
      }
      case UserFunction _, Accumulation _ -> throw refusal(kind);
    }
    FloatBinaryOperator function = operation.function();
    return isBlocked && !operation.isRegroupable()
        ? specialised(KernelClasses.BLOCKED_FLOATS, function, function, pays, BlockedFloatScan::new)
        : specialised(KernelClasses.FLOATS, function, operation, pays, PlainFloatScan::new);
  }

  private static Kernel<?, ?> ofDoubles(Rule rule, long elements) {
    Operation<DoubleBinaryOperator, double[]> operation =
        switch (rule.arithmetic()) {
          case Ufunc ufunc -> DoubleOperation.of(ufunc);
          case UserFunction.OfDoubles(DoubleBinaryOperator function) ->
              of(Carrier.DOUBLE, function);
          case Recurrence recurrence -> recurrence.onDoubles();
          case UserFunction _, Accumulation _ -> throw refusal(Kind.FLOAT64);
        };
    DoubleBinaryOperator function = operation.function();
    boolean pays = Specialisation.isWorthwhile(function, elements);
    return rule.order() == Order.BLOCKED && !operation.isRegroupable()
        ? specialised(
            KernelClasses.BLOCKED_DOUBLES, function, function, pays, BlockedDoubleScan::new)
        : specialised(KernelClasses.DOUBLES, function, operation, pays, PlainDoubleScan::new);
  }

  private static Kernel<?, ?> ofPairs(Arithmetic arithmetic, Kind kind, long elements) {
    if (!(arithmetic instanceof Ufunc ufunc)) {
      throw refusal(kind);
    }
    ComplexOperation operation = ComplexOperation.of(ufunc);
    boolean pays = Specialisation.isWorthwhile(operation, elements);
    return kind == Kind.COMPLEX64
        ? specialised(
            KernelClasses.COMPLEX_FLOATS, operation, operation, pays, FloatComplexScan::new)
        : specialised(
            KernelClasses.COMPLEX_DOUBLES, operation, operation, pays, DoubleComplexScan::new);
  }

  private static Kernel<?, ?> ofObjects(Arithmetic arithmetic) {
    BinaryOperator<@Nullable Object> function =
        switch (arithmetic) {
          case Ufunc ufunc -> ObjectOperations.of(ufunc);
          case UserFunction.OfObjects(BinaryOperator<@Nullable Object> own) -> own;
          case UserFunction _, Recurrence _, Accumulation _ -> throw refusal(Kind.OBJECT);
        };
    return new ReferenceScan(of(Carrier.REFERENCE, function));
  }

  /** An operation of which nothing is known. */
  private static <F, A> Operation<F, A> of(Carrier carrier, F function) {
    return new Operation<>(carrier, function, null, false, false, null);
  }

  /** A kernel of the class that is made for a function's class, or a plain one. */
  private static <K, P> K specialised(
      Specialisation<K> template,
      Object function,
      P parameter,
      boolean pays,
      Function<P, ? extends K> plain) {
    K kernel = pays ? template.newInstance(function, parameter) : null;
    return kernel == null ? plain.apply(parameter) : kernel;
  }

  private static IllegalArgumentException refusal(Kind kind) {
    return new IllegalArgumentException("the operator's function is not one on " + kind);
  }
}
