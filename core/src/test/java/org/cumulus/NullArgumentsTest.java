package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What callers without a null checker are told. */
@SuppressWarnings("NullAway") // It would stop the very mistakes that are made here.
class NullArgumentsTest {
  @Test
  void nullIsNoArray() {
    String message = "null is not a number: expected a number, a boolean, an array or a sequence";
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> NDArray.of(null)).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(null, DType.INT8))
            .getMessage());
  }

  @Test
  void nullIsNoNameOfADtype() {
    assertEquals(
        "name", assertThrows(NullPointerException.class, () -> DType.of(null)).getMessage());
  }

  /** Not by a bare NullPointerException: its message is the name of the parameter. */
  @Test
  void nullIsNoPartOfARequest() {
    Scan sum = Scan.of(Operator.ADD);
    named("operator", () -> Scan.of(null));
    named("operator", () -> Cumulus.accumulate(null, new int[0]));
    named("lengths", () -> sum.segmentsByLengths((long[]) null));
    named("offsets", () -> sum.segmentsByOffsets((long[]) null));
    named("keys", () -> sum.segmentsByKey(null));
    named("flags", () -> sum.segmentsByFlags(null));
    named("axes", () -> sum.axes((int[]) null));
    named("policy", () -> sum.nan(null));
    named("policy", () -> sum.overflow(null));
    named("order", () -> sum.order(null));
    named("out", () -> sum.apply(new int[0], null));
    named("input", () -> sum.stream(null));
    named("shape", () -> sum.stream(DType.INT8, (long[]) null));
    named("snapshot", () -> sum.resume(null));
    named("out", () -> sum.stream(DType.INT32).feed(new int[0], null));
    named("scan", () -> ScanGatherers.ofDoubles(null));
    named("scan", () -> ScanGatherers.ofLongs(null));
    named("scan", () -> ScanGatherers.ofArrays(null));
    named("function", () -> Operator.ofDoubles(null));
    named("name", () -> Operator.ADD.named(null));
    named("value", () -> Operator.ADD.withIdentity(null));
    named("value", () -> sum.initial(null));
  }

  private static void named(String parameter, Executable call) {
    assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
  }
}
