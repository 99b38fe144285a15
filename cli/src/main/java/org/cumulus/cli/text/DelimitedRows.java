package org.cumulus.cli.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells between commas, or another character, some of them in quotes. */
final class DelimitedRows implements Rows {
  /** What the parser says of a text that is malformed. */
  private static final Pattern REASON =
      Pattern.compile("(.*) \\(record starting at line (\\d+)\\)");

  private final CloseableIterator<TextRow> records;
  private final RowLimit limit = new RowLimit();
  private final @Nullable Character comment;
  private final int linesBefore;
  private long line;
  private long comments;

  DelimitedRows(Reader text, char separator, @Nullable Character comment, int linesBefore) {
    this.linesBefore = linesBefore;
    this.comment = comment;
    CsvReader.CsvReaderBuilder reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            // Not here: the reader of the table words these errors.
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(limit.longestCell());
    if (comment != null) {
      reader.commentCharacter(comment).commentStrategy(CommentStrategy.READ);
    }
    records = reader.build(new Records(), text).iterator();
  }

  @Override
  public @Nullable TextRow next() throws IOException {
    try {
      while (records.hasNext()) {
        TextRow row = records.next();
        if (!row.cells().isEmpty()) {
          return row;
        }
        comments++;
      }
      return null;
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    } catch (CsvParseException malformed) {
      for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException known) {
          throw known;
        }
      }
      throw reason(malformed);
    }
  }

  @Override
  public long comments() {
    return comments;
  }

  private TextException reason(CsvParseException malformed) {
    Matcher reason = REASON.matcher(String.valueOf(malformed.getMessage()));
    if (!reason.matches()) {
      return new TextException("after line %d: %s".formatted(line, malformed.getMessage()));
    }
    long first = linesBefore + Long.parseLong(reason.group(2));
    String message = reason.group(1);
    if (message.startsWith("The maximum buffer size")) {
      return limit.tooLong(first);
    }
    boolean isOpen = message.startsWith("Unclosed");
    return new TextException(
        "line %d: %s".formatted(first, isOpen ? "an unclosed quote" : message));
  }

  /** Makes rows of what the parser finds; of a comment one without cells. */
  private final class Records extends AbstractBaseCsvCallbackHandler<TextRow> {
    private List<String> cells = new ArrayList<>();
    private boolean isQuoted;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = linesBefore + startingLineNumber;
      cells = new ArrayList<>();
      isQuoted = false;
      limit.reset();
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
      try {
        limit.add(length, line);
      } catch (TextException tooLong) {
        throw new UncheckedIOException(tooLong);
      }
      isQuoted |= quoted;
      cells.add(new String(text, offset, length).strip());
    }

    /** A line that begins as a comment does. */
    @Override
    protected void handleComment(char[] text, int offset, int length) {
      if (length < CellKind.LONGEST_ERROR) {
        String cell = (comment + new String(text, offset, length)).strip();
        if (CellKind.isSpreadsheetError(cell)) {
          cells.add(cell);
        }
      }
    }

    @Override
    protected void handleEmpty() {
      cells.add("");
    }

    @Override
    protected TextRow buildRecord() {
      boolean isAlone = cells.size() == 1 && !isQuoted;
      if (isAlone && cells.getFirst().isEmpty()) {
        return TextRow.blank(line);
      }
      boolean isComment =
          isAlone
              && comment != null
              && cells.getFirst().charAt(0) == comment
              && !CellKind.isSpreadsheetError(cells.getFirst());
      return new TextRow(isComment ? List.of() : cells, line, false);
    }
  }
}
