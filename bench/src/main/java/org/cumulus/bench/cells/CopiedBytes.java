package org.cumulus.bench.cells;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * The ceiling of every scan: copying as many bytes as it writes, between arrays that are there
 * already.
 */
public final class CopiedBytes {
  private final byte[] source;
  private final byte[] target;

  CopiedBytes(int bytes) {
    source = new byte[bytes];
    target = new byte[bytes];
  }

  /** Copies everything on the caller's thread. */
  public Object onOneThread() {
    System.arraycopy(source, 0, target, 0, target.length);
    return target;
  }

  /** Copies everything, split evenly over all cores; the caller's thread does one of the parts. */
  public Object onAllCores() {
    int parts = Runtime.getRuntime().availableProcessors();
    ForkJoinTask<?>[] others = new ForkJoinTask<?>[parts - 1];
    for (int part = 1; part < parts; part++) {
      int mine = part;
      others[part - 1] = ForkJoinPool.commonPool().submit(() -> copyPart(mine, parts));
    }
    copyPart(0, parts);
    for (ForkJoinTask<?> other : others) {
      other.join();
    }
    return target;
  }

  private void copyPart(int part, int parts) {
    int from = (int) ((long) target.length * part / parts);
    int to = (int) ((long) target.length * (part + 1) / parts);
    System.arraycopy(source, from, target, from, to - from);
  }
}
