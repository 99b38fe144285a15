package org.cumulus.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What the log is told of windows, from when this was made until it is closed. */
public final class Told implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Lines appender = new Lines(lines);
  private final Logger logger = (Logger) LogManager.getLogger("org.cumulus.spark");

  public Told() {
    appender.start();
    logger.addAppender(appender);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    logger.removeAppender(appender);
    appender.stop();
  }

  private static final class Lines extends AbstractAppender {
    private final List<String> lines;

    Lines(List<String> lines) {
      super("told", null, null, false, Property.EMPTY_ARRAY);
      this.lines = lines;
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
    }
  }
}
