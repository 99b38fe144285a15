package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What streams promise beside their values. */
class ScanStreamTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  @Test
  void goesOnWhereItStopped() {
    ScanStream stream = SUM.stream(DType.FLOAT64);
    assertEquals("0.0", stream.total().toString());
    assertEquals("[1. 3. 6.]", stream.feed(new double[] {1, 2, 3}).toString());
    assertEquals("[]", stream.feed(new double[0]).toString());
    assertEquals("[10.]", stream.feed(List.of(4.0)).toString());
    assertEquals("10.0", stream.total().toString());
    assertEquals(4, stream.position());
    assertEquals("[15. 21.]", SUM.resume(stream.snapshot()).feed(new int[] {5, 6}).toString());
  }

  @Test
  void flattensWithoutAnAxis() {
    ScanStream stream = SUM.stream(DType.INT32);
    assertEquals("[1 3 6]", stream.feed(new int[] {1, 2, 3}).toString());
    assertEquals("[ 7  8  9 10]", stream.feed(new int[][] {{1, 1}, {1, 1}}).toString());
    assertEquals("[12]", stream.feed(2).toString());
    NDArray turned = NDArray.of(new int[][] {{1, 2}, {3, 4}}).transpose();
    assertEquals("[13 16 18 22]", stream.feed(turned).toString());
    assertEquals(DType.INT64, stream.total().dtype());
  }

  @Test
  void startsAndLeavesOut() {
    ScanStream offsets = SUM.exclusive().stream(DType.INT64);
    assertEquals("[0 2]", offsets.feed(new long[] {2, 4}).toString());
    assertEquals("[6]", offsets.feed(new long[] {6}).toString());
    assertEquals("12", offsets.total().toString());
    ScanStream from = SUM.initial(100).includeInitial().stream(DType.INT64);
    assertEquals("[100]", from.feed(new long[0]).toString());
    assertEquals("[102]", from.feed(new long[] {2}).toString());
    ScanStream resumed = SUM.initial(100).includeInitial().resume(from.snapshot());
    assertEquals("[106]", resumed.feed(new long[] {4}).toString());
  }

  /** The total of an exclusive stream lies ahead of its results, also in memory they share. */
  @Test
  void exclusiveInPlace() {
    ScanStream stream = SUM.exclusive().stream(DType.INT64);
    long[] line = {1, 2, 3, 4, 5, 6};
    NDArray all = NDArray.wrap(line);
    stream.feed(all, all);
    assertArrayEquals(new long[] {0, 1, 3, 6, 10, 15}, line);
    assertEquals("21", stream.total().toString());
    NDArray half = all.slice("1:");
    stream.feed(all.slice(":-1"), half);
    assertArrayEquals(new long[] {0, 21, 21, 22, 25, 31}, line);
    assertEquals("41", stream.total().toString());
  }

  @Test
  void treatsNaN() {
    double[] first = {1, Double.NaN};
    double[] second = {Double.NaN, 2};
    ScanStream skipping = SUM.nan(NaNPolicy.SKIP).stream(DType.FLOAT64);
    assertEquals("[1. 1.]", skipping.feed(first).toString());
    assertEquals("[1. 3.]", skipping.feed(second).toString());
    ScanStream keeping = SUM.nan(NaNPolicy.KEEP).stream(DType.FLOAT64);
    assertEquals("[ 1. nan]", keeping.feed(first).toString());
    assertEquals("1.0", keeping.total().toString());
    assertEquals("[nan  3.]", keeping.feed(second).toString());
    ScanStream refusing = SUM.nan(NaNPolicy.REFUSE).axis(1).stream(DType.FLOAT64, 1, -1);
    refusing.feed(new double[][] {{1, 2}});
    refused("NaN at index (0, 3)", () -> refusing.feed(new double[][] {{1, Double.NaN}}));
    assertEquals("[[4.]]", refusing.feed(new double[][] {{1}}).toString());
  }

  @Test
  void castsAsApplyDoes() {
    byte[] a = {100, 100};
    ScanStream narrow = SUM.stream(DType.INT8);
    NDArray out = NDArray.zeros(DType.INT8, 2);
    assertSame(out, narrow.feed(a, out));
    assertEquals("[100 -56]", out.toString());
    refused(
        "the stream is scanned in int8, and no output would have it scanned in int64: give the scan"
            + " a dtype",
        () -> narrow.feed(a));
    NDArray wide = NDArray.zeros(DType.FLOAT64, 2);
    refused(
        "the stream is scanned in int8, and an output of float64 would have it scanned in float64:"
            + " give the scan a dtype",
        () -> narrow.feed(a, wide));
    assertEquals("[0. 0.]", wide.toString());
    ScanStream any = SUM.dtype(DType.FLOAT32).stream(DType.INT8);
    assertEquals("[100. 200.]", any.feed(a).toString());
    assertEquals("[300. 400.]", any.feed(a, wide).toString());
    assertEquals("[-12  88]", any.feed(a, out).toString());
    assertEquals("600.0", any.total().toString());
  }

  @Test
  void complexFromAndToReal() {
    ScanStream widened = SUM.dtype(DType.COMPLEX128).stream(DType.FLOAT64);
    assertEquals("[1.+0.j 3.+0.j]", widened.feed(new double[] {1, 2}).toString());
    NDArray real = NDArray.zeros(DType.FLOAT64, 1);
    assertEquals("[6.]", widened.feed(new double[] {3}, real).toString());
    ScanStream cut = SUM.dtype(DType.FLOAT64).stream(DType.COMPLEX128);
    NDArray complex = NDArray.of(List.of(new Complex(1, 2), new Complex(3, 4)));
    assertEquals("[1. 4.]", cut.feed(complex).toString());
    assertEquals("[5.+0.j 8.+0.j]", cut.feed(complex, complex).toString());
    ScanStream from = SUM.initial(new Complex(1, 7)).stream(DType.COMPLEX128);
    assertEquals("[2.+8.j]", from.feed(List.of(new Complex(1, 1))).toString());
  }

  @Test
  void objectsLeaveEverythingAsItWas() {
    ScanStream stream = SUM.stream(DType.OBJECT);
    assertEquals("[1 3]", stream.feed(List.of(BigInteger.ONE, BigInteger.TWO)).toString());
    NDArray bad = NDArray.of(new Object[] {BigInteger.ONE, "text"}, DType.OBJECT);
    NDArray out = NDArray.zeros(DType.OBJECT, 2);
    assertThrows(RuntimeException.class, () -> stream.feed(bad, out));
    assertEquals("[0 0]", out.toString());
    assertEquals(2, stream.position());
    assertEquals("[8]", stream.feed(List.of(BigInteger.valueOf(5))).toString());
    assertEquals(
        "a snapshot cannot hold objects, which may be of any class",
        assertThrows(UnsupportedOperationException.class, stream::snapshot).getMessage());
    ScanStream offsets = SUM.exclusive().dtype(DType.OBJECT).stream(DType.OBJECT);
    NDArray numbers = NDArray.zeros(DType.INT64, 2);
    assertThrows(RuntimeException.class, () -> offsets.feed(bad, numbers));
    assertEquals("[0 0]", numbers.toString());
    assertEquals(0, offsets.position());
  }

  @Test
  void refusesWhatDoesNotFit() {
    refused(
        "a stream and reverse contradict each other: the scan would begin with the last chunk",
        () -> SUM.reverse().stream(DType.INT64));
    refused(
        "a stream and several axes contradict each other: the scan along the second axis needs all"
            + " chunks",
        () -> SUM.axes(0, 1).stream(DType.INT64, 2, 2));
    refused(
        "a stream of shape (2, 2) needs an axis: without one chunks of any shape are flattened",
        () -> SUM.stream(DType.INT64, 2, 2));
    refused(
        "axis 2 is out of bounds for array of dimension 2",
        () -> SUM.axis(2).stream(DType.INT64, 2, 2));
    assertThrows(IllegalArgumentException.class, () -> SUM.axis(0).stream(DType.INT64, 2, -2));
    refused(
        "a stream of shape (0, 99999999999) has 99999999999 lines, whose carries fit no array",
        () -> SUM.axis(0).stream(DType.INT64, -1, 99_999_999_999L).total());
    ScanStream rows = SUM.axis(0).stream(DType.INT32, -1, 3);
    refused(
        "a chunk of shape (1, 2) does not fit a stream of shape (0, 3), whose axis 0 may have any"
            + " length",
        () -> rows.feed(new int[1][2]));
    refused(
        "a chunk of shape (3,) does not fit a stream of shape (0, 3), whose axis 0 may have any"
            + " length",
        () -> rows.feed(new int[3]));
    refused("a chunk of float64 does not fit a stream of int32", () -> rows.feed(new double[1][3]));
    NDArray out = NDArray.zeros(DType.INT32, 1, 3);
    refused("output array is read-only", () -> rows.feed(new int[1][3], out.asReadOnly()));
    assertThrows(IllegalArgumentException.class, () -> rows.feed(new int[2][3], out));
    assertEquals(0, rows.position());
  }

  @Test
  void damagedSnapshotsAreRefused() {
    for (Order order : Order.values()) {
      Scan scan = SUM.axis(0).order(order);
      ScanStream stream = scan.stream(DType.FLOAT32, -1, 2);
      stream.feed(new float[][] {{1, 2}, {3, 4}, {0.1f, 5}});
      byte[] snapshot = stream.snapshot();
      assertTrue(snapshot.length < (order == Order.EXACT ? 1500 : 300), order + ": too large");
      for (int at = 0; at < snapshot.length; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] damaged = snapshot.clone();
          damaged[at] ^= (byte) (1 << bit);
          assertThrows(
              IllegalArgumentException.class, () -> scan.resume(damaged), order + "@" + at);
        }
        byte[] cut = Arrays.copyOf(snapshot, at);
        assertThrows(IllegalArgumentException.class, () -> scan.resume(cut), order + " cut " + at);
        byte[] longer = Arrays.copyOf(snapshot, snapshot.length + 1 + at);
        assertThrows(IllegalArgumentException.class, () -> scan.resume(longer));
      }
      assertEquals(stream.total().toString(), scan.resume(snapshot).total().toString());
    }
  }

  @Test
  void snapshotsBelongToOneScan() {
    Scan scan = SUM.axis(0).initial(1.5);
    byte[] snapshot = scan.stream(DType.FLOAT64).snapshot();
    scan.parallelism(1).resume(snapshot);
    refused(
        "the snapshot is of a scan with order NUMPY, not BLOCKED",
        () -> scan.order(Order.BLOCKED).resume(snapshot));
    refused(
        "the snapshot is of a scan with axis 0, not none", () -> scan.axis(null).resume(snapshot));
    refused(
        "the snapshot is of a scan with dtype none, not float32",
        () -> scan.dtype(DType.FLOAT32).resume(snapshot));
    refused(
        "the snapshot is of a scan with NaN policy PROPAGATE, not SKIP",
        () -> scan.nan(NaNPolicy.SKIP).resume(snapshot));
    refused(
        "the snapshot is of a scan with overflow policy WRAP, not SATURATE",
        () -> scan.overflow(OverflowPolicy.SATURATE).resume(snapshot));
    refused(
        "the snapshot is of a scan with exclusive false, not true",
        () -> scan.exclusive().resume(snapshot));
    refused(
        "the snapshot is of a scan with include initial false, not true",
        () -> scan.includeInitial().resume(snapshot));
    refused(
        "the snapshot is of a scan with initial value float64 1.5, not float64 1.25",
        () -> scan.initial(1.25).resume(snapshot));
    refused("not a snapshot of a stream", () -> scan.resume(new byte[0]));
  }

  private static void refused(String message, Runnable request) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, request::run).getMessage());
  }
}
