package org.cumulus.bench.cells;

import java.lang.foreign.MemorySegment;
import org.cumulus.DType;
import org.cumulus.NDArray;

/**
 * The elements of the inputs. Whole numbers are a fixed sequence that wanders around zero, so that
 * no sum overflows.
 */
final class Values {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Values() {}

  /** An array in C order on the heap. */
  static NDArray array(DType dtype, DataKind data, long... shape) {
    int size = 1;
    for (long length : shape) {
      size = Math.multiplyExact(size, Math.toIntExact(length));
    }
    return switch (dtype.kind()) {
      case FLOAT64 -> NDArray.wrap(data.doubles(size, dtype), shape);
      case FLOAT16, FLOAT32 -> NDArray.wrap(data.doubles(size, dtype), shape).astype(dtype);
      case COMPLEX64, COMPLEX128 -> {
        MemorySegment parts = MemorySegment.ofArray(data.doubles(2 * size, dtype));
        NDArray wide = NDArray.wrap(parts, DType.COMPLEX128, shape);
        yield dtype.equals(DType.COMPLEX128) ? wide : wide.astype(dtype);
      }
      case BOOL -> NDArray.wrap(longs(size, 2, 0), shape).astype(dtype);
      case UINT8, UINT16, UINT32, UINT64 -> NDArray.wrap(longs(size, 201, 0), shape).astype(dtype);
      default -> NDArray.wrap(longs(size, 201, -100), shape).astype(dtype);
    };
  }

  private static long[] longs(int size, int range, int from) {
    long[] values = new long[size];
    for (int index = 0; index < size; index++) {
      values[index] = ((index * GOLDEN_RATIO) >>> 40) % range + from;
    }
    return values;
  }

  /** Hundredths from -1 to 1. */
  static double[] periodic(int size) {
    double[] values = new double[size];
    for (int index = 0; index < size; index++) {
      values[index] = (((index * GOLDEN_RATIO) >>> 40) % 201 - 100) * 0.01;
    }
    return values;
  }
}
