package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The texts of {@link WideningScan}, one for each kind of input, as the JIT must know how an
 * element is widened.
 */
public final class WideningTexts {
  private static final Text INT8 = new Text(OfBytes.class, new OfBytes(Sums.OF_LONGS));
  private static final Text UINT8 =
      new Text(OfUnsignedBytes.class, new OfUnsignedBytes(Sums.OF_LONGS));
  private static final Text INT16 = new Text(OfShorts.class, new OfShorts(Sums.OF_LONGS));
  private static final Text UINT16 =
      new Text(OfUnsignedShorts.class, new OfUnsignedShorts(Sums.OF_LONGS));
  private static final Text INT32 = new Text(OfInts.class, new OfInts(Sums.OF_LONGS));
  private static final Text UINT32 =
      new Text(OfUnsignedInts.class, new OfUnsignedInts(Sums.OF_LONGS));
  private static final Text BOOL =
      new Text(OfBytesAsBooleans.class, new OfBytesAsBooleans(Sums.OF_LONGS));
  private static final Text BOOLEANS = new Text(OfBooleans.class, new OfBooleans(Sums.OF_LONGS));

  private WideningTexts() {}

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

  /** A text: as it is loaded, and defined again. */
  private static final class Text {
    private final WideningScan<?> sum;
    private final Specialisation<WideningScan<?>> others;

    <T extends WideningScan<?>> Text(Class<T> text, T sum) {
      this.sum = sum;
      others = new Specialisation<>(text, OperatorScan.class);
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

  /** int8. */
  private static final class OfBytes extends WideningScan<byte[]> {
    private static final boolean IS_SUM = !OfBytes.class.isHidden();

    OfBytes(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift]);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i]);
      }
    }
  }

  /** uint8. */
  private static final class OfUnsignedBytes extends WideningScan<byte[]> {
    private static final boolean IS_SUM = !OfUnsignedBytes.class.isHidden();

    OfUnsignedBytes(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift] & 0xFF);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i] & 0xFF);
      }
    }
  }

  /** int16. */
  private static final class OfShorts extends WideningScan<short[]> {
    private static final boolean IS_SUM = !OfShorts.class.isHidden();

    OfShorts(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(short[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift]);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, short[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i]);
      }
    }
  }

  /** uint16. */
  private static final class OfUnsignedShorts extends WideningScan<short[]> {
    private static final boolean IS_SUM = !OfUnsignedShorts.class.isHidden();

    OfUnsignedShorts(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(short[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift] & 0xFFFF);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, short[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i] & 0xFFFF);
      }
    }
  }

  /** int32. */
  private static final class OfInts extends WideningScan<int[]> {
    private static final boolean IS_SUM = !OfInts.class.isHidden();

    OfInts(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(int[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift]);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, int[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i]);
      }
    }
  }

  /** uint32. */
  private static final class OfUnsignedInts extends WideningScan<int[]> {
    private static final boolean IS_SUM = !OfUnsignedInts.class.isHidden();

    OfUnsignedInts(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(int[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift] & 0xFFFF_FFFFL);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, int[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i] & 0xFFFF_FFFFL);
      }
    }
  }

  /** Any byte but zero is true: it carries into the ninth bit. */
  private static final class OfBytesAsBooleans extends WideningScan<byte[]> {
    private static final boolean IS_SUM = !OfBytesAsBooleans.class.isHidden();

    OfBytesAsBooleans(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, ((x[i + shift] & 0xFF) + 0xFF) >>> 8);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], ((x[from + i] & 0xFF) + 0xFF) >>> 8);
      }
    }
  }

  /** True is one. */
  private static final class OfBooleans extends WideningScan<boolean[]> {
    private static final boolean IS_SUM = !OfBooleans.class.isHidden();

    OfBooleans(OperatorScan<LongBinaryOperator, long[]> wide) {
      super(wide);
    }

    private long combine(long a, long b) {
      return IS_SUM ? a + b : function.applyAsLong(a, b);
    }

    @Override
    long row(boolean[] x, int shift, long[] y, int to, int end, long start) {
      long last = start;
      for (int i = to; i < end; i++) {
        last = combine(last, x[i + shift] ? 1 : 0);
        y[i] = last;
      }
      return last;
    }

    @Override
    void combine(long[] before, int at, boolean[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = combine(before[at + i], x[from + i] ? 1 : 0);
      }
    }
  }
}
