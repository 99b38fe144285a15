package org.cumulus.cli.large;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.cumulus.cli.files.Checkpoints;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.ResumeState;
import org.cumulus.cli.files.Sink;
import org.cumulus.cli.sources.Source;
import org.jspecify.annotations.Nullable;

/**
 * Carries the chunks of a pass from its source to its sink. A few threads do so, each with one
 * chunk at a time and all the way, so that a chunk stays in the caches of one processor while
 * another one is read or written. In order is only what must be: the reading of a stream, work that
 * goes on from the chunk before, and the telling of what is done. Each thread has buffers of its
 * own, so the memory does not depend on the size of the array.
 */
final class Conveyor {
  /** How many threads there are: one more than the processors need, as turns are waited for. */
  static final int THREADS = 3;

  /** How long a thread that may hang on a pipe is waited for once something else has failed. */
  private static final long PATIENCE_MILLIS = 100;

  private final Source source;
  private final Pass pass;
  private final Sink sink;
  private final Checkpoints checkpoints;
  private final LongConsumer progress;
  private final AtomicLong next = new AtomicLong();
  private long sum; // Of whoever has the turn to tell.
  private final Turns reading;
  private final Turns working;
  private final Turns telling;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final AtomicReference<@Nullable Thread> streamReader = new AtomicReference<>();

  /**
   * Puts a pass on the way.
   *
   * @param resumption tells where to begin, and is told how far it has come
   * @param progress is told of the bytes of the source that are done, by one thread at a time
   */
  Conveyor(Source source, Pass pass, Sink sink, ResumeState resumption, LongConsumer progress) {
    this.source = source;
    this.pass = pass;
    this.sink = sink;
    checkpoints = resumption.checkpoints();
    this.progress = progress;
    long first = resumption.reached().done();
    next.set(first);
    sum = resumption.reached().sum();
    reading = new Turns(first);
    working = new Turns(first);
    telling = new Turns(first);
  }

  /**
   * Does all chunks.
   *
   * @return their {@link ChunkSum}, if there are checkpoints
   * @throws FileException if reading or writing fails, with the name of the file
   */
  long run() throws IOException {
    long workers = Math.min(THREADS, pass.schedule().count() - next.get());
    try (Arena arena = Arena.ofShared()) {
      List<Thread> threads = new ArrayList<>();
      for (long i = 0; i < workers; i++) {
        Worker worker = new Worker(arena);
        threads.add(Thread.ofPlatform().name("cumulus-conveyor-" + i).daemon().start(worker::run));
      }
      threads.forEach(this::join);
    }
    throwFailure();
    return sum;
  }

  /** Waits for a thread, but not for one that hangs on a pipe when something has failed. */
  private void join(Thread thread) {
    boolean isInterrupted = false;
    boolean isGivenUp = false;
    while (thread.isAlive() && !isGivenUp) {
      try {
        // A thread that hangs finds its buffers gone, if ever it comes back.
        isGivenUp = failure.get() != null && streamReader.get() == thread;
        thread.join(PATIENCE_MILLIS);
      } catch (InterruptedException later) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(Throwable thrown) {
    failure.compareAndSet(null, thrown);
    reading.stop();
    working.stop();
    telling.stop();
  }

  private void throwFailure() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException unreadable -> throw unreadable;
      case RuntimeException refused -> throw refused;
      case Error fatal -> throw fatal;
      case Throwable other -> throw new IOException(other);
    }
  }

  /** What one thread has, and does. */
  private final class Worker {
    private final MemorySegment in;
    private final MemorySegment out;

    Worker(Arena arena) {
      in = arena.allocate(pass.source().bytes(pass.largestSource()), Long.BYTES);
      out = arena.allocate(pass.target().bytes(pass.largestTarget()), Long.BYTES);
    }

    /**
     * Carries chunks as long as there are any; when something fails, anywhere, all threads stop.
     */
    void run() {
      try {
        long index = next.getAndIncrement();
        while (index < pass.schedule().count() && carry(index)) {
          index = next.getAndIncrement();
        }
      } catch (Throwable thrown) {
        fail(thrown);
      }
    }

    /** Returns whether that was done. */
    private boolean carry(long index) throws IOException, InterruptedException {
      Chunk chunk = pass.schedule().get(index);
      if (source.isSequential()) {
        if (!reading.await(index)) {
          return false;
        }
        streamReader.set(Thread.currentThread());
        read(chunk);
        streamReader.set(null);
        reading.pass();
      } else {
        read(chunk);
      }
      byte[] snapshot = null;
      if (pass.goesOnFromChunkToChunk()) {
        if (!working.await(index)) {
          return false;
        }
        work(chunk);
        snapshot = snapshotIfDue();
        working.pass();
      } else {
        work(chunk);
      }
      long written = write(chunk);
      if (!telling.await(index)) {
        return false;
      }
      sum = ChunkSum.add(sum, written);
      tell(index, chunk, pass.goesOnFromChunkToChunk() ? snapshot : snapshotIfDue());
      telling.pass();
      return true;
    }

    private void read(Chunk chunk) throws IOException {
      Extent extent = pass.source();
      Chunk wanted = pass.sourceOf(chunk);
      long bytes = extent.rowBytes(wanted);
      try {
        for (long row = 0; row < wanted.rows(extent.lines()); row++) {
          source.read(extent.position(wanted, row), in.asSlice(row * bytes, bytes));
        }
      } catch (IOException unread) {
        throw FileException.of(source.name(), unread);
      }
    }

    private void work(Chunk chunk) throws IOException {
      pass.work(
          chunk,
          in.asSlice(0, pass.source().bytes(pass.sourceOf(chunk))),
          out.asSlice(0, pass.target().bytes(pass.targetOf(chunk))));
    }

    private byte @Nullable [] snapshotIfDue() {
      return checkpoints.areDue() ? pass.snapshot() : null;
    }

    /** Returns the checksum of what was written, if it has to be known again. */
    private long write(Chunk chunk) throws IOException {
      Extent extent = pass.target();
      Chunk result = pass.targetOf(chunk);
      long bytes = extent.rowBytes(result);
      try {
        for (long row = 0; row < result.rows(extent.lines()); row++) {
          sink.write(extent.position(result, row), out.asSlice(row * bytes, bytes));
        }
      } catch (IOException unwritten) {
        throw FileException.of(sink.name(), unwritten);
      }
      return checkpoints.areTaken() ? ChunkSum.of(out.asSlice(0, extent.bytes(result))) : 0;
    }

    /** All chunks up to this one are written. */
    private void tell(long index, Chunk chunk, byte @Nullable [] snapshot) throws IOException {
      if (snapshot != null) {
        try {
          sink.force();
          checkpoints.take(index + 1, snapshot, sum);
        } catch (IOException unwritten) {
          throw FileException.of(sink.name(), unwritten);
        }
      }
      progress.accept(pass.source().bytes(pass.sourceOf(chunk)));
    }
  }
}
