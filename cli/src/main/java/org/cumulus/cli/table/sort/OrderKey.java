package org.cumulus.cli.table.sort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cumulus.cli.table.rows.RowException;
import org.cumulus.cli.table.values.NumberReader;
import org.cumulus.cli.table.values.Value;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in the order, as bytes: one row comes before another if its bytes do, taken as
 * unsigned numbers. Missing cells come before all others, NaN after all numbers.
 */
public final class OrderKey {
  private static final byte NULL = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final List<OrderColumn> columns;
  private final NumberReader numbers;
  private final Value value = new Value();
  private final boolean[] hasNumbers;

  /** The first text of each column whose kind is to be found out, and the line it is in. */
  private final @Nullable String[] texts;

  private final long[] textLines;
  private byte[] bytes = new byte[64];
  private int size;

  /** Keys of rows in the order of some columns. */
  public OrderKey(List<OrderColumn> columns, NumberReader numbers) {
    this.columns = columns;
    this.numbers = numbers;
    hasNumbers = new boolean[columns.size()];
    texts = new String[columns.size()];
    textLines = new long[columns.size()];
  }

  /** Begins the key of another row. */
  public void clear() {
    size = 0;
  }

  /** The bytes, of which {@link #size} count. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** Adds a missing cell of a column. */
  public void addNull(int column) {
    int from = size;
    add(NULL);
    turn(column, from);
  }

  /**
   * Adds a cell of a column.
   *
   * @param line of the row, for messages
   * @throws RowException if it is no cell of such a column
   */
  public void add(int column, byte[] cell, int start, int end, long line) throws RowException {
    int from = size;
    OrderColumn of = columns.get(column);
    switch (of.kind()) {
      case DATE -> DateKey.add(this, of, text(cell, start, end), line);
      case TEXT -> addText(cell, start, end);
      case NUMBER -> {
        if (!numbers.read(cell, start, end, value)) {
          throw new RowException(
              line,
              "column '%s': '%s' is not a number".formatted(of.name(), text(cell, start, end)));
        }
        addNumber();
      }
      case FOUND_OUT -> {
        if (numbers.read(cell, start, end, value)) {
          hasNumbers[column] = true;
          addNumber();
        } else {
          DateKey.refuseAmbiguous(of, cell, start, end, line);
          if (texts[column] == null) {
            texts[column] = text(cell, start, end);
            textLines[column] = line;
          }
          addText(cell, start, end);
        }
      }
    }
    turn(column, from);
  }

  private static String text(byte[] cell, int start, int end) {
    return new String(cell, start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * Checks, once all rows are known, that each column has one kind of cells.
   *
   * @throws IOException if one has not
   */
  public void checkKinds() throws IOException {
    for (int i = 0; i < texts.length; i++) {
      if (hasNumbers[i] && texts[i] != null) {
        String name = columns.get(i).name();
        throw new RowException(
            textLines[i],
            ("column '%s': '%s' is not a number, and others are: expected --order-by '%s:text', or"
                    + " --null TEXT for what is missing")
                .formatted(name, texts[i], name));
      }
    }
  }

  private void turn(int column, int from) {
    if (columns.get(column).isDescending()) {
      for (int i = from; i < size; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
    }
  }

  void add(byte one) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = one;
  }

  void addInt(int signed) {
    int ordered = signed ^ Integer.MIN_VALUE;
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      add((byte) (ordered >> shift));
    }
  }

  /** Adds a text so that none is the beginning of another one. */
  void addText(byte[] cell, int start, int end) {
    add(TEXT);
    for (int i = start; i < end; i++) {
      add(cell[i]);
      if (cell[i] == 0) {
        add((byte) 1);
      }
    }
    add((byte) 0);
    add((byte) 0);
  }

  /** Adds the number read last: its sign, how large it is, its digits. */
  private void addNumber() {
    add(NUMBER);
    int sign = value.signum();
    if (!value.isFinite()) {
      double number = value.toDouble();
      add((byte) (number > 0 ? 5 : number < 0 ? 1 : 6));
      return;
    }
    add((byte) (3 + sign));
    if (sign == 0) {
      return;
    }
    int from = size;
    String digits = value.digitsOfExact();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    addInt(digits.length() - value.scaleOfExact());
    for (int i = 0; i < end; i++) {
      add((byte) digits.charAt(i));
    }
    add((byte) 0);
    for (int i = from; i < size && sign < 0; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
  }
}
