package org.cumulus.cli.output;

/**
 * How far long work has come, for whoever waits for it. Work tells it of bytes as they are done;
 * nothing that it does may make the work fail.
 *
 * <p>All methods may be called from any thread, one at a time.
 */
public interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void advance(long bytes) {}

        @Override
        public void close() {}
      };

  /** Shows how work begins. */
  @FunctionalInterface
  interface Display {
    /**
     * Begins to show work.
     *
     * @param task what is done, in a word or two: "cumsum", "sorting"
     * @param totalBytes how many bytes {@link #advance} will tell of in all; negative if unknown
     */
    Progress start(String task, long totalBytes);
  }

  /** So many more bytes of the input are done. */
  void advance(long bytes);

  /** The work is over, well or not: nothing of it stays on the screen. */
  @Override
  void close();
}
