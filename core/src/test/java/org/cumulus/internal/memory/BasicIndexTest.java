package org.cumulus.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicIndexTest {
  private static final NDArray ARRAY = NDArray.of(new int[][] {{2, 4, 6}, {1, 3, 5}});

  /** In NumPy {@code a[[0, 1]]} are two rows, and {@code a[0, 1]} is an element. */
  @ParameterizedTest
  @ValueSource(strings = {"[0, 1]", "[0]", "[-1,]", " [1, 0] "})
  void aListOfIntegersIsNoIndex(String index) {
    assertEquals(
        "only integers, slices (`:`), ellipsis (`...`) and newaxis are valid indices, lists of"
            + " integers are not: '%s'".formatted(index),
        assertThrows(IllegalArgumentException.class, () -> ARRAY.slice(index)).getMessage());
  }

  @Test
  void bracketsAroundTheWholeIndexDoNoHarm() {
    assertEquals("[4 3]", ARRAY.slice("[:, 1]").toString());
  }
}
