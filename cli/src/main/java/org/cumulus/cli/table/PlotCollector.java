package org.cumulus.cli.table;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulus.cli.plot.PointSeries;
import org.cumulus.cli.plot.TablePlot;
import org.cumulus.cli.table.sort.DateKey;
import org.cumulus.cli.table.sort.OrderColumn;
import org.cumulus.cli.table.values.NumberReader;
import org.cumulus.cli.table.values.Value;
import org.jspecify.annotations.Nullable;

/** Collects what a plot shows: the first new column over the first of the order, or the rows. */
public final class PlotCollector {
  /** As many as there are colours that can be told apart. */
  private static final int MOST_CURVES = 6;

  private static final int DATE_LENGTH = "2024-12-31".length();

  private final Map<Group, PointSeries> curves = new HashMap<>();
  private final Set<Group> others = new HashSet<>();
  private final List<PointSeries> drawn = new ArrayList<>();
  private final NumberReader numbers = NumberReader.usual();
  private final Value value = new Value();
  private String ordinate = "";
  private @Nullable OrderColumn order;
  private List<GroupColumn> groups = List.of();
  private long rows;
  private @Nullable Boolean isTime;

  /** Says what is asked for. */
  void begin(TableRequest request, Binding binding) {
    ordinate = request.names().getFirst();
    order = binding.order().isEmpty() ? null : binding.order().getFirst();
    groups = binding.groups();
  }

  /** Takes the first new cell of a row. */
  void add(Group group, CurrentRow row, byte[] text, int size) {
    rows++;
    PointSeries curve = curves.get(group);
    if (curve == null) {
      if (drawn.size() == MOST_CURVES) {
        others.add(group);
        return;
      }
      curve = new PointSeries(label(row));
      curves.put(group, curve);
      drawn.add(curve);
    }
    double position = position(row);
    if (numbers.read(text, 0, size, value)) {
      curve.add(position, value.toDouble());
    }
  }

  private String label(CurrentRow row) {
    StringBuilder label = new StringBuilder();
    for (GroupColumn column : groups) {
      label.append(label.isEmpty() ? "" : ", ");
      label.append(row.isMissing(column.cell()) ? "(none)" : text(row, column));
    }
    boolean isTaken = drawn.stream().anyMatch(other -> other.name().contentEquals(label));
    return label.isEmpty() ? ordinate : isTaken ? label + " " + (drawn.size() + 1) : "" + label;
  }

  private static String text(CurrentRow row, GroupColumn column) {
    String text = new String(row.text(column.cell()), StandardCharsets.UTF_8);
    return column.part() == null ? text : text.substring(0, column.part().length());
  }

  /** Where a row stands; NaN if its cell is missing, or of another kind than those before. */
  private double position(CurrentRow row) {
    OrderColumn column = order;
    if (column == null) {
      return rows;
    }
    if (row.isMissing(column.cell())) {
      return Double.NaN;
    }
    byte[] cell = row.text(column.cell());
    boolean isNumber = column.date() == null && numbers.read(cell, 0, cell.length, value);
    double position =
        isNumber
            ? value.toDouble()
            : millis(column.date(), new String(cell, StandardCharsets.UTF_8));
    if (isTime == null && !Double.isNaN(position)) {
      isTime = !isNumber;
    }
    return isTime != null && isTime == !isNumber ? position : Double.NaN;
  }

  private static double millis(@Nullable DateTimeFormatter format, String text) {
    try {
      if (format != null) {
        return DateKey.instant(format, text.strip()).toEpochMilli();
      }
      if (text.length() < DATE_LENGTH) {
        return Double.NaN;
      }
      LocalDate day = LocalDate.parse(text.substring(0, DATE_LENGTH));
      return day.atTime(time(text)).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException none) {
      return Double.NaN;
    }
  }

  /** The time behind a date, as it stands there. */
  private static LocalTime time(String text) {
    String rest = text.length() > DATE_LENGTH + 1 ? text.substring(DATE_LENGTH + 1) : "";
    String clock = rest.replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)?\\s*$", "");
    return clock.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(clock);
  }

  /** What was collected. */
  public TablePlot plot() {
    OrderColumn column = order;
    return new TablePlot(
        column == null ? "row" : column.name(),
        ordinate,
        Boolean.TRUE.equals(isTime),
        drawn,
        drawn.size() + others.size());
  }
}
