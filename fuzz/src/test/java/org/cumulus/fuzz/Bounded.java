package org.cumulus.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Runs a reader, and fails if it takes more than its input justifies. */
public final class Bounded {
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** For buffers, and for what the fuzzer itself does in the thread. */
  private static final long CONSTANT_BYTES = 32 << 20;

  /**
   * An empty list of a literal is three characters, and some small objects until it is in an array.
   */
  private static final long BYTES_PER_BYTE = 256;

  private static final long MOST_NANOS = 5_000_000_000L;

  private Bounded() {}

  /** A reader under test. */
  @FunctionalInterface
  public interface Reading {
    /** Reads. */
    void run() throws Exception;
  }

  /**
   * Runs a reader.
   *
   * @param reading can be run again: the first run may also load classes, which is not its fault
   */
  public static void run(int inputBytes, Reading reading) throws Exception {
    String complaint = complaint(inputBytes, reading);
    if (complaint != null) {
      complaint = complaint(inputBytes, reading);
    }
    if (complaint != null) {
      throw new AssertionError(inputBytes + " bytes of input made it " + complaint);
    }
  }

  private static @Nullable String complaint(int inputBytes, Reading reading) throws Exception {
    long bytes = THREAD.getCurrentThreadAllocatedBytes();
    long nanos = THREAD.getCurrentThreadCpuTime();
    reading.run();
    bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
    nanos = THREAD.getCurrentThreadCpuTime() - nanos;
    if (bytes > CONSTANT_BYTES + BYTES_PER_BYTE * inputBytes) {
      return "allocate " + bytes;
    }
    return nanos > MOST_NANOS ? "take " + nanos / 1e9 + " s" : null;
  }
}
