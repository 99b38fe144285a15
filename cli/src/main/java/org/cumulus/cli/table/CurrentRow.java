package org.cumulus.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.rows.Batch;
import org.cumulus.cli.table.rows.RowException;
import org.cumulus.cli.table.rows.RowSplitter;
import org.cumulus.cli.table.sort.OrderColumn;
import org.cumulus.cli.table.sort.OrderKey;
import org.cumulus.cli.table.values.NumberReader;
import org.cumulus.cli.table.values.Value;

/** The row that is worked on: its cells as numbers, as texts, or missing. */
final class CurrentRow {
  private final RowSplitter splitter;
  private final NumberReader[] readers;
  private final byte[][] nullWords;
  private final List<String> names;
  private final boolean isRefusing;
  private final boolean emptyIsNull;

  /** The cells that are read as numbers. */
  private final int[] numbers;

  private final Value[] values;
  private final boolean[] areNull;
  private Batch batch = new Batch(0, 0);
  private int row;

  CurrentRow(
      TableRequest request,
      Columns columns,
      int[] numbers,
      RowSplitter splitter,
      boolean emptyIsNull,
      Map<String, NumberReader> special) {
    this.splitter = splitter;
    this.numbers = numbers;
    this.emptyIsNull = emptyIsNull;
    names = columns.wanted();
    NumberReader usual = request.asFloat() ? request.numbers().ofDoubles() : request.numbers();
    readers =
        names.stream().map(name -> special.getOrDefault(name, usual)).toArray(NumberReader[]::new);
    isRefusing = request.nulls() == NullPolicy.REFUSE;
    nullWords =
        request.nullWords().stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    values = new Value[names.size()];
    areNull = new boolean[names.size()];
    for (int cell : numbers) {
      values[cell] = new Value();
    }
  }

  /** Goes to another row, and reads its numbers. */
  void set(Batch of, int index) throws RowException {
    batch = of;
    row = index;
    for (int cell : numbers) {
      boolean isNull = isMissing(cell);
      areNull[cell] = isNull;
      if (isNull && isRefusing) {
        throw new RowException(
            line(),
            "column '" + names.get(cell) + "' has no value, which --nulls refuse does not allow");
      }
      if (isNull) {
        readers[cell].zero(values[cell]);
      } else if (!readers[cell].read(batch.bytes(), from(cell), to(cell), values[cell])) {
        throw new RowException(
            line(),
            "column '%s': %s is not a number (--null TEXT names a text that stands for a missing one)"
                .formatted(names.get(cell), batch.written(row, cell)));
      }
    }
  }

  Batch batch() {
    return batch;
  }

  int row() {
    return row;
  }

  /** The line it begins in. */
  long line() {
    return batch.line(row);
  }

  /** Whether a cell that is read as a number holds none. */
  boolean isNull(int cell) {
    return areNull[cell];
  }

  /** The number of a cell; zero if it holds none. */
  Value value(int cell) {
    return values[cell];
  }

  private int from(int cell) {
    return batch.from(row, cell);
  }

  private int to(int cell) {
    return batch.to(row, cell);
  }

  /** Whether a cell is not there, empty, or says that it is missing. */
  boolean isMissing(int cell) {
    byte[] bytes = batch.bytes();
    int from = from(cell);
    int to = to(cell);
    if (batch.kind(row, cell) == Batch.ABSENT) {
      return true;
    }
    if (from < to && bytes[from] > ' ' && nullWords.length == 0) {
      return false;
    }
    while (from < to && (bytes[from] == ' ' || bytes[from] == '\t')) {
      from++;
    }
    while (from < to && (bytes[to - 1] == ' ' || bytes[to - 1] == '\t')) {
      to--;
    }
    if (from == to && emptyIsNull) {
      return true;
    }
    for (byte[] word : nullWords) {
      if (Arrays.equals(word, 0, word.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Adds what a cell says to a key: so long as nothing else can be mistaken for it. */
  void addTo(Key key, int cell) {
    if (isMissing(cell)) {
      key.addNull();
    } else if (batch.kind(row, cell) == Batch.ESCAPED) {
      byte[] text = text(cell);
      key.add(text, 0, text.length);
    } else {
      key.add(batch.bytes(), from(cell), to(cell));
    }
  }

  /** Makes the key of the row in an order. */
  void addTo(OrderKey key, List<OrderColumn> order) throws RowException {
    key.clear();
    for (int i = 0; i < order.size(); i++) {
      int cell = order.get(i).cell();
      if (isMissing(cell)) {
        key.addNull(i);
      } else if (batch.kind(row, cell) == Batch.ESCAPED) {
        byte[] text = text(cell);
        key.add(i, text, 0, text.length, line());
      } else {
        key.add(i, batch.bytes(), from(cell), to(cell), line());
      }
    }
  }

  /** What a cell says. */
  byte[] text(int cell) {
    return batch.kind(row, cell) == Batch.ESCAPED
        ? splitter.text(batch.bytes(), from(cell), to(cell))
        : Arrays.copyOfRange(batch.bytes(), from(cell), to(cell));
  }

  /** Where a cell begins as it is written, its quote included. */
  int rawFrom(int cell) {
    return from(cell) - (isQuoted(cell) ? 1 : 0);
  }

  /** Where a cell ends as it is written, its quote included. */
  int rawTo(int cell) {
    return to(cell) + (isQuoted(cell) ? 1 : 0);
  }

  private boolean isQuoted(int cell) {
    byte kind = batch.kind(row, cell);
    return kind == Batch.QUOTED || kind == Batch.ESCAPED;
  }

  /** Whether a cell is not there at all. */
  boolean isAbsent(int cell) {
    return batch.kind(row, cell) == Batch.ABSENT;
  }
}
