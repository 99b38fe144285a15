package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells between blanks and tabs, as many as there are; a {@code #} ends the line. */
final class BlankRows implements Rows {
  private final BufferedReader text;
  private long line;

  BlankRows(BufferedReader text) {
    this.text = text;
  }

  @Override
  public @Nullable List<String> next() throws IOException {
    for (String next = text.readLine(); next != null; next = text.readLine()) {
      line++;
      List<String> cells = cells(next);
      if (!cells.isEmpty()) {
        return cells;
      }
    }
    return null;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int comment = line.indexOf('#');
    int end = comment < 0 ? line.length() : comment;
    int start = 0;
    while (start < end) {
      int stop = start;
      while (stop < end && !Character.isWhitespace(line.charAt(stop))) {
        stop++;
      }
      if (stop > start) {
        cells.add(line.substring(start, stop));
      }
      start = stop + 1;
    }
    return cells;
  }

  @Override
  public long line() {
    return line;
  }
}
