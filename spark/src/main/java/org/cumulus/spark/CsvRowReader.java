package org.cumulus.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file below its header, all cells text. A row has as many cells as the header;
 * blank lines are none, but in a table of one column, where they are cells of nothing unless only
 * the end of the file follows.
 */
final class CsvRowReader implements Iterator<Row>, AutoCloseable {
  private final String file;
  private final InputStream in;
  private final CsvRecords records;
  private final List<@Nullable String> header;
  private @Nullable List<@Nullable String> ahead;
  private int blankLines;

  private CsvRowReader(String file, InputStream in, char delimiter) throws IOException {
    this.file = file;
    this.in = in;
    skipMark(in);
    // A decoder that reports what is not UTF-8; any other would change it without a word.
    records =
        new CsvRecords(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), delimiter);
    List<@Nullable String> first = read();
    if (first == null) {
      throw new CsvException(file + " is empty: a CSV table begins with the names of its columns");
    }
    header = first;
    ahead = record();
  }

  /** The rows of a file, which may be compressed as its name says. */
  static CsvRowReader open(Path path, char delimiter, Configuration configuration)
      throws IOException {
    FileSystem system = path.getFileSystem(configuration);
    // Files of checksums, beside local ones, are found by a path that must not hold colons.
    InputStream in =
        (system instanceof LocalFileSystem local ? local.getRawFileSystem() : system).open(path);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    InputStream plain = codec == null ? in : codec.createInputStream(in);
    return new CsvRowReader(
        path.toUri().getPath(), new BufferedInputStream(plain, 1 << 16), delimiter);
  }

  private static void skipMark(InputStream in) throws IOException {
    in.mark(3);
    byte[] start = in.readNBytes(3);
    if (start.length < 3
        || start[0] != (byte) 0xEF
        || start[1] != (byte) 0xBB
        || start[2] != (byte) 0xBF) {
      in.reset();
    }
  }

  /** The names of the columns. */
  List<String> header() {
    return header.stream().map(name -> name == null ? "" : name).toList();
  }

  private @Nullable List<@Nullable String> read() {
    try {
      return records.next();
    } catch (CsvException e) {
      throw e.in(file);
    } catch (CharacterCodingException e) {
      throw new CsvException(
          file
              + ", after line "
              + records.line()
              + ": bytes that are not UTF-8; convert the file, with iconv for instance");
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The next record that is not a blank line; those before it are counted. */
  private @Nullable List<@Nullable String> record() {
    List<@Nullable String> cells = read();
    while (cells != null && cells.size() == 1 && cells.get(0) == null) {
      blankLines++;
      cells = read();
    }
    if (cells != null && cells.size() != header.size()) {
      throw new CsvException(
              records.line(), counted(cells.size()) + ", and the header has " + header.size())
          .in(file);
    }
    if (cells == null || header.size() > 1) {
      blankLines = 0;
    }
    return cells;
  }

  private static String counted(int cells) {
    return cells == 1 ? "1 cell" : cells + " cells";
  }

  @Override
  public boolean hasNext() {
    return blankLines > 0 || ahead != null;
  }

  @Override
  public Row next() {
    if (blankLines > 0) {
      blankLines--;
      return RowFactory.create(new Object[1]);
    }
    List<@Nullable String> cells = ahead;
    if (cells == null) {
      throw new NoSuchElementException();
    }
    ahead = record();
    return RowFactory.create(cells.toArray());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
