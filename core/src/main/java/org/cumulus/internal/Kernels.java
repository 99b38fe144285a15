package org.cumulus.internal;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.Order;
import org.jspecify.annotations.Nullable;

/** Which kernel does what a {@link Rule} says. */
final class Kernels {
  /** The sums are the texts as they are loaded, so that a program that only adds has no others. */
  static final LongScan SUM_OF_LONGS = new LongScan(LongOperation.of(Ufunc.ADD, Kind.INT64));

  private static final FloatScan SUM_OF_FLOATS =
      new FloatScan(FloatOperation.of(Ufunc.ADD, Kind.FLOAT32));

  private static final DoubleScan SUM_OF_DOUBLES = new DoubleScan(DoubleOperation.of(Ufunc.ADD));

  private Kernels() {}

  /**
   * The kernel for a scan of real elements or objects.
   *
   * @param type the dtype of the arithmetic
   * @param elements how many there are
   */
  static Kernel<?, ?> of(Rule rule, DType type, long elements) {
    Kind kind = type.kind();
    if (rule.arithmetic() == Accumulation.LOGCUMSUMEXP) {
      return LogSumExp.INSTANCE;
    }
    boolean adds = rule.arithmetic() == Ufunc.ADD;
    if (adds && kind.isFloat() && rule.order() != Order.NUMPY) {
      return rule.order() == Order.EXACT ? exactSum(kind) : blockedSum(kind);
    }
    return switch (Carrier.of(kind)) {
      case LONG ->
          adds && kind != Kind.TIMEDELTA64
              ? SUM_OF_LONGS
              : ofLongs(rule.arithmetic(), type, elements);
      case FLOAT ->
          adds && kind == Kind.FLOAT32
              ? SUM_OF_FLOATS
              : ofFloats(rule.arithmetic(), kind, elements);
      case DOUBLE -> adds ? SUM_OF_DOUBLES : ofDoubles(rule.arithmetic(), elements);
      case REFERENCE -> ofObjects(rule.arithmetic());
    };
  }

  private static Kernel<?, ?> exactSum(Kind kind) {
    return kind == Kind.FLOAT64 ? ExactSum.DOUBLE : ExactSum.NARROW;
  }

  private static Kernel<?, ?> blockedSum(Kind kind) {
    return kind == Kind.FLOAT64 ? BlockedDoubleSum.INSTANCE : BlockedFloatSum.INSTANCE;
  }

  private static Kernel<?, ?> ofLongs(Arithmetic arithmetic, DType type, long elements) {
    return switch (arithmetic) {
      case Ufunc ufunc -> ofLongs(LongOperation.of(ufunc, type.kind()), elements);
      case Recurrence recurrence -> ofLongs(recurrence.onLongs(), elements);
      case UserFunction.OfLongs(LongBinaryOperator function) -> {
        boolean pays = Specialisation.isWorthwhile(function, elements);
        int beyond = Long.SIZE - type.itemSize() * Byte.SIZE;
        LongBinaryOperator cut =
            beyond == 0
                ? function
                : Texts.cutToWidth(function, type.kind().isSignedInteger(), beyond, pays);
        yield specialised(Texts.LONGS, of(Carrier.LONG, cut), pays, PlainLongScan::new);
      }
      case UserFunction _, Accumulation _ -> throw refusal(type.kind());
    };
  }

  private static Kernel<?, ?> ofLongs(
      Operation<LongBinaryOperator, long[]> operation, long elements) {
    boolean pays = Specialisation.isWorthwhile(operation.function(), elements);
    return specialised(Texts.LONGS, operation, pays, PlainLongScan::new);
  }

  private static Kernel<?, ?> ofFloats(Arithmetic arithmetic, Kind kind, long elements) {
    return switch (arithmetic) {
      case Ufunc ufunc -> ofFloats(FloatOperation.of(ufunc, kind), elements);
      case Recurrence recurrence -> ofFloats(recurrence.onFloats(kind), elements);
      case UserFunction.OfDoubles(DoubleBinaryOperator function) -> {
        boolean pays = Specialisation.isWorthwhile(function, elements);
        FloatBinaryOperator rounded = Texts.rounded(function, kind == Kind.FLOAT16, pays);
        yield specialised(Texts.FLOATS, of(Carrier.FLOAT, rounded), pays, PlainFloatScan::new);
      }
      case UserFunction _, Accumulation _ -> throw refusal(kind);
    };
  }

  private static Kernel<?, ?> ofFloats(
      Operation<FloatBinaryOperator, float[]> operation, long elements) {
    boolean pays = Specialisation.isWorthwhile(operation.function(), elements);
    return specialised(Texts.FLOATS, operation, pays, PlainFloatScan::new);
  }

  private static Kernel<?, ?> ofDoubles(Arithmetic arithmetic, long elements) {
    Operation<DoubleBinaryOperator, double[]> operation =
        switch (arithmetic) {
          case Ufunc ufunc -> DoubleOperation.of(ufunc);
          case UserFunction.OfDoubles(DoubleBinaryOperator function) ->
              of(Carrier.DOUBLE, function);
          case Recurrence recurrence -> recurrence.onDoubles();
          case UserFunction _, Accumulation _ -> throw refusal(Kind.FLOAT64);
        };
    boolean pays = Specialisation.isWorthwhile(operation.function(), elements);
    return specialised(Texts.DOUBLES, operation, pays, PlainDoubleScan::new);
  }

  private static Kernel<?, ?> ofObjects(Arithmetic arithmetic) {
    BinaryOperator<@Nullable Object> function =
        switch (arithmetic) {
          case Ufunc ufunc -> ObjectArithmetic.of(ufunc);
          case UserFunction.OfObjects(BinaryOperator<@Nullable Object> own) -> own;
          case UserFunction _, Recurrence _, Accumulation _ -> throw refusal(Kind.OBJECT);
        };
    return new ReferenceScan(of(Carrier.REFERENCE, function));
  }

  /** An operation of which nothing is known. */
  private static <F, A> Operation<F, A> of(Carrier carrier, F function) {
    return new Operation<>(carrier, function, null, false, false, null);
  }

  private static <F, A> OperatorScan<F, A> specialised(
      Specialisation<OperatorScan<F, A>> text,
      Operation<F, A> operation,
      boolean pays,
      Function<Operation<F, A>, OperatorScan<F, A>> plain) {
    OperatorScan<F, A> scan = pays ? text.newInstance(operation.function(), operation) : null;
    return scan == null ? plain.apply(operation) : scan;
  }

  private static IllegalArgumentException refusal(Kind kind) {
    return new IllegalArgumentException("the operator's function is not one on " + kind);
  }
}
