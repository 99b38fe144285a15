package org.cumulus.cli.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.rows.Batch;
import org.cumulus.cli.table.rows.Beginning;
import org.cumulus.cli.table.rows.DelimitedRows;
import org.cumulus.cli.table.rows.Dialect;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.rows.JsonRows;
import org.cumulus.cli.table.rows.RowReader;
import org.cumulus.cli.table.rows.RowSplitter;
import org.cumulus.cli.table.sort.OrderKey;
import org.cumulus.cli.table.sort.RowSorter;

/** Does what is asked of a table. */
public final class TableRun {
  private final TableRequest request;
  private final TableInput input;
  private final OutputStream out;

  private TableRun(TableRequest request, TableInput input, OutputStream out) {
    this.request = request;
    this.input = input;
    this.out = out;
  }

  /**
   * Reads a table, and writes it with its new columns.
   *
   * @throws ColumnException if it has not the columns that are asked for
   * @throws IOException if it cannot be read or written, or is no such table
   */
  public static void run(TableRequest request, TableInput input, OutputStream out)
      throws IOException {
    new TableRun(request, input, out).run();
  }

  private void run() throws IOException {
    try (InputStream in = input.source().open()) {
      RowReader reader = new RowReader(in);
      TableFormat format = input.format();
      if (format == null) {
        format = reader.firstByte() == '{' ? TableFormat.JSONL : TableFormat.CSV;
      }
      if (format == TableFormat.JSONL) {
        Columns columns = new Columns(null);
        Binding binding = Binding.of(request, columns);
        JsonSink sink = new JsonSink(out, request.names());
        byte[] mark = reader.readMark();
        sink.raw(mark, 0, mark.length);
        scan(
            reader,
            columns,
            binding,
            sink,
            false,
            () -> new JsonRows(columns.wanted(), request.names()));
        return;
      }
      Beginning beginning = reader.readHeader(input.style());
      Columns columns = new Columns(beginning.header().names());
      if (input.style().names() == Header.Names.ASSUMED) {
        columns.checkAreNames();
      }
      Binding binding = Binding.of(request, columns);
      DelimitedSink sink = new DelimitedSink(out, beginning);
      boolean hasNames = input.style().names() != Header.Names.ABSENT;
      sink.header(beginning, hasNames ? request.names() : List.of());
      Dialect dialect = beginning.header().dialect();
      int count = beginning.header().names().size();
      scan(
          reader,
          columns,
          binding,
          sink,
          true,
          () -> new DelimitedRows(dialect, count, columns.indices()));
    }
  }

  /** Makes splitters, each of which remembers where it is. */
  private interface Splitters {
    RowSplitter make();
  }

  private void scan(
      RowReader reader,
      Columns columns,
      Binding binding,
      RowSink sink,
      boolean emptyIsNull,
      Splitters splitters)
      throws IOException {
    RowSplitter splitter = splitters.make();
    CurrentRow current =
        new CurrentRow(request, columns, binding.numbers(), splitter, emptyIsNull, input.numbers());
    Totals totals = new Totals(request, binding, current, sink, input.plot());
    if (input.plot() != null) {
      input.plot().begin(request, binding);
    }
    reader.splitBy(splitter);
    int width = columns.wanted().size();
    boolean hasShares =
        request.functions().stream().anyMatch(each -> each.kind() == FunctionKind.SHARE);
    if (!binding.order().isEmpty()) {
      sorted(reader, width, binding, current, totals, sink, hasShares, splitters);
      return;
    }
    if (hasShares) {
      addWholes(totals, splitters, width);
    }
    try (BatchQueue batches = new BatchQueue(reader, width)) {
      for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          totals.take(batch, row);
        }
        if (batch.isPause()) {
          sink.flush();
        }
      }
    }
    end(reader, sink);
  }

  private static void end(RowReader reader, RowSink sink) throws IOException {
    byte[] tail = reader.tail();
    sink.raw(tail, 0, tail.length);
    sink.flush();
  }

  /** Reads the table a first time, for what shares are parts of. */
  private void addWholes(Totals totals, Splitters splitters, int width) throws IOException {
    try (InputStream in = input.source().open()) {
      RowReader reader = new RowReader(in);
      if (input.format() == TableFormat.JSONL
          || (input.format() == null && reader.firstByte() == '{')) {
        byte[] _ = reader.readMark();
      } else {
        Beginning _ = reader.readHeader(input.style());
      }
      reader.splitBy(splitters.make());
      try (BatchQueue batches = new BatchQueue(reader, width)) {
        for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
          for (int row = 0; row < batch.rows(); row++) {
            totals.addToWholes(batch, row);
          }
        }
      }
    }
  }

  private void sorted(
      RowReader reader,
      int width,
      Binding binding,
      CurrentRow current,
      Totals totals,
      RowSink sink,
      boolean hasShares,
      Splitters splitters)
      throws IOException {
    OrderKey key = new OrderKey(binding.order(), request.numbers());
    try (RowSorter sorter = new RowSorter(request.memory(), input.folder());
        BatchQueue batches = new BatchQueue(reader, width)) {
      for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          if (hasShares) {
            totals.addToWholes(batch, row);
          } else {
            current.set(batch, row);
          }
          current.addTo(key, binding.order());
          sorter.add(
              key.bytes(),
              key.size(),
              batch.bytes(),
              batch.start(row),
              batch.end(row),
              batch.line(row));
        }
      }
      key.checkKinds();
      SortedScan scan = new SortedScan(sorter, splitters.make(), totals, width);
      if (request.isRange()) {
        scan.peers();
      } else {
        scan.rows();
      }
    }
    end(reader, sink);
  }

  @Override
  public String toString() {
    return List.of(request, input).toString();
  }
}
