package org.cumulus.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.golden.SplitMix;

/**
 * Random segments of a line, asked for in a random way, and which of them each element belongs to.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RandomSegments(int[] ids, Way way, long[] lengths) {
  enum Way {
    LENGTHS,
    OFFSETS,
    FLAGS,
    SORTED_KEYS,
    KEYS,
    NAMES,
    FLOAT_KEYS
  }

  static RandomSegments random(SplitMix random, int length) {
    Way way = Way.values()[random.below(Way.values().length)];
    int longest = 1 + random.below(random.below(2) == 0 ? 4 : Math.max(1, length));
    List<Long> lengths = new ArrayList<>();
    int[] ids = new int[length];
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, random.below(longest + 1));
      Arrays.fill(ids, done, done + count, lengths.size());
      lengths.add((long) count);
      done += count;
    }
    if (way == Way.KEYS || way == Way.NAMES || way == Way.FLOAT_KEYS) {
      int keys = 1 + random.below(random.below(2) == 0 ? 3 : Math.max(1, length));
      Arrays.setAll(ids, i -> random.below(keys));
    }
    return new RandomSegments(ids, way, lengths.stream().mapToLong(n -> n).toArray());
  }

  Scan of(Scan scan) {
    return switch (way) {
      case LENGTHS -> scan.segmentsByLengths(lengths);
      case OFFSETS -> {
        long[] offsets = LongStream.concat(LongStream.of(0), LongStream.of(lengths)).toArray();
        Arrays.parallelPrefix(offsets, Long::sum);
        yield scan.segmentsByOffsets(offsets);
      }
      case FLAGS -> {
        boolean[] flags = new boolean[ids.length];
        for (int i = 1; i < ids.length; i++) {
          flags[i] = ids[i] != ids[i - 1];
        }
        yield scan.segmentsByFlags(flags);
      }
      case SORTED_KEYS -> scan.segmentsByKey(ids);
      case KEYS -> scan.segmentsByKey(NDArray.of(ids).astype(DType.of(">i8")));
      case NAMES ->
          scan.segmentsByKey(IntStream.of(ids).mapToObj(id -> "key " + id).toArray(String[]::new));
      case FLOAT_KEYS ->
          scan.segmentsByKey(
              IntStream.of(ids).mapToDouble(id -> id == 1 ? Double.NaN : 1e300 * id).toArray());
    };
  }

  /** The elements of each segment, in forward order. */
  List<List<Integer>> elements() {
    Map<Integer, List<Integer>> segments = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      segments.computeIfAbsent(ids[i], _ -> new ArrayList<>()).add(i);
    }
    return new ArrayList<>(segments.values());
  }

  @Override
  public String toString() {
    String text = Arrays.toString(ids);
    return way + " " + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
  }
}
