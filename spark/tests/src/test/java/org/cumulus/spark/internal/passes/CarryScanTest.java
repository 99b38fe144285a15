package org.cumulus.spark.internal.passes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver's part: it must bear any number of partitions. */
final class CarryScanTest {
  private static final int PARTITIONS = 20_000;

  /**
   * Some kilobytes are allocated for each partition, and soon forgotten: no code is made for it.
   */
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void manyPartitions(boolean isGrouped, boolean isRange) {
    BoundWindow window = Windows.window(isGrouped, isRange, false);
    byte[] fold = PartitionFold.of(window, Windows.rows(20, 4));
    List<byte[]> folds = new ArrayList<>(IntStream.range(0, 10).mapToObj(i -> fold).toList());
    byte[][] few = CarryScan.of(window, folds);
    while (folds.size() < PARTITIONS) {
      folds.add(fold);
    }
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    byte[][] carries = CarryScan.of(window, folds);
    long bytes = (thread.getCurrentThreadAllocatedBytes() - before) / PARTITIONS;
    assertTrue(bytes < 8192, bytes + " bytes for each partition");
    assertArrayEquals(few[5], carries[PARTITIONS / 2]);
    assertTrue(carries[PARTITIONS - 1].length < 500, carries[PARTITIONS - 1].length + " bytes");
  }
}
