package org.cumulus.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cumulus.internal.memory.Tile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sums of tiles of every shape, dense and with gaps, from one array to another and in place,
 * against the obvious loops; what lies between and around the lines must stay.
 */
final class TileShapesTest {
  /** Places around a tile, and what stands there and must stay. */
  private static final int MARGIN = 5;

  private static final double UNTOUCHED = -7;

  private static final List<Integer> LANES =
      List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17, 23, 24, 25, 31, 32, 33, 63, 64, 65);
  private static final List<Integer> STEPS =
      List.of(1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 15, 16, 17, 31, 33, 63, 64, 65, 300);
  private static final List<Integer> GROUPS = List.of(1, 2, 5, 9);

  enum Carried {
    LONGS,
    FLOATS,
    DOUBLES;

    Kernel<?, ?> kernel() {
      return switch (this) {
        case LONGS -> Sums.OF_LONGS;
        case FLOATS -> Sums.OF_FLOATS;
        case DOUBLES -> Sums.OF_DOUBLES;
      };
    }

    double rounded(double value) {
      return switch (this) {
        case LONGS -> Math.rint(value);
        case FLOATS -> (float) value;
        case DOUBLES -> value;
      };
    }

    Object array(double[] values) {
      Object array = kernel().carrier().allocate(values.length);
      for (int i = 0; i < values.length; i++) {
        switch (this) {
          case LONGS -> Array.setLong(array, i, (long) values[i]);
          case FLOATS -> Array.setFloat(array, i, (float) values[i]);
          case DOUBLES -> Array.setDouble(array, i, values[i]);
        }
      }
      return array;
    }
  }

  /** Where the elements of a tile are in an array: gaps between lanes' rows, and between groups. */
  private record Place(int start, int lanes, int steps, int gap, int groupGap) {
    int stepPitch() {
      return lanes + gap;
    }

    int groupPitch() {
      return steps * stepPitch() + groupGap;
    }

    int at(int group, int step, int lane) {
      return start + group * groupPitch() + step * stepPitch() + lane;
    }

    int length(int groups) {
      return start + groups * groupPitch() + MARGIN;
    }
  }

  @ParameterizedTest
  @EnumSource
  void sumsEachLine(Carried carried) {
    SplittableRandom random = new SplittableRandom(20251201);
    for (int lanes : LANES) {
      for (int steps : STEPS) {
        for (int groups : GROUPS) {
          if (groups * steps * lanes <= 40_000) {
            Place dense = new Place(0, lanes, steps, 0, 0);
            Place later = new Place(MARGIN, lanes, steps, 0, 0);
            Place apart = new Place(2, lanes, steps, 0, 3);
            Place loose = new Place(1, lanes, steps, lanes == 1 ? 0 : 2, 1);
            check(carried, random, groups, dense, dense);
            check(carried, random, groups, later, dense);
            check(carried, random, groups, apart, apart);
            check(carried, random, groups, dense, loose);
            check(carried, random, groups, loose, later);
            checkInPlace(carried, random, groups, dense);
            checkInPlace(carried, random, groups, apart);
          }
        }
      }
    }
  }

  private static void check(
      Carried carried, SplittableRandom random, int groups, Place from, Place to) {
    double[] elements = values(carried, random, from.length(groups));
    double[] results = new double[to.length(groups)];
    Arrays.fill(results, UNTOUCHED);
    check(carried, random, groups, from, to, elements, results, carried.array(results));
  }

  private static void checkInPlace(
      Carried carried, SplittableRandom random, int groups, Place place) {
    double[] elements = values(carried, random, place.length(groups));
    check(carried, random, groups, place, place, elements, elements.clone(), null);
  }

  private static void check(
      Carried carried,
      SplittableRandom random,
      int groups,
      Place from,
      Place to,
      double[] elements,
      double[] expected,
      @Nullable Object out) {
    int lines = groups * from.lanes();
    double[] starts = values(carried, random, lines);
    double[] lasts = new double[lines];
    for (int line = 0; line < lines; line++) {
      double last = starts[line];
      for (int step = 0; step < from.steps(); step++) {
        int group = line / from.lanes();
        int lane = line % from.lanes();
        last = carried.rounded(last + elements[from.at(group, step, lane)]);
        expected[to.at(group, step, lane)] = last;
      }
      lasts[line] = last;
    }
    Object x = carried.array(elements);
    Object y = out == null ? x : out;
    Object carry = carried.array(starts);
    scan(carried.kernel(), x, from, y, to, groups, carry);
    String place = carried + " " + groups + " groups " + from + " -> " + to;
    assertSame(expected, y, place);
    assertSame(lasts, carry, place + ", carries");
  }

  @SuppressWarnings("unchecked") // The arrays are of the kernel's carrier.
  private static <I, A> void scan(
      Kernel<I, A> kernel, Object x, Place from, Object y, Place to, int groups, Object carry) {
    Tile<I> in = new Tile<>((I) x, from.start(), from.groupPitch(), from.stepPitch());
    Tile<A> out = new Tile<>((A) y, to.start(), to.groupPitch(), to.stepPitch());
    kernel.scan(in, out, groups, from.steps(), from.lanes(), (A) carry);
  }

  private static double[] values(Carried carried, SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> carried.rounded(random.nextDouble(-100, 100)))
        .toArray();
  }

  private static void assertSame(double[] expected, Object array, String message) {
    for (int i = 0; i < expected.length; i++) {
      double value = ((Number) Array.get(array, i)).doubleValue();
      if (expected[i] != value) {
        assertEquals(expected[i], value, message + " at " + i);
      }
    }
  }
}
