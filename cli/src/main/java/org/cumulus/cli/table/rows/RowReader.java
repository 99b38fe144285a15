package org.cumulus.cli.table.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads batches of whole rows from a stream of bytes. */
public final class RowReader {
  private static final int CAPACITY = 1 << 18;

  /** A row that is longer is none: most likely a quote is missing. */
  private static final int LONGEST_ROW = 1 << 28;

  private final InputStream in;
  private byte[] rest;
  private int restStart;
  private int restSize;
  private boolean isEnd;
  private long line = 1;
  private @Nullable RowSplitter splitter;

  /**
   * A reader of a stream.
   *
   * @param in tells by {@code available} whether more is there already
   */
  public RowReader(InputStream in) {
    this.in = in;
    rest = new byte[CAPACITY];
  }

  /** The first byte that is not blank, after any byte order mark; -1 if there is none. It stays. */
  public int firstByte() throws IOException {
    int at = hasMark() ? Header.BYTE_ORDER_MARK.length : 0;
    while (true) {
      while (at < restSize && rest[at] <= ' ' && rest[at] > 0) {
        at++;
      }
      if (at < restSize || isEnd) {
        return at < restSize ? rest[at] : -1;
      }
      fillRest();
    }
  }

  private boolean hasMark() throws IOException {
    while (restSize < Header.BYTE_ORDER_MARK.length
        && !isEnd
        && Arrays.equals(rest, 0, restSize, Header.BYTE_ORDER_MARK, 0, restSize)) {
      fillRest();
    }
    return Header.startsWithMark(rest, restSize);
  }

  /** Takes the byte order mark that rows without a header begin with, if they do. */
  public byte[] readMark() throws IOException {
    if (!hasMark()) {
      return new byte[0];
    }
    restStart = Header.BYTE_ORDER_MARK.length;
    restSize -= restStart;
    return Header.BYTE_ORDER_MARK.clone();
  }

  /**
   * Reads the header of a delimited table.
   *
   * @return all bytes that stand before the rows
   */
  public Beginning readHeader(Header.Style style) throws IOException {
    while (true) {
      Header header = Header.read(rest, restSize, isEnd, style);
      if (header != null) {
        byte[] raw = Arrays.copyOf(rest, header.end());
        restStart = header.end();
        restSize -= header.end();
        line = header.line();
        return new Beginning(header, raw);
      }
      fillRest();
    }
  }

  private void fillRest() throws IOException {
    if (restSize == rest.length) {
      checkLength(rest.length);
      rest = Arrays.copyOf(rest, 2 * rest.length);
    }
    int read = in.read(rest, restSize, rest.length - restSize);
    isEnd = read < 0;
    restSize += Math.max(0, read);
  }

  private void checkLength(int length) throws RowException {
    if (length >= LONGEST_ROW) {
      throw new RowException(
          line, "a row of more than " + (LONGEST_ROW >> 20) + " MiB: is there a quote too many?");
    }
  }

  /** Says how rows are told apart. */
  public void splitBy(RowSplitter rows) {
    splitter = rows;
    rows.setLine(line);
  }

  /** A batch for {@link #fill}. */
  public static Batch batch(int width) {
    return new Batch(width, CAPACITY);
  }

  /**
   * Fills a batch with the rows that come next: with as many as have room, or are there by now.
   *
   * @return whether there may be more; if not, what stands behind the last row is the {@link #tail}
   */
  public boolean fill(Batch batch) throws IOException {
    RowSplitter rows = splitter;
    if (rows == null) {
      throw new IllegalStateException("splitBy comes first");
    }
    batch.clear();
    while (batch.bytes().length < 2 * restSize) {
      batch.grow();
    }
    System.arraycopy(rest, restStart, batch.bytes(), 0, restSize);
    batch.resize(restSize);
    int at = split(rows, batch);
    while (batch.rows() == 0 && !isEnd) {
      read(batch);
      at = split(rows, batch);
    }
    if (!isEnd && in.available() == 0) {
      batch.pause();
    }
    keep(batch, at);
    if (isEnd) {
      rows.finish();
    }
    return !isEnd;
  }

  /** Reads until a batch is full, the input ends, or it pauses. */
  private void read(Batch batch) throws IOException {
    if (batch.size() == batch.bytes().length) {
      checkLength(batch.size());
      batch.grow();
    }
    do {
      int read = in.read(batch.bytes(), batch.size(), batch.bytes().length - batch.size());
      if (read < 0) {
        isEnd = true;
        return;
      }
      batch.resize(batch.size() + read);
    } while (batch.size() < batch.bytes().length && in.available() > 0);
  }

  private int split(RowSplitter rows, Batch batch) throws RowException {
    int at = 0;
    while (at < batch.size()) {
      int before = batch.rows();
      int next = rows.next(batch, at, isEnd);
      if (next == RowSplitter.INCOMPLETE || batch.rows() == before) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private void keep(Batch batch, int at) {
    restSize = batch.size() - at;
    restStart = 0;
    if (rest.length < restSize) {
      rest = new byte[restSize];
    }
    System.arraycopy(batch.bytes(), at, rest, 0, restSize);
  }

  /** What stands behind the last row. */
  public byte[] tail() {
    return Arrays.copyOf(rest, restSize);
  }
}
