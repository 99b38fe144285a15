package org.cumulus.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.table.TableFormat;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a table is written. */
public final class TableFormatOptions {
  @Option(
      names = "--nulls",
      paramLabel = "POLICY",
      converter = Converters.ToNullPolicy.class,
      description =
          "what to do with missing numbers: skip, as SQL does: the total stays as it is; keep: its"
              + " row has no total; zero: count it as 0; propagate: no total from there on; refuse"
              + " (default: skip)")
  private NullPolicy nulls = NullPolicy.SKIP;

  @Option(
      names = "--null",
      paramLabel = "TEXT",
      description =
          "a text that stands for a missing value, such as NA, as an empty cell always does; may be"
              + " repeated")
  private List<String> nullWords = new ArrayList<>();

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      converter = Converters.ToTableFormat.class,
      description = "csv, tsv, jsonl or parquet, where the name of INPUT does not say")
  private @Nullable TableFormat format;

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description =
          "the character between cells (default: the one that gives the header most cells)")
  private @Nullable String delimiter;

  @Option(
      names = "--no-header",
      description = "the first line is a row already; columns are called 1, 2, ...")
  private boolean hasNoHeader;

  @Option(
      names = "--header",
      description = "the first line holds the names of columns, though all of them are numbers")
  private boolean hasHeader;

  @Option(names = "--no-quotes", description = "double quotes in cells have no special meaning")
  private boolean hasNoQuotes;

  @Option(names = "--decimal-comma", description = "numbers have a decimal comma, as in 0,5")
  private boolean hasDecimalComma;

  @Option(
      names = "--thousands",
      paramLabel = "C",
      description = "the character between groups of thousands, as in 1,000")
  private @Nullable String thousands;

  public NullPolicy nulls() {
    return nulls;
  }

  public List<String> nullWords() {
    return nullWords;
  }

  public @Nullable TableFormat format() {
    return format;
  }

  public NumberReader numbers() {
    byte point = (byte) (hasDecimalComma ? ',' : '.');
    byte separator = thousands == null ? 0 : character("--thousands", thousands);
    if (separator == point) {
      throw new UsageException(
          "--thousands %s: that is the decimal %s"
              .formatted(thousands, hasDecimalComma ? "comma" : "point; see --decimal-comma"));
    }
    return new NumberReader(point, separator, false);
  }

  /**
   * How the header is written.
   *
   * @throws UsageException if that is asked for of a format which leaves nothing to ask
   */
  public Header.Style style(@Nullable TableFormat known) {
    if (known == TableFormat.PARQUET) {
      refuseForParquet(hasHeader, "--header");
      refuseForParquet(hasNoHeader, "--no-header");
      refuseForParquet(hasNoQuotes, "--no-quotes");
      refuseForParquet(hasDecimalComma, "--decimal-comma");
      refuseForParquet(delimiter != null, "--delimiter");
      refuseForParquet(thousands != null, "--thousands");
      return new Header.Style((byte) ',', true, Header.Names.PRESENT, false);
    }
    Byte between = delimiter == null ? null : character("--delimiter", delimiter);
    if (between == null && known == TableFormat.TSV) {
      between = (byte) '\t';
    }
    if (hasHeader && hasNoHeader) {
      throw new UsageException("--header and --no-header cannot be combined");
    }
    Header.Names names =
        hasNoHeader ? Header.Names.ABSENT : hasHeader ? Header.Names.PRESENT : Header.Names.ASSUMED;
    return new Header.Style(between, !hasNoQuotes, names, hasDecimalComma);
  }

  private static void refuseForParquet(boolean isGiven, String option) {
    if (isGiven) {
      throw new UsageException(option + " is for text, and INPUT is Parquet");
    }
  }

  private static byte character(String option, String text) {
    String one = text.equals("\\t") || text.equals("tab") ? "\t" : text;
    if (one.length() != 1 || one.charAt(0) > '~' || (one.charAt(0) < ' ' && !one.equals("\t"))) {
      throw new UsageException(
          "%s %s: expected one character of ASCII".formatted(option, Failures.quoted(text)));
    }
    if (one.equals("\"")) {
      throw new UsageException(option + ": a double quote cannot be used");
    }
    return (byte) one.charAt(0);
  }
}
