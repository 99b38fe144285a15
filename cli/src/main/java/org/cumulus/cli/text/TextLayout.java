package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a text are cut into cells.
 *
 * @param comment what comments begin with; null if there are none
 * @param linesBefore the lines that have been taken from the text already
 */
record TextLayout(Delimiter delimiter, @Nullable Character comment, int linesBefore) {
  /** More than this is not looked at. */
  private static final int SAMPLE_CHARACTERS = 1 << 20;

  private static final int SAMPLE_LINES = 64;

  private static final char USUAL_COMMENT = '#';

  /** The line by which a spreadsheet learns the delimiter. */
  private static final Pattern DELIMITER_LINE =
      Pattern.compile("\"?sep=([^\r\n])\"?(\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);

  /**
   * The layout of a text: as it was said, or as the text says in a first line {@code sep=;}, which
   * is taken from it, or as the first lines show.
   */
  static TextLayout of(BufferedReader text, TextKind kind, TextFormat format) throws IOException {
    Delimiter ofText = takeDelimiterLine(text);
    int linesBefore = ofText == null ? 0 : 1;
    Delimiter known = format.delimiter() == null ? ofText : format.delimiter();
    if (known != null) {
      return new TextLayout(known, comment(format, known.equals(Delimiter.BLANKS)), linesBefore);
    }
    Sample sample = Sample.of(text, format);
    Delimiter found = sample.divider(kind);
    if (found != null) {
      return new TextLayout(found, comment(format, found.equals(Delimiter.BLANKS)), linesBefore);
    }
    Delimiter ofLater =
        switch (kind) {
          case ANY -> Delimiter.BLANKS;
          case TSV -> Delimiter.TAB;
          // A comma in a later line does not make two cells of a number.
          case CSV -> format.numbers().uses(',') ? Delimiter.NONE : Delimiter.COMMA;
        };
    return new TextLayout(ofLater, comment(format, true), linesBefore);
  }

  private static @Nullable Character comment(TextFormat format, boolean isUsual) {
    return format.comment() == null && isUsual
        ? Character.valueOf(USUAL_COMMENT)
        : format.comment();
  }

  private static @Nullable Delimiter takeDelimiterLine(BufferedReader text) throws IOException {
    char[] start = new char["\"sep=;\"\r\n".length()];
    text.mark(start.length);
    int length = Math.max(0, text.read(start));
    text.reset();
    Matcher line = DELIMITER_LINE.matcher(new String(start, 0, length));
    if (!line.lookingAt()) {
      return null;
    }
    long _ = text.skip(line.end());
    return new Delimiter(line.group(1).charAt(0));
  }

  Rows rows(BufferedReader text) throws TextException {
    return delimiter.rows(text, comment, linesBefore);
  }

  /** The first lines of a text. */
  private record Sample(String text, boolean isAll, TextFormat format) {
    static Sample of(BufferedReader text, TextFormat format) throws IOException {
      text.mark(SAMPLE_CHARACTERS + 1);
      StringBuilder sample = new StringBuilder();
      int lines = 0;
      int c = text.read();
      while (c >= 0 && lines < SAMPLE_LINES && sample.length() < SAMPLE_CHARACTERS) {
        lines += c == '\n' || c == '\r' ? 1 : 0;
        sample.append((char) c);
        c = text.read();
      }
      text.reset();
      return new Sample(sample.toString(), c < 0, format);
    }

    /** What divides the lines; null if nothing does. */
    @Nullable Delimiter divider(TextKind kind) {
      List<Division> divisions = new ArrayList<>();
      kind.candidates().forEach(candidate -> divisions.add(division(candidate)));
      Division best =
          divisions.stream()
              .filter(division -> division.isAlike() && division.width() > 1)
              .reduce((one, other) -> other.values() > one.values() ? other : one)
              .orElse(null);
      Division whole = division(kind == TextKind.ANY ? Delimiter.BLANKS : Delimiter.NONE);
      boolean isBetter =
          whole.width() > 1
              ? best == null || !best.areNumbers() || isOfNumbers(best)
              : divisions.stream().allMatch(one -> one.divided() == 0 || isOfNumbers(one));
      if (whole.isAlike() && whole.areNumbers() && isBetter) {
        return whole.width() > 1 ? whole.delimiter() : null;
      }
      if (best != null) {
        return best.delimiter();
      }
      boolean isFirstWhole = divisions.stream().noneMatch(Division::dividesFirst);
      if (whole.isAlike() && whole.width() > 1 && isFirstWhole) {
        return whole.delimiter();
      }
      // Some lines will be refused. By which delimiter is shown by most of them.
      return divisions.stream()
          .filter(division -> division.divided() > 0)
          .max(
              Comparator.comparing(Division::dividesFirst)
                  .thenComparingLong(Division::divided)
                  .thenComparingInt(division -> -divisions.indexOf(division)))
          .map(Division::delimiter)
          .orElse(null);
    }

    private boolean isOfNumbers(Division division) {
      return format.numbers().uses(division.delimiter().character());
    }

    private Division division(Delimiter delimiter) {
      List<TextRow> rows = new ArrayList<>();
      boolean isWhole = true;
      try {
        Rows all = delimiter.rows(new StringReader(text), comment(format, isUsualIn(delimiter)), 0);
        for (TextRow row = all.next(); row != null; row = all.next()) {
          if (!row.isBlank()) {
            rows.add(row);
          }
        }
        if (!isAll && rows.size() > 1) {
          rows.removeLast();
        }
      } catch (IOException malformed) {
        isWhole = !isAll;
      }
      return Division.of(delimiter, withoutComments(rows), isWhole, format.numbers());
    }

    private static boolean isUsualIn(Delimiter delimiter) {
      return delimiter.equals(Delimiter.BLANKS) || delimiter.equals(Delimiter.NONE);
    }

    /** What looks like a comment has no vote, unless there is nothing else. */
    private List<TextRow> withoutComments(List<TextRow> rows) {
      if (format.comment() != null) {
        return rows;
      }
      List<TextRow> others =
          rows.stream().filter(row -> !row.cells().getFirst().startsWith("#")).toList();
      return others.isEmpty() ? rows : others;
    }
  }

  /**
   * What a delimiter makes of the first lines.
   *
   * @param width the cells of the first line
   * @param isAlike whether the others have as many
   * @param divided how many lines have several cells
   * @param values the share of cells that may be meant as numbers, names left out
   * @param areNumbers whether all of them are
   */
  private record Division(
      Delimiter delimiter,
      int width,
      boolean isAlike,
      long divided,
      double values,
      boolean areNumbers) {
    static Division of(
        Delimiter delimiter, List<TextRow> rows, boolean isWhole, NumberStyle numbers) {
      if (rows.isEmpty()) {
        return new Division(delimiter, 0, false, 0, 0, false);
      }
      int width = rows.getFirst().cells().size();
      List<String> cells =
          rows.stream().skip(rows.size() > 1 ? 1 : 0).flatMap(row -> row.cells().stream()).toList();
      List<CellKind> kinds = cells.stream().map(cell -> CellKind.of(cell, numbers)).toList();
      long values = kinds.stream().filter(kind -> !kind.isText()).count();
      return new Division(
          delimiter,
          width,
          isWhole && rows.stream().allMatch(row -> row.cells().size() == width),
          rows.stream().filter(row -> row.cells().size() > 1).count(),
          (double) values / kinds.size(),
          kinds.stream().allMatch(kind -> kind == CellKind.VALUE || kind == CellKind.MISSING));
    }

    boolean dividesFirst() {
      return width > 1;
    }
  }
}
