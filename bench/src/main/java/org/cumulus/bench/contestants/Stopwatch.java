package org.cumulus.bench.contestants;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Times a call in this JVM. */
final class Stopwatch implements Timed {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Call call;
  private double nanosPerCall = Double.NaN;
  private double bytesPerCall;

  /** Where results go: a field that anybody might read. */
  private volatile Object result = "";

  Stopwatch(Call call) {
    this.call = call;
  }

  @Override
  public double sample(double seconds) {
    double budget = seconds * 1e9;
    if (Double.isNaN(nanosPerCall)) {
      // A first sample is there to warm up: how long a call takes is not known, and will change.
      for (long start = System.nanoTime(); System.nanoTime() - start < budget; ) {
        time(1);
      }
    }
    return time(Math.max(1, (long) (budget / nanosPerCall)));
  }

  private double time(long calls) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    for (long count = 0; count < calls; count++) {
      result = call.run();
    }
    nanosPerCall = (double) (System.nanoTime() - start) / calls;
    bytesPerCall = (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / calls;
    return nanosPerCall;
  }

  @Override
  public double bytesPerCall() {
    return bytesPerCall;
  }

  /** The last result. */
  Object result() {
    return result;
  }
}
