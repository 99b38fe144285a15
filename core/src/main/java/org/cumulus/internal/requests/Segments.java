package org.cumulus.internal.requests;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.arrays.Export;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a line, each of which is scanned for itself. Lengths, offsets and flags say where
 * they lie; keys say which elements belong together, wherever they are.
 */
public final class Segments implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  /** Who says so, for messages. */
  private final String origin;

  /** Where segments begin, and where the last one ends; none is empty. */
  private final long[] offsets;

  /** Which element comes where if segments are put together; null if they are as they stand. */
  private final int @Nullable [] permutation;

  /** Which element came where when segments were put together; null if they were not. */
  private final int @Nullable [] places;

  private Segments(String origin, long[] offsets, int @Nullable [] permutation) {
    this(origin, offsets, permutation, null);
  }

  private Segments(
      String origin, long[] offsets, int @Nullable [] permutation, int @Nullable [] places) {
    this.origin = origin;
    this.offsets = offsets;
    this.permutation = permutation;
    this.places = places;
  }

  /** How many there are and who says so, such as {@code 3 by keys}. */
  @Override
  public String toString() {
    return offsets.length - 1 + " by " + origin;
  }

  public static Segments ofLengths(long... lengths) {
    long[] offsets = new long[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 0) {
        throw new IllegalArgumentException(
            "the length of segment %d is negative: %d".formatted(i, lengths[i]));
      }
      offsets[i + 1] = offsets[i] + lengths[i];
      if (offsets[i + 1] < 0) {
        throw new IllegalArgumentException("the lengths of segments add up to more than 2^63 - 1");
      }
    }
    return new Segments("lengths", withoutEmpty(offsets), null);
  }

  public static Segments ofOffsets(long... offsets) {
    if (offsets.length == 0) {
      throw new IllegalArgumentException(
          "offsets of segments need at least one, the 0 where the first segment begins");
    }
    if (offsets[0] != 0) {
      throw new IllegalArgumentException(
          "offsets of segments must begin with 0, not " + offsets[0]);
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] < offsets[i - 1]) {
        throw new IllegalArgumentException(
            "offsets of segments must not descend: offset %d is %d, after %d"
                .formatted(i, offsets[i], offsets[i - 1]));
      }
    }
    return new Segments("offsets", withoutEmpty(offsets), null);
  }

  public static Segments ofFlags(Object flags) {
    boolean[] starts = flags(flags);
    long[] offsets = new long[starts.length + 1];
    int count = 0;
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] || i == 0) {
        offsets[count++] = i;
      }
    }
    offsets[count] = starts.length;
    return new Segments("flags", Arrays.copyOf(offsets, count + 1), null);
  }

  private static boolean[] flags(Object flags) {
    View view = ArrayLike.view(flags);
    if (view.dtype().kind() != DType.Kind.BOOL || view.ndim() != 1) {
      throw new IllegalArgumentException(
          "flags of segments must be booleans in one dimension, not %s in %d"
              .formatted(view.dtype(), view.ndim()));
    }
    return (boolean[]) Export.flat(view);
  }

  public static Segments ofKeys(Object keys) {
    return ofNumbers(KeyNumbers.of(keys));
  }

  /** Segments of elements that have the same number; numbers are given out in order. */
  private static Segments ofNumbers(int... numbers) {
    int count = 0;
    boolean areTogether = true;
    for (int i = 0; i < numbers.length; i++) {
      count = Math.max(count, numbers[i] + 1);
      areTogether &= i == 0 || numbers[i] >= numbers[i - 1];
    }
    long[] offsets = new long[count + 1];
    for (int number : numbers) {
      offsets[number + 1]++;
    }
    for (int number = 0; number < count; number++) {
      offsets[number + 1] += offsets[number];
    }
    return new Segments("keys", offsets, areTogether ? null : permutation(numbers, offsets));
  }

  private static int[] permutation(int[] numbers, long[] offsets) {
    int[] next = new int[offsets.length];
    Arrays.setAll(next, number -> (int) offsets[number]);
    int[] permutation = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      permutation[next[numbers[i]]++] = i;
    }
    return permutation;
  }

  private static long[] withoutEmpty(long[] offsets) {
    long[] kept = new long[offsets.length];
    int count = 1;
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] != offsets[i - 1]) {
        kept[count++] = offsets[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Refuses lines of another length. */
  void check(long length) {
    long own = offsets[offsets.length - 1];
    if (own != length) {
      throw new IllegalArgumentException(
          "the %s of segments are those of %d elements, not of %d".formatted(origin, own, length));
    }
  }

  /** Which element comes where if segments are put together; null if they are as they stand. */
  int @Nullable [] permutation() {
    return permutation;
  }

  /** The same segments of elements that are put together. */
  Segments together() {
    return new Segments(origin, offsets, null, permutation);
  }

  /** Where an element of these segments stood before they were put together. */
  long place(long element) {
    return places == null ? element : places[(int) element];
  }

  /** The same offsets of lines that are one element shorter. */
  static long[] withoutLast(long... offsets) {
    int last = offsets.length - 1;
    boolean isAlone = last > 0 && offsets[last] - offsets[last - 1] == 1;
    long[] shorter = Arrays.copyOf(offsets, isAlone ? last : last + 1);
    shorter[shorter.length - 1] = Math.max(0, offsets[last] - 1);
    return shorter;
  }

  /** Where segments begin, and the last one ends, counted in the direction of the scan. */
  long[] offsets(boolean isReverse) {
    if (!isReverse) {
      return offsets;
    }
    int last = offsets.length - 1;
    long[] reversed = new long[offsets.length];
    for (int i = 0; i <= last; i++) {
      reversed[i] = offsets[last] - offsets[last - i];
    }
    return reversed;
  }
}
