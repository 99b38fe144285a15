package org.cumulus.cli.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.cumulus.cli.table.rows.Batch;
import org.cumulus.cli.table.rows.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Batches of rows that a thread of its own reads while those before are worked on. The same few
 * batches go round.
 */
final class BatchQueue implements Closeable {
  private static final int BATCHES = 4;

  private final RowReader reader;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BATCHES + 1);
  private final Thread thread;
  private @Nullable Batch current;
  private boolean isOver;

  /** What the reader has to say: a batch, maybe the last one, or why there is none. */
  private record Step(@Nullable Batch batch, boolean isLast, @Nullable Throwable failure) {}

  /**
   * Begins to read.
   *
   * @param width how many cells of each row are wanted
   */
  BatchQueue(RowReader reader, int width) {
    this.reader = reader;
    for (int i = 0; i < BATCHES; i++) {
      free.add(RowReader.batch(width));
    }
    thread = Thread.ofPlatform().name("cumulus-reader").daemon().start(this::read);
  }

  private void read() {
    try {
      boolean isMore = true;
      while (isMore) {
        Batch batch = free.take();
        isMore = reader.fill(batch);
        steps.put(new Step(batch, !isMore, null));
      }
    } catch (InterruptedException unwanted) {
      return;
    } catch (IOException | RuntimeException | Error failure) {
      steps.add(new Step(null, true, failure)); // There is room for one more than the batches.
    }
  }

  /**
   * The next batch, which is valid until this is called again; null if there is none.
   *
   * @throws IOException if the input cannot be read, or a row is wrong
   */
  @Nullable Batch next() throws IOException {
    if (current != null) {
      free.add(current);
      current = null;
    }
    if (isOver) {
      return null;
    }
    Step step;
    try {
      step = steps.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    isOver = step.isLast();
    switch (step.failure()) {
      case null -> {}
      case IOException failure -> throw failure;
      case Error failure -> throw failure;
      case Throwable failure -> throw new IllegalStateException(failure);
    }
    current = step.batch();
    return current;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
