package org.cumulus.cli.commands;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.files.TemporaryFile;
import org.cumulus.cli.options.TableFormatOptions;
import org.cumulus.cli.output.Compression;
import org.cumulus.cli.output.FailingOutput;
import org.cumulus.cli.output.Progress;
import org.cumulus.cli.output.WatchedInput;
import org.cumulus.cli.table.ColumnException;
import org.cumulus.cli.table.PlotCollector;
import org.cumulus.cli.table.TableFormat;
import org.cumulus.cli.table.TableInput;
import org.cumulus.cli.table.TableRequest;
import org.cumulus.cli.table.TableRun;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.parquet.ParquetTable;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;

/** Where a table comes from, and where it goes with its new columns. */
final class TableFiles {
  private final Console console;
  private final String input;
  private final @Nullable Path output;
  private final TableFormatOptions options;
  private final @Nullable PlotCollector plot;
  private final Progress.Display progress;

  TableFiles(
      Console console,
      String input,
      @Nullable Path output,
      TableFormatOptions options,
      @Nullable PlotCollector plot,
      Progress.Display progress) {
    this.plot = plot;
    this.console = console;
    this.input = input;
    this.output = output == null || output.toString().equals("-") ? null : output;
    this.options = options;
    this.progress = progress;
  }

  private boolean isPiped() {
    return input.equals("-");
  }

  private String name() {
    return isPiped() ? "standard input" : input;
  }

  /** Does what is asked for. */
  void run(TableRequest request) throws IOException {
    Path file = isPiped() ? null : Path.of(input);
    if (file != null) {
      checkFile(file);
    }
    boolean isReadTwice = passes(request) == 2;
    if (isReadTwice && (file == null || !Files.isRegularFile(file))) {
      try (TemporaryFile copy =
          new TemporaryFile(Files.createTempFile(folder(), ".cumulus-table-", ".tmp"))) {
        try (InputStream in = open(file)) {
          Files.copy(in, copy.path(), StandardCopyOption.REPLACE_EXISTING);
        }
        write(request, copy.path());
      }
    } else {
      write(request, file);
    }
  }

  private void checkFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new DataException(input, "a directory, expected a file");
    }
    if (!Files.exists(file)) {
      throw new DataException(input, "no such file");
    }
    Path to = output;
    if (to != null && Files.exists(to) && Files.exists(file) && Files.isSameFile(to, file)) {
      throw new UsageException(to + ": the input itself: expected another file for the output");
    }
  }

  /** The rows stay as they are, so the output has the format of the input. */
  private void checkOutput(@Nullable Path to) {
    if (to == null) {
      return;
    }
    TableFormat format = format() == TableFormat.PARQUET ? TableFormat.CSV : format();
    TableFormat wanted = ofName(to.toString());
    if (wanted == TableFormat.PARQUET) {
      throw new UsageException(
          to
              + ": Parquet is written only with --spark or --master: expected a name that ends in"
              + " .csv");
    }
    if (wanted != null && format != null && wanted != format) {
      throw new UsageException(
          "%s: the output has the format of INPUT: expected a name that ends in .%s"
              .formatted(to, format.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Where files may be for a while: beside the output, which has room for as much. */
  private Path folder() {
    Path to = output;
    Path beside = to == null ? null : to.toAbsolutePath().getParent();
    return beside == null ? Path.of(System.getProperty("java.io.tmpdir")) : beside;
  }

  private InputStream open(@Nullable Path file) throws IOException {
    return file == null ? console.in() : new FileInputStream(file.toFile());
  }

  private void write(TableRequest request, @Nullable Path file) throws IOException {
    Path to = output;
    checkOutput(to);
    String before = stamp(file);
    if (to == null) {
      write(request, file, console.bytes());
      checkIsUnchanged(request, file, before);
    } else {
      Output.write(
          to,
          out -> {
            Compression.write(to.toString(), out, packed -> write(request, file, packed));
            checkIsUnchanged(request, file, before);
          });
    }
  }

  /** Shares are of what was read first, and so of another table if that has changed. */
  private void checkIsUnchanged(TableRequest request, @Nullable Path file, String before)
      throws IOException {
    if (passes(request) == 2 && !stamp(file).equals(before)) {
      throw new FileException(name(), "was changed while it was read");
    }
  }

  private static String stamp(@Nullable Path file) throws IOException {
    return file == null ? "" : Files.size(file) + " " + Files.getLastModifiedTime(file);
  }

  private void write(TableRequest request, @Nullable Path file, OutputStream out)
      throws IOException {
    boolean isShown = output != null && file != null && Files.isRegularFile(file);
    try (Progress shown =
        isShown ? progress.start("table", passes(request) * Files.size(file)) : Progress.SILENT) {
      if (format() == TableFormat.PARQUET) {
        ParquetTable parquet = parquet(file);
        write(request, parquet::open, parquet.numbers(), out);
      } else {
        write(
            request,
            () -> Compression.unpacked(new WatchedInput(open(file), shown)),
            Map.of(),
            out);
      }
    }
  }

  /** How often the table is read. */
  private static long passes(TableRequest request) {
    boolean isReadTwice =
        request.orderBy().isEmpty()
            && request.functions().stream().anyMatch(each -> each.kind() == FunctionKind.SHARE);
    return isReadTwice ? 2 : 1;
  }

  private ParquetTable parquet(@Nullable Path file) throws IOException {
    if (file == null) {
      throw new DataException(
          name(), "a Parquet table cannot be read from a pipe: expected a file");
    }
    try {
      return new ParquetTable(file);
    } catch (IOException failure) {
      throw new DataException(name(), failure);
    }
  }

  private void write(
      TableRequest request,
      TableInput.Source source,
      Map<String, NumberReader> numbers,
      OutputStream out)
      throws IOException {
    TableFormat format = format() == TableFormat.PARQUET ? TableFormat.CSV : format();
    TableInput table =
        new TableInput(source, format, options.style(format()), numbers, plot, folder());
    FailingOutput watched = new FailingOutput(out);
    try {
      TableRun.run(request, table, watched);
    } catch (ColumnException absent) {
      throw new UsageException(name() + ": " + absent.getMessage());
    } catch (IOException failure) {
      if (watched.hasFailed() && output == null) {
        return; // Standard output itself knows why, and whether that is worth a word.
      }
      throw watched.hasFailed() || failure instanceof FileException
          ? failure
          : new FileException(name(), Failures.reason(failure));
    }
  }

  private @Nullable TableFormat format() {
    return options.format() == null ? ofName(input) : options.format();
  }

  private static @Nullable TableFormat ofName(String name) {
    String plain = Compression.withoutEnding(name).toLowerCase(Locale.ROOT);
    if (plain.endsWith(".tsv") || plain.endsWith(".tab")) {
      return TableFormat.TSV;
    }
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return TableFormat.JSONL;
    }
    if (plain.endsWith(".parquet")) {
      return TableFormat.PARQUET;
    }
    return plain.endsWith(".csv") ? TableFormat.CSV : null;
  }
}
