package org.cumulus.cli.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cumulus.cli.table.rows.Batch;

/** Rows of JSON Lines: new members stand before the last brace. */
final class JsonSink extends ByteSink {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[][] names;
  private int next;
  private boolean isFirst;

  JsonSink(OutputStream out, List<String> names) {
    super(out, new byte[] {'\n'});
    this.names = names.stream().map(JsonSink::member).toArray(byte[][]::new);
  }

  private static byte[] member(String name) {
    char[] escaped = JsonStringEncoder.getInstance().quoteAsString(name);
    return ("\"" + new String(escaped) + "\":").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void begin(Batch batch, int row) throws IOException {
    super.begin(batch, row);
    next = 0;
    isFirst = endsWith((byte) '{');
  }

  private void member() {
    if (!isFirst) {
      add((byte) ',');
    }
    isFirst = false;
    byte[] name = names[next++];
    add(name, 0, name.length);
  }

  @Override
  public void number(byte[] text, int size) {
    member();
    byte last = text[size - 1];
    boolean isNumber = last >= '0' && last <= '9'; // JSON has no inf, no nan, no decimal comma.
    for (int i = 0; i < size; i++) {
      isNumber &= text[i] != ',';
    }
    if (!isNumber) {
      add((byte) '"');
    }
    add(text, 0, size);
    if (!isNumber) {
      add((byte) '"');
    }
  }

  @Override
  public void cell(byte[] text, int size) {
    member();
    add(text, 0, size);
  }

  @Override
  public void nothing() {
    member();
    add(NULL, 0, NULL.length);
  }
}
