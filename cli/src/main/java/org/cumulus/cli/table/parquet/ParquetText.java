package org.cumulus.cli.table.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;

/**
 * The rows of a Parquet file as CSV: a missing value is an empty cell, an empty text {@code ""},
 * times are written so that their texts are in their order.
 */
final class ParquetText extends InputStream {
  private static final int CAPACITY = 1 << 16;
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter NANO_DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);

  private final ParquetFileReader reader;
  private final RowReader rows;
  private final List<ColumnSchema> columns;
  private final boolean[] areUnsigned;
  private final boolean[] areNanos;
  private byte[] bytes;
  private int next;

  ParquetText(Path file) throws IOException {
    reader = ParquetFileReader.open(InputFile.of(file));
    rows = reader.rowReader();
    columns = reader.getFileSchema().getColumns();
    areUnsigned = new boolean[columns.size()];
    areNanos = new boolean[columns.size()];
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String type = String.valueOf(columns.get(i).logicalType());
      areUnsigned[i] = type.startsWith("UINT");
      areNanos[i] = type.contains("NANOS");
      header.append(i == 0 ? "" : ",");
      text(header, columns.get(i).name());
    }
    bytes = header.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    try {
      StringBuilder text = new StringBuilder();
      while (text.length() < CAPACITY && rows.hasNext()) {
        rows.next();
        for (int i = 0; i < columns.size(); i++) {
          if (i > 0) {
            text.append(',');
          }
          cell(text, i);
        }
        text.append('\n');
      }
      bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      next = 0;
      return bytes.length > 0;
    } catch (UncheckedIOException failure) {
      throw new IOException(failure.getCause());
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void cell(StringBuilder text, int i) throws IOException {
    Object value = rows.getValue(i);
    switch (value) {
      case null -> {
        if (columns.size() == 1) {
          text.append("\"\""); // A line without anything would be no row at the end.
        }
      }
      case Integer number ->
          text.append(areUnsigned[i] ? Integer.toUnsignedLong(number) : (long) number);
      case Long number ->
          text.append(areUnsigned[i] ? Long.toUnsignedString(number) : number.toString());
      case Double number -> text.append(ArrayFormat.scalar(number, DType.FLOAT64));
      case Float number -> text.append(ArrayFormat.scalar(number, DType.FLOAT32));
      case BigDecimal number -> text.append(number.toPlainString());
      case Instant time ->
          text.append(time(LocalDateTime.ofInstant(time, ZoneOffset.UTC), i)).append('Z');
      case LocalDateTime time -> text.append(time(time, i));
      case LocalTime time -> text.append(TIME.format(time));
      case byte[] binary -> text(text, decoded(binary, i));
      default -> text(text, value.toString());
    }
  }

  private String time(LocalDateTime time, int i) {
    return (areNanos[i] ? NANO_DATE_TIME : DATE_TIME).format(time);
  }

  private String decoded(byte[] binary, int i) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(binary)).toString();
    } catch (CharacterCodingException none) {
      throw new IOException(
          "column '" + columns.get(i).name() + "' is of bytes, expected texts", none);
    }
  }

  private static void text(StringBuilder into, String text) {
    boolean isPlain = !text.isEmpty();
    for (int i = 0; i < text.length() && isPlain; i++) {
      char c = text.charAt(i);
      isPlain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    if (isPlain) {
      into.append(text);
    } else {
      into.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (next == bytes.length && !fill()) {
      return -1;
    }
    int size = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, into, offset, size);
    next += size;
    return size;
  }

  /** A file does not pause. */
  @Override
  public int available() {
    return 1;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    reader.close();
  }
}
