package org.cumulus.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the log has been told of windows since this was made; log4j2.properties says where. */
public final class Told {
  private static final Path LOG = Path.of("target", "told.log");

  private final int before = all().size();

  public List<String> lines() {
    List<String> all = all();
    return all.subList(before, all.size());
  }

  private static List<String> all() {
    try {
      return Files.readAllLines(LOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
