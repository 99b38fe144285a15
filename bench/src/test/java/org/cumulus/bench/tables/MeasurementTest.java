package org.cumulus.bench.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cumulus.bench.cells.Cell;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void ratiosAreMediansOfRounds() {
    Measurement measurement = new Measurement(Cell.parse("int64:10:axis0:plain"));
    double[][] rounds = {{10, 20}, {100, 300}, {30, 30}}; // the machine was slow in the second
    for (double[] round : rounds) {
      measurement.add("a", round[0]);
      measurement.add("b", round[1]);
    }
    assertEquals(30, measurement.nanos("a"));
    assertEquals(3, measurement.nanosPerElement("a"));
    assertEquals(2, measurement.ratio("b", "a"));
    assertEquals(Double.NaN, measurement.ratio("c", "a"));
  }
}
