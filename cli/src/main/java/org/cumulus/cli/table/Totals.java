package org.cumulus.cli.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.cumulus.cli.table.functions.Accumulator;
import org.cumulus.cli.table.functions.CountTotal;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.Lag;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.functions.ShareTotal;
import org.cumulus.cli.table.rows.Batch;
import org.cumulus.cli.table.rows.RowException;
import org.cumulus.cli.table.values.CellText;
import org.jspecify.annotations.Nullable;

/** Takes the rows in their order, and gives each its new cells. */
final class Totals {
  private static final byte[] NOTHING = {};

  private final FunctionKind[] kinds;

  /** The cell that each function is of; -1 for all of a row. */
  private final int[] cells;

  private final boolean isExclusive;
  private final NullPolicy nulls;
  private final Groups groups;
  private final @Nullable Reset reset;
  private final CurrentRow current;
  private final RowSink sink;
  private final CellText text;
  private final @Nullable PlotCollector plot;

  Totals(
      TableRequest request,
      Binding binding,
      CurrentRow current,
      RowSink sink,
      @Nullable PlotCollector plot) {
    this.plot = plot;
    List<FunctionSpec> functions = request.functions();
    kinds = functions.stream().map(FunctionSpec::kind).toArray(FunctionKind[]::new);
    cells = binding.functions();
    isExclusive = request.isExclusive();
    nulls = request.nulls();
    groups =
        new Groups(
            binding.groups(),
            () ->
                functions.stream()
                    .map(function -> function.start(request.asFloat()))
                    .toArray(Accumulator[]::new));
    reset = binding.reset();
    this.current = current;
    this.sink = sink;
    text = new CellText(request.numbers().point());
  }

  /** Takes a row that shares its totals with no other, and passes it on. */
  void take(Batch batch, int row) throws IOException {
    current.set(batch, row);
    Group group = groups.of(current);
    if (reset != null && reset.isAt(current)) {
      group.clear();
    }
    sink.begin(batch, row);
    for (int i = 0; i < kinds.length; i++) {
      if (isExclusive && kinds[i].isTotal()) {
        write(i, group);
        add(i, group);
      } else {
        add(i, group);
        write(i, group);
      }
    }
    sink.end();
  }

  /** Takes the first look at a row that shares its totals with its peers. */
  void addPeer(Batch batch, int row, long peers) throws RowException {
    current.set(batch, row);
    Group group = groups.of(current);
    if (isExclusive && group.share(peers)) {
      renderShared(group);
    }
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i].isTotal()) {
        add(i, group);
      }
    }
  }

  /** Passes on a row whose peers have all been looked at. */
  void writePeer(Batch batch, int row, long peers) throws IOException {
    current.set(batch, row);
    Group group = groups.of(current);
    if (!isExclusive && group.share(peers)) {
      renderShared(group);
    }
    sink.begin(batch, row);
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i].isTotal()) {
        byte[] shared = isKept(i) ? null : group.shared(i);
        if (shared == null) {
          sink.nothing();
        } else {
          sink.number(shared, shared.length);
          draw(i, group, shared, shared.length);
        }
      } else {
        add(i, group);
        write(i, group);
      }
    }
    sink.end();
  }

  private void renderShared(Group group) {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i].isTotal()) {
        text.clear();
        boolean isNull = group.isNull(i);
        if (!isNull) {
          group.accumulator(i).writeTo(text);
        }
        group.setShared(i, isNull ? null : text.toBytes());
      }
    }
  }

  /** Adds a row to the sums that shares are parts of. */
  void addToWholes(Batch batch, int row) throws RowException {
    current.set(batch, row);
    Group group = groups.of(current);
    for (int i = 0; i < kinds.length; i++) {
      if (group.accumulator(i) instanceof ShareTotal share) {
        if (!current.isNull(cells[i]) || nulls == NullPolicy.ZERO) {
          share.addToWhole(current.value(cells[i]));
        }
      }
    }
  }

  private void add(int function, Group group) throws RowException {
    Accumulator accumulator = group.accumulator(function);
    int cell = cells[function];
    switch (kinds[function]) {
      case ROW_NUMBER -> ((CountTotal) accumulator).add();
      case COUNT -> {
        if (cell < 0 || !current.isMissing(cell)) {
          ((CountTotal) accumulator).add();
        }
      }
      case LAG -> addCell((Lag) accumulator, cell);
      default -> addNumber(function, cell, group, accumulator);
    }
  }

  private void addCell(Lag lag, int cell) {
    if (current.isAbsent(cell)) {
      lag.add(NOTHING, 0, 0);
    } else {
      lag.add(current.batch().bytes(), current.rawFrom(cell), current.rawTo(cell));
    }
  }

  private void addNumber(int function, int cell, Group group, Accumulator accumulator)
      throws RowException {
    if (current.isNull(cell)) {
      switch (nulls) {
        case ZERO -> accumulator.add(current.value(cell));
        case SKIP -> accumulator.addNull();
        case PROPAGATE -> group.makeNull(function);
        case KEEP, REFUSE -> {}
      }
      return;
    }
    try {
      accumulator.add(current.value(cell));
    } catch (ArithmeticException tooLong) {
      throw new RowException(current.line(), String.valueOf(tooLong.getMessage()));
    }
  }

  /** Whether a row has no total as it has no number. */
  private boolean isKept(int function) {
    return nulls == NullPolicy.KEEP
        && kinds[function].isOfNumbers()
        && current.isNull(cells[function]);
  }

  private void write(int function, Group group) {
    if (group.isNull(function) || isKept(function)) {
      sink.nothing();
      return;
    }
    text.clear();
    group.accumulator(function).writeTo(text);
    if (kinds[function] != FunctionKind.LAG) {
      sink.number(text.bytes(), text.size());
      draw(function, group, text.bytes(), text.size());
    } else if (text.size() == 0) {
      sink.nothing();
    } else {
      sink.cell(text.bytes(), text.size());
    }
  }

  private void draw(int function, Group group, byte[] bytes, int size) {
    if (function == 0 && plot != null) {
      plot.add(group, current, bytes, size);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(kinds);
  }
}
