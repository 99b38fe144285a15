package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets the disk have what is written of a file while more is being written, so that little is left
 * to wait for in the end. The system by itself would begin with it too late.
 */
final class Flushing {
  /** So much is written before the disk is asked for it: often enough, and seldom. */
  private static final long STRETCH_BYTES = 128L << 20;

  private final FileChannel channel;
  private final AtomicLong written = new AtomicLong();
  private final AtomicReference<@Nullable Thread> flusher = new AtomicReference<>();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  Flushing(FileChannel channel) {
    this.channel = channel;
  }

  /** So many more bytes have been written, by any thread. */
  void hasWritten(long bytes) {
    long all = written.addAndGet(bytes);
    Thread last = flusher.get();
    boolean isFree = last == null || !last.isAlive();
    if (all / STRETCH_BYTES != (all - bytes) / STRETCH_BYTES && isFree) {
      Thread next = Thread.ofPlatform().name("cumulus-flusher").daemon().unstarted(this::flush);
      if (flusher.compareAndSet(last, next)) {
        next.start();
      }
    }
  }

  private void flush() {
    try {
      channel.force(false);
    } catch (IOException unwritten) {
      failure.compareAndSet(null, unwritten);
    }
  }

  /**
   * Returns when all that was written is on the disk.
   *
   * @throws IOException if anything of it could not be written; the system tells that only once,
   *     and maybe to the thread in the background
   */
  void finish() throws IOException {
    Thread last = flusher.get();
    if (last != null) {
      join(last);
    }
    channel.force(false);
    IOException unwritten = failure.get();
    if (unwritten != null) {
      throw unwritten;
    }
  }

  private static void join(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
