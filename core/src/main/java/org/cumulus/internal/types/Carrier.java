package org.cumulus.internal.types;

import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.DType.Kind;

/**
 * The Java type that a scan computes in. Every kind but the complex ones has one carrier that holds
 * all its values: integers, {@code bool} and {@code timedelta64} a {@code long} (of {@code uint64}
 * the bits), {@code float16} and {@code float32} a {@code float}.
 */
public enum Carrier {
  LONG,
  FLOAT,
  DOUBLE,
  REFERENCE;

  public static Carrier of(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMEDELTA64 -> LONG;
      case FLOAT16, FLOAT32 -> FLOAT;
      case FLOAT64 -> DOUBLE;
      case OBJECT -> REFERENCE;
      case COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(kind + " is scanned as two parts");
    };
  }

  /** The dtype whose elements are stored as this carrier has them. */
  public DType dtype() {
    return switch (this) {
      case LONG -> DType.INT64;
      case FLOAT -> DType.FLOAT32;
      case DOUBLE -> DType.FLOAT64;
      case REFERENCE -> DType.OBJECT;
    };
  }

  /** Whether elements of a kind with this carrier are stored as they are computed with. */
  public boolean isRaw(Kind kind) {
    return this == LONG ? Integers.isWhole(kind) : kind != Kind.FLOAT16;
  }

  /** Whether an array holds elements of this carrier. */
  public boolean isArray(Object array) {
    return switch (this) {
      case LONG -> array instanceof long[];
      case FLOAT -> array instanceof float[];
      case DOUBLE -> array instanceof double[];
      case REFERENCE -> array instanceof Object[];
    };
  }

  /** Sets the first elements of an array to the only one of another. */
  public void fill(Object array, int count, Object value) {
    switch (this) {
      case LONG -> Arrays.fill((long[]) array, 0, count, ((long[]) value)[0]);
      case FLOAT -> Arrays.fill((float[]) array, 0, count, ((float[]) value)[0]);
      case DOUBLE -> Arrays.fill((double[]) array, 0, count, ((double[]) value)[0]);
      case REFERENCE -> Arrays.fill((Object[]) array, 0, count, ((Object[]) value)[0]);
    }
  }

  public Object allocate(int length) {
    return switch (this) {
      case LONG -> new long[length];
      case FLOAT -> new float[length];
      case DOUBLE -> new double[length];
      case REFERENCE -> new Object[length];
    };
  }

  /** What {@link #setFlag} has written to a place of an array. */
  public boolean flag(Object array, int at) {
    return switch (this) {
      case LONG -> ((long[]) array)[at] != 0;
      case FLOAT -> ((float[]) array)[at] != 0;
      case DOUBLE -> ((double[]) array)[at] != 0;
      case REFERENCE -> Boolean.TRUE.equals(((Object[]) array)[at]);
    };
  }

  public void setFlag(Object array, int at, boolean flag) {
    switch (this) {
      case LONG -> ((long[]) array)[at] = flag ? 1 : 0;
      case FLOAT -> ((float[]) array)[at] = flag ? 1 : 0;
      case DOUBLE -> ((double[]) array)[at] = flag ? 1 : 0;
      case REFERENCE -> ((Object[]) array)[at] = flag;
    }
  }
}
