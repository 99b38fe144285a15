package org.cumulus.cli.table;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cumulus.cli.table.rows.Beginning;
import org.cumulus.cli.table.rows.Header;

/** Rows of CSV or TSV: new cells stand behind a delimiter, in quotes where they must. */
final class DelimitedSink extends ByteSink {
  private final byte delimiter;

  DelimitedSink(OutputStream out, Beginning beginning) {
    super(out, lineEnd(beginning));
    delimiter = beginning.header().dialect().delimiter();
  }

  /** The line end of the header, or the usual one. */
  private static byte[] lineEnd(Beginning beginning) {
    Header header = beginning.header();
    byte[] end = Arrays.copyOfRange(beginning.raw(), header.content(), header.end());
    return end.length == 0 ? new byte[] {header.dialect().lineFeed()} : end;
  }

  /** Writes what stands before the rows, with the names of the new columns. */
  void header(Beginning beginning, List<String> names) throws ColumnException {
    int content = beginning.header().content();
    raw(beginning.raw(), 0, content);
    for (String name : names) {
      add(delimiter);
      byte[] text = quoted(name, beginning.header().dialect().hasQuotes());
      add(text, 0, text.length);
    }
    raw(beginning.raw(), content, beginning.raw().length);
  }

  private byte[] quoted(String name, boolean hasQuotes) throws ColumnException {
    boolean isPlain =
        name.indexOf((char) delimiter) < 0
            && (!hasQuotes || name.indexOf('"') < 0)
            && name.indexOf('\n') < 0
            && name.indexOf('\r') < 0;
    if (!isPlain && !hasQuotes) {
      throw new ColumnException(
          "the new column '" + name + "' needs quotes: give it another name with --as");
    }
    String text = isPlain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void number(byte[] text, int size) {
    add(delimiter);
    boolean isPlain = true;
    for (int i = 0; i < size; i++) {
      isPlain &= text[i] != delimiter;
    }
    if (isPlain) {
      add(text, 0, size);
    } else {
      add((byte) '"');
      add(text, 0, size);
      add((byte) '"');
    }
  }

  @Override
  public void cell(byte[] text, int size) {
    add(delimiter);
    add(text, 0, size);
  }

  @Override
  public void nothing() {
    add(delimiter);
  }
}
