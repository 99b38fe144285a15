package org.cumulus.cli.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries the chunks of a pass from its source to its sink: one thread reads, the caller's works,
 * one writes, each on a chunk of its own. A few buffers go round and round, so the memory does not
 * depend on the size of the array.
 */
final class Conveyor {
  /** One to read into, one to work on, one to write, and one so that nobody waits for long. */
  static final int SLOTS = 4;

  /** How long a reader that may hang on a pipe is waited for once something else has failed. */
  private static final long PATIENCE_MILLIS = 100;

  /** The buffers of a chunk on its way. */
  private static final class Slot {
    final MemorySegment in;
    final MemorySegment out;
    byte @Nullable [] snapshot;

    Slot(MemorySegment in, MemorySegment out) {
      this.in = in;
      this.out = out;
    }
  }

  /** A station on the way of the chunks. */
  @FunctionalInterface
  private interface Station {
    void handle(Chunk chunk, Slot slot) throws IOException;
  }

  private final Source source;
  private final Pass pass;
  private final Sink sink;
  private final Checkpoints checkpoints;
  private final LongConsumer progress;
  private final BlockingQueue<Slot> free = new LinkedBlockingQueue<>();
  private final BlockingQueue<Slot> loaded = new LinkedBlockingQueue<>();
  private final BlockingQueue<Slot> worked = new LinkedBlockingQueue<>();
  private final Slot stop = new Slot(MemorySegment.NULL, MemorySegment.NULL);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private long written;

  /**
   * Puts a pass on the way.
   *
   * @param progress is told of the bytes of the source that are done, by the thread that writes
   */
  Conveyor(Source source, Pass pass, Sink sink, Checkpoints checkpoints, LongConsumer progress) {
    this.source = source;
    this.pass = pass;
    this.sink = sink;
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  /**
   * Does all chunks from one on.
   *
   * @throws FileException if reading or writing fails, with the name of the file
   */
  void run(long first) throws IOException {
    written = first;
    try (Arena arena = Arena.ofShared()) {
      for (long i = 0; i < Math.min(SLOTS, pass.schedule().count() - first); i++) {
        free.add(
            new Slot(
                arena.allocate(pass.source().bytes(pass.largestSource()), Long.BYTES),
                arena.allocate(pass.target().bytes(pass.largestTarget()), Long.BYTES)));
      }
      Thread reader = start("reader", () -> pump(first, free, loaded, this::read));
      Thread writer = start("writer", () -> pump(first, worked, free, this::write));
      pump(first, loaded, worked, this::work);
      join(writer, 0);
      // A reader that hangs on a pipe finds its buffers gone, if ever it comes back.
      join(reader, failure.get() == null ? 0 : PATIENCE_MILLIS);
    }
    throwFailure();
  }

  private static Thread start(String name, Runnable task) {
    return Thread.ofPlatform().name("cumulus-" + name).daemon().start(task);
  }

  /** Handles all chunks from one on; when something fails, anywhere, all stations stop. */
  private void pump(long first, BlockingQueue<Slot> from, BlockingQueue<Slot> to, Station station) {
    try {
      for (long index = first; index < pass.schedule().count(); index++) {
        Slot slot = from.take();
        if (slot == stop || failure.get() != null) {
          return;
        }
        station.handle(pass.schedule().get(index), slot);
        to.add(slot);
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
      free.add(stop);
      loaded.add(stop);
      worked.add(stop);
    }
  }

  private void read(Chunk chunk, Slot slot) throws IOException {
    Extent extent = pass.source();
    Chunk wanted = pass.sourceOf(chunk);
    long bytes = extent.rowBytes(wanted);
    try {
      for (long row = 0; row < wanted.rows(extent.lines()); row++) {
        source.read(extent.position(wanted, row), slot.in.asSlice(row * bytes, bytes));
      }
    } catch (IOException unread) {
      throw FileException.of(source.name(), unread);
    }
  }

  private void work(Chunk chunk, Slot slot) throws IOException {
    pass.work(
        chunk,
        slot.in.asSlice(0, pass.source().bytes(pass.sourceOf(chunk))),
        slot.out.asSlice(0, pass.target().bytes(pass.targetOf(chunk))));
    slot.snapshot = checkpoints.areDue() ? pass.snapshot() : null;
  }

  private void write(Chunk chunk, Slot slot) throws IOException {
    Extent extent = pass.target();
    Chunk result = pass.targetOf(chunk);
    long bytes = extent.rowBytes(result);
    try {
      for (long row = 0; row < result.rows(extent.lines()); row++) {
        sink.write(extent.position(result, row), slot.out.asSlice(row * bytes, bytes));
      }
      written++;
      if (slot.snapshot != null) {
        sink.force();
        checkpoints.take(written, slot.snapshot);
      }
    } catch (IOException unwritten) {
      throw FileException.of(sink.name(), unwritten);
    }
    progress.accept(pass.source().bytes(pass.sourceOf(chunk)));
  }

  private static void join(Thread thread, long millis) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join(millis);
        break;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
}
