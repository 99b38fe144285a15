package org.cumulus.bench.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GridTest {
  @ParameterizedTest
  @EnumSource
  void cellsAreReadAsTheyAreWritten(CellSet set) {
    List<Cell> cells = Grid.of(set);
    assertFalse(cells.isEmpty());
    for (Cell cell : cells) {
      assertEquals(cell, Cell.parse(cell.id()));
    }
  }

  @Test
  void namesHoldWhatIsNotAsUsual() {
    assertEquals("int32:5:axis0:plain", Cell.parse("int32:5:axis0:plain:periodic:add").id());
    assertEquals("float64:5:axis0:plain:ramp", Cell.parse("float64:5:axis0:plain:ramp").id());
    String product = "float64:2x5:axisnone:plain:periodic:multiply";
    assertEquals(product, Cell.parse(product).id());
  }

  @Test
  void overviewShowsNothingThatIsNotInAGroup() {
    Set<Cell> all = new HashSet<>();
    CellSet.GROUPS.forEach(group -> all.addAll(Grid.of(group)));
    assertTrue(all.containsAll(Grid.of(CellSet.OVERVIEW)));
  }

  /** As much as a picture has room for. */
  @ParameterizedTest
  @EnumSource
  void titlesAreShort(CellSet set) {
    assertTrue(set.title().length() <= 42, set.title());
  }

  @Test
  void aNameOfTooFewPartsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Cell.parse("float64:5:axis0"));
  }
}
