package org.cumulus.spark.internal.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a partition sends to the driver does not grow with its rows, nor with groups or peers. */
final class PartitionFoldTest {
  @Test
  void bytes() {
    for (boolean isGrouped : new boolean[] {true, false}) {
      for (boolean isRange : new boolean[] {true, false}) {
        BoundWindow window = Windows.window(isGrouped, isRange, false);
        int ofFew = PartitionFold.of(window, Windows.rows(4, 2)).length;
        assertEquals(ofFew, PartitionFold.of(window, Windows.rows(10_000, 1)).length);
        assertEquals(ofFew, PartitionFold.of(window, Windows.rows(10_000, 100)).length);
      }
    }
  }
}
