package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Scans and streams as text. */
class ScanTextTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  @Test
  void scans() {
    assertText("Scan[add]", SUM);
    assertText("Scan[add]", SUM.axis(null).order(Order.NUMPY).overflow(OverflowPolicy.WRAP));
    assertText("Scan[multiply, axis=-1]", Scan.of(Operator.MULTIPLY).axis(-1));
    assertText("Scan[add, axes=[0, 1]]", SUM.axes(0, 1));
    assertText("Scan[add, axis=0]", SUM.axes(0));
    assertText(
        "Scan[add, axis=1, exclusive, order=EXACT]", SUM.axis(1).exclusive().order(Order.EXACT));
    assertText("Scan[add, dtype=float32]", SUM.dtype(DType.FLOAT32));
    assertText(
        "Scan[add, reverse, includeInitial, initial=2.5, nan=SKIP]",
        SUM.reverse().includeInitial().initial(2.5).nan(NaNPolicy.SKIP));
    assertText(
        "Scan[add, overflow=SATURATE, parallelism=1000]",
        SUM.overflow(OverflowPolicy.SATURATE).parallelism(1000));
    assertText("Scan[add, segments=2 by keys]", SUM.segmentsByKey(List.of("a", "b", "a")));
    assertText("Scan[add, segments=2 by lengths]", SUM.segmentsByLengths(2, 0, 3));
    assertText("Scan[add, segments=2 by offsets]", SUM.segmentsByOffsets(0, 2, 5));
    assertText("Scan[add, segments=1 by flags]", SUM.segmentsByFlags(new boolean[3]));
    assertText("Scan[add, segments=0 by lengths]", SUM.segmentsByLengths());
  }

  @Test
  void streams() {
    ScanStream stream = SUM.stream(DType.FLOAT64);
    assertText("ScanStream[add, input=float64, position=0]", stream);
    stream.feed(new double[] {1, 2, 3, 4});
    assertText("ScanStream[add, input=float64, position=4]", stream);
    assertText("ScanStream[add, input=float64, position=4]", SUM.resume(stream.snapshot()));
    assertText(
        "ScanStream[add, axis=1, exclusive, input=int32, shape=(3, -1), position=0]",
        SUM.axis(1).exclusive().stream(DType.INT32, 3, 7));
  }

  private static void assertText(String expected, Object actual) {
    assertEquals(expected, actual.toString());
  }

  /** What the Javadoc of {@link Extremes} says. */
  @Test
  void extremesAreComparedByTheirArrays() {
    Extremes first = Cumulus.cummax(new int[] {1, 3, 2});
    Extremes second = Cumulus.cummax(new int[] {1, 3, 2});
    assertNotEquals(first, second);
    assertEquals(first, new Extremes(first.values(), first.indices()));
    assertTrue(first.values().contentEquals(second.values()));
    assertTrue(first.indices().contentEquals(second.indices()));
  }
}
