package org.cumulus.cli.table.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of JSON Lines: an object in each line. */
public final class JsonRows implements RowSplitter {
  private final JsonFactory json = new JsonFactory();

  /** The number of the wanted cell of each name; -1 - number for names that rows must not have. */
  private final Map<String, Integer> cells = new HashMap<>();

  private final String[] names;
  private final boolean[] areSeen;
  private long line = 1;
  private long rows;

  /**
   * A splitter of rows.
   *
   * @param wanted the names of the members that are wanted
   * @param added the names of new members
   */
  public JsonRows(List<String> wanted, List<String> added) {
    names = wanted.toArray(String[]::new);
    areSeen = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      cells.put(names[i], i);
    }
    for (String name : added) {
      cells.put(name, -1);
    }
  }

  @Override
  public void setLine(long number) {
    line = number;
  }

  @Override
  public int next(Batch batch, int at, boolean isEnd) throws RowException {
    byte[] bytes = batch.bytes();
    int limit = batch.size();
    int from = at;
    long blankLines = 0;
    while (from < limit && isBlank(bytes[from])) {
      blankLines += bytes[from] == '\n' ? 1 : 0;
      from++;
    }
    if (from == limit) {
      return isEnd ? limit : INCOMPLETE;
    }
    int end = from;
    while (end < limit && bytes[end] != '\n') {
      end++;
    }
    if (end == limit && !isEnd) {
      return INCOMPLETE;
    }
    line += blankLines;
    batch.beginRow(at, line);
    for (int i = 0; i < names.length; i++) {
      batch.setCell(i, from, from, Batch.ABSENT);
    }
    int brace = members(batch, from, end);
    int next = Math.min(limit, end + 1);
    batch.endRow(brace, next);
    line++;
    rows++;
    return next;
  }

  @Override
  public void again(Batch batch, int at) throws RowException {
    int _ = next(batch, at, true);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Finds the members of an object; returns where its last brace is. */
  private int members(Batch batch, int from, int end) throws RowException {
    boolean[] isThere = new boolean[names.length];
    try (JsonParser parser = json.createParser(batch.bytes(), from, end - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RowException(
            line, "no JSON object, expected one in each line: {\"name\": value, ...}");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        Integer cell = cells.get(parser.currentName());
        JsonToken token = parser.nextToken();
        if (cell == null) {
          parser.skipChildren();
          continue;
        }
        if (cell < 0 || isThere[cell]) {
          throw new RowException(
              line,
              "a member '%s' %s"
                  .formatted(
                      parser.currentName(),
                      cell < 0 ? "already: give the new one another name, by --as" : "twice"));
        }
        isThere[cell] = true;
        areSeen[cell] = true;
        cell(batch, cell, parser, token, from);
      }
      int brace = from + (int) parser.currentTokenLocation().getByteOffset();
      if (parser.nextToken() != null) {
        throw new RowException(
            line, "something behind the object, expected one object in each line");
      }
      return brace;
    } catch (RowException wrong) {
      throw wrong;
    } catch (JsonProcessingException wrong) {
      throw new RowException(line, "no JSON: " + wrong.getOriginalMessage());
    } catch (IOException impossible) {
      throw new RowException(line, String.valueOf(impossible.getMessage()));
    }
  }

  private static void cell(Batch batch, int cell, JsonParser parser, JsonToken token, int from)
      throws IOException {
    int start = from + (int) parser.currentTokenLocation().getByteOffset();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    parser.skipChildren();
    parser.finishToken();
    int stop = from + (int) parser.currentLocation().getByteOffset();
    if (token == JsonToken.VALUE_STRING) {
      boolean isEscaped = false;
      for (int i = start + 1; i < stop - 1; i++) {
        isEscaped |= batch.bytes()[i] == '\\';
      }
      batch.setCell(cell, start + 1, stop - 1, isEscaped ? Batch.ESCAPED : Batch.QUOTED);
    } else {
      batch.setCell(cell, start, stop, Batch.PLAIN);
    }
  }

  @Override
  public byte[] text(byte[] bytes, int from, int to) {
    try (JsonParser parser = json.createParser(bytes, from - 1, to - from + 2)) {
      JsonToken _ = parser.nextToken();
      return parser.getText().getBytes(StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // It has been parsed before.
    }
  }

  @Override
  public void finish() throws IOException {
    for (int i = 0; i < names.length && rows > 0; i++) {
      if (!areSeen[i]) {
        throw new IOException("no row has a member '" + names[i] + "'");
      }
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(names);
  }
}
