package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Gatherer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scans in the middle of streams, sequential and parallel. */
class ScanGatherersTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  @Test
  void oneResultForEachElement() {
    Gatherer<Double, ?, Double> sums = ScanGatherers.ofDoubles(SUM);
    assertEquals(List.of(2.0, 6.0, 12.0), Stream.of(2.0, 4.0, 6.0).gather(sums).toList());
    assertEquals(List.of(1.0, 2.0), Stream.of(1.0, 1.0).gather(sums).toList(), "used again");
    assertEquals(List.of(), Stream.<Double>empty().gather(sums).toList());
    assertEquals(
        List.of(0L, 2L, 6L),
        Stream.of(2L, 4L, 6L).gather(ScanGatherers.ofLongs(SUM.exclusive())).toList());
    assertEquals(
        List.of(100L, -56L),
        Stream.of(100L, 100L).gather(ScanGatherers.ofLongs(SUM.dtype(DType.INT8))).toList());
  }

  @Test
  void beginsWithTheInitialValue() {
    Gatherer<Long, ?, Long> sums = ScanGatherers.ofLongs(SUM.initial(7).includeInitial());
    assertEquals(List.of(7L, 8L, 10L), Stream.of(1L, 2L).gather(sums).toList());
    assertEquals(List.of(7L), Stream.<Long>empty().gather(sums).toList());
    assertEquals(List.of(7L), Stream.of(1L).gather(sums).limit(1).toList());
  }

  /** As the results come at once, the sums of an infinite stream have a first. */
  @Test
  void infiniteStream() {
    Stream<Long> sums =
        LongStream.iterate(1, i -> i + 1).boxed().gather(ScanGatherers.ofLongs(SUM));
    assertEquals(5050L, sums.dropWhile(sum -> sum < 5000).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void parallelStream(Order order) {
    int length = 20_000;
    double[] line = IntStream.range(0, length).mapToDouble(i -> 0.1 * (i % 77 - 30)).toArray();
    Scan scan = SUM.order(order);
    double[] expected = (double[]) scan.apply(line).toFlatArray();
    double[] sums =
        DoubleStream.of(line)
            .parallel()
            .boxed()
            .gather(ScanGatherers.ofDoubles(scan))
            .mapToDouble(sum -> sum)
            .toArray();
    assertArrayEquals(expected, sums);
    List<double[]> chunks =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(i -> DoubleStream.of(line).skip(200L * i).limit(200).toArray())
            .gather(ScanGatherers.ofArrays(scan))
            .toList();
    assertArrayEquals(expected, chunks.stream().flatMapToDouble(DoubleStream::of).toArray());
  }

  @Test
  void chunksKeepTheirType() {
    List<float[]> floats =
        Stream.of(new float[] {1, 2}, new float[] {}, new float[] {3})
            .gather(ScanGatherers.ofArrays(SUM.includeInitial()))
            .toList();
    assertArrayEquals(new float[] {0, 1, 3}, floats.get(0));
    assertArrayEquals(new float[] {}, floats.get(1));
    assertArrayEquals(new float[] {6}, floats.get(2));
    List<long[]> longs =
        Stream.of(new long[] {1, 2}, new long[] {3}).gather(ScanGatherers.ofArrays(SUM)).toList();
    assertArrayEquals(new long[] {6}, longs.get(1));
    List<NDArray> arrays =
        Stream.of(new int[][] {{1, 2}, {3, 4}}, new int[][] {{5, 6}})
            .map(NDArray::of)
            .gather(ScanGatherers.ofArrays(SUM.axis(0)))
            .toList();
    assertEquals("[[ 9 12]]", arrays.get(1).toString());
    assertEquals(DType.INT64, arrays.get(1).dtype());
  }

  @Test
  void refusals() {
    assertThrows(IllegalArgumentException.class, () -> ScanGatherers.ofDoubles(SUM.reverse()));
    assertThrows(IllegalArgumentException.class, () -> ScanGatherers.ofLongs(SUM.axis(1)));
    assertThrows(
        IllegalArgumentException.class, () -> ScanGatherers.<NDArray>ofArrays(SUM.axes(0, 1)));
    Stream<String> texts = Stream.of("a").gather(ScanGatherers.ofArrays(SUM));
    assertEquals(
        "cannot scan chunks of java.lang.String: expected NDArray, double[], float[] or long[]",
        assertThrows(IllegalArgumentException.class, texts::toList).getMessage());
  }
}
