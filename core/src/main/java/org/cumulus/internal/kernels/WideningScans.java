package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/** The scans of narrow elements as they stand: one for each kind of input. */
public final class WideningScans {
  private static final Family INT8 = new Family(Int8Scan.class, new Int8Scan(Sums.OF_LONGS));
  private static final Family UINT8 = new Family(Uint8Scan.class, new Uint8Scan(Sums.OF_LONGS));
  private static final Family INT16 = new Family(Int16Scan.class, new Int16Scan(Sums.OF_LONGS));
  private static final Family UINT16 = new Family(Uint16Scan.class, new Uint16Scan(Sums.OF_LONGS));
  private static final Family INT32 = new Family(Int32Scan.class, new Int32Scan(Sums.OF_LONGS));
  private static final Family UINT32 = new Family(Uint32Scan.class, new Uint32Scan(Sums.OF_LONGS));
  private static final Family BOOL = new Family(BoolScan.class, new BoolScan(Sums.OF_LONGS));
  private static final Family BOOLEANS =
      new Family(BooleanScan.class, new BooleanScan(Sums.OF_LONGS));

  private static final Family INT16_TRUTH =
      new Family(Int16TruthScan.class, new Int16TruthScan(Sums.OF_LONGS));
  private static final Family INT32_TRUTH =
      new Family(Int32TruthScan.class, new Int32TruthScan(Sums.OF_LONGS));
  private static final Family INT64_TRUTH =
      new Family(Int64TruthScan.class, new Int64TruthScan(Sums.OF_LONGS));
  private static final Family FLOAT16_TRUTH =
      new Family(Float16TruthScan.class, new Float16TruthScan(Sums.OF_LONGS));
  private static final Family FLOAT32_TRUTH =
      new Family(Float32TruthScan.class, new Float32TruthScan(Sums.OF_LONGS));
  private static final Family FLOAT64_TRUTH =
      new Family(Float64TruthScan.class, new Float64TruthScan(Sums.OF_LONGS));

  private WideningScans() {}

  /**
   * The scan of elements that stand in an array as they are, by the same operation as a scan of
   * carriers; null if there is none.
   */
  public static @Nullable WideningScan<?> of(
      Kind kind, Object array, OperatorScan<LongBinaryOperator, long[]> wide) {
    return switch (kind) {
      case BOOL -> (array instanceof boolean[] ? BOOLEANS : BOOL).of(wide);
      case INT8 -> INT8.of(wide);
      case UINT8 -> UINT8.of(wide);
      case INT16 -> INT16.of(wide);
      case UINT16 -> UINT16.of(wide);
      case INT32 -> INT32.of(wide);
      case UINT32 -> UINT32.of(wide);
      default -> null;
    };
  }

  /** The same of whether elements are true, which all but zeros are. */
  public static @Nullable WideningScan<?> ofTruth(
      Kind kind, Object array, OperatorScan<LongBinaryOperator, long[]> wide) {
    return switch (kind) {
      case BOOL -> of(kind, array, wide);
      case INT8, UINT8 -> BOOL.of(wide);
      case INT16, UINT16 -> INT16_TRUTH.of(wide);
      case INT32, UINT32 -> INT32_TRUTH.of(wide);
      case INT64, UINT64, TIMEDELTA64 -> INT64_TRUTH.of(wide);
      case FLOAT16 -> FLOAT16_TRUTH.of(wide);
      case FLOAT32 -> FLOAT32_TRUTH.of(wide);
      case FLOAT64 -> FLOAT64_TRUTH.of(wide);
      default -> null;
    };
  }

  /** The sum, and the same class defined again for other operations. */
  private static final class Family {
    private final WideningScan<?> sum;
    private final Specialisation<WideningScan<?>> others;

    <T extends WideningScan<?>> Family(Class<T> type, T sum) {
      this.sum = sum;
      others = new Specialisation<>(type, OperatorScan.class);
    }

    @Nullable WideningScan<?> of(OperatorScan<LongBinaryOperator, long[]> wide) {
      if (wide.equals(Sums.OF_LONGS)) {
        return sum;
      }
      // Else the operation has not been used enough to be worth a class.
      boolean hasClass = wide.getClass().isHidden();
      return hasClass ? others.newInstance(wide.function, wide) : null;
    }
  }
}
