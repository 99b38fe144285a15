package org.cumulus.cli.files;

import java.io.IOException;

/** Remembers how far a pass has come. */
public interface Checkpoints {
  /** Remembers nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean areTaken() {
          return false;
        }

        @Override
        public boolean areDue() {
          return false;
        }

        @Override
        public void take(long done, byte[] snapshot, long sum) {}
      };

  /** Whether any is ever taken, and so what is written has to be known again. */
  boolean areTaken();

  /** Whether it is time for the next one. */
  boolean areDue();

  /**
   * Takes one.
   *
   * @param done how many chunks are on the disk
   * @param snapshot what the next chunk needs to know of them
   * @param sum their checksum
   */
  void take(long done, byte[] snapshot, long sum) throws IOException;
}
