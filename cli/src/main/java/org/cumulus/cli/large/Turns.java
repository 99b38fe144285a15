package org.cumulus.cli.large;

/**
 * Lets threads do something with one chunk after the other, in the order of the chunks, each at its
 * turn.
 */
final class Turns {
  private long next;
  private boolean isOver;

  /**
   * Begins.
   *
   * @param first the chunk whose turn is the first
   */
  Turns(long first) {
    next = first;
  }

  /**
   * Waits for the turn of a chunk.
   *
   * @return whether it has come; not if something has failed
   */
  synchronized boolean await(long index) throws InterruptedException {
    while (next != index && !isOver) {
      wait();
    }
    return !isOver;
  }

  /** Ends the turn of a chunk: that of the next one has come. */
  synchronized void pass() {
    next++;
    notifyAll();
  }

  /** Ends all waiting, as something has failed: no turn comes any more. */
  synchronized void stop() {
    isOver = true;
    notifyAll();
  }
}
