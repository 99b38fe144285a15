package org.cumulus.cli.table.sort;

/**
 * Sorts pairs of a prefix and a place, by the prefixes, and where these are equal by the places.
 */
final class MergeSort {
  private static final int SHORT = 16;

  /** Compares what stands at two places. */
  @FunctionalInterface
  interface Comparison {
    int compare(long place, long other);
  }

  private final long[] prefixes;
  private final long[] places;
  private final Comparison comparison;
  private final long[] sparePrefixes;
  private final long[] sparePlaces;

  /** A sort of pairs that are in two arrays; the spare ones are as long. */
  MergeSort(
      long[] prefixes,
      long[] places,
      long[] sparePrefixes,
      long[] sparePlaces,
      Comparison comparison) {
    this.prefixes = prefixes;
    this.places = places;
    this.sparePrefixes = sparePrefixes;
    this.sparePlaces = sparePlaces;
    this.comparison = comparison;
  }

  /** Sorts the first so many pairs. */
  void run(int count) {
    sort(0, count);
  }

  private void sort(int from, int to) {
    if (to - from <= SHORT) {
      insert(from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    if (isAfter(middle - 1, prefixes[middle], places[middle])) {
      merge(from, middle, to);
    }
  }

  /** Whether the pair at an index comes after another one. */
  private boolean isAfter(int index, long prefix, long place) {
    return prefixes[index] == prefix
        ? comparison.compare(places[index], place) > 0
        : prefixes[index] > prefix;
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long prefix = prefixes[i];
      long place = places[i];
      int at = i;
      while (at > from && isAfter(at - 1, prefix, place)) {
        prefixes[at] = prefixes[at - 1];
        places[at] = places[at - 1];
        at--;
      }
      prefixes[at] = prefix;
      places[at] = place;
    }
  }

  private void merge(int from, int middle, int to) {
    int length = middle - from;
    System.arraycopy(prefixes, from, sparePrefixes, from, length);
    System.arraycopy(places, from, sparePlaces, from, length);
    int left = from;
    int right = middle;
    int at = from;
    while (left < middle) {
      boolean takesRight =
          right < to
              && (prefixes[right] == sparePrefixes[left]
                  ? comparison.compare(places[right], sparePlaces[left]) < 0
                  : prefixes[right] < sparePrefixes[left]);
      if (takesRight) {
        prefixes[at] = prefixes[right];
        places[at++] = places[right++];
      } else {
        prefixes[at] = sparePrefixes[left];
        places[at++] = sparePlaces[left++];
      }
    }
  }
}
