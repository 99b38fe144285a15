package org.cumulus.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What the log has been told of windows since this was made. */
public final class Told implements AutoCloseable {
  private static final Logger LOGGER = (Logger) LogManager.getLogger("org.cumulus.spark");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AbstractAppender appender =
      new AbstractAppender("told", null, null, false, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
      };

  public Told() {
    appender.start();
    LOGGER.addAppender(appender);
    LOGGER.setAdditive(false);
    LOGGER.setLevel(Level.INFO);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    LOGGER.removeAppender(appender);
    LOGGER.setAdditive(true);
    LOGGER.setLevel(null);
    appender.stop();
  }
}
