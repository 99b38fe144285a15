package org.cumulus.cli.text;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells between commas, tabs or semicolons, some of them in quotes. */
final class CsvRows implements Rows {
  private static final int LONGEST_CELL = 1 << 24;

  private final CloseableIterator<CsvRecord> records;
  private long line = 1;

  CsvRows(Reader text, char separator) {
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .commentStrategy(CommentStrategy.SKIP)
            .skipEmptyLines(true)
            // Not here: the reader of the table words these errors, and knows the columns.
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text)
            .iterator();
  }

  @Override
  public @Nullable List<String> next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        String first = row.getField(0).strip();
        if (!first.startsWith("#") && !(first.isEmpty() && row.getFieldCount() == 1)) {
          return row.getFields();
        }
      }
      return null;
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    } catch (CsvParseException malformed) {
      throw new TextException("after line " + line + ": " + reason(malformed));
    }
  }

  private static @Nullable String reason(CsvParseException malformed) {
    Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
    String message = cause.getMessage();
    return message != null && message.startsWith("The maximum buffer size")
        ? "a cell of more than " + LONGEST_CELL + " characters, or a quote that is never closed"
        : message;
  }

  @Override
  public long line() {
    return line;
  }
}
