package org.cumulus.bench.tables;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Whether Cumulus uses vectors: what it logs when it decides. */
public final class VectorState extends Handler {
  private static final Logger LOGGER = Logger.getLogger("org.cumulus");

  /** There is one, as it is decided once. */
  private static final VectorState STATE = new VectorState();

  private volatile String text = "Not enough was scanned to decide about vectors";

  private VectorState() {
    setLevel(Level.FINE);
  }

  /** Watches out from now on. */
  public static VectorState watch() {
    LOGGER.setLevel(Level.FINE);
    LOGGER.setUseParentHandlers(false);
    LOGGER.removeHandler(STATE);
    LOGGER.addHandler(STATE);
    return STATE;
  }

  /** What was decided so far. */
  public String text() {
    return text;
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getMessage().contains("ectors")) {
      text = entry.getMessage();
    }
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
