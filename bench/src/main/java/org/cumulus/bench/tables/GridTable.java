package org.cumulus.bench.tables;

import static org.cumulus.bench.charts.Figures.number;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.contestants.PythonPeers;

/** Measurements as Markdown. */
final class GridTable {
  private final List<String> peers;
  private final List<Measurement> measurements;

  /**
   * A table of finished measurements.
   *
   * @param peers the titles of columns beside those that are always there
   */
  GridTable(List<String> peers, List<Measurement> measurements) {
    this.peers = peers;
    this.measurements = measurements;
  }

  /** All of it: the grid, the small calls, and how it stands with the targets. */
  String markdown() {
    return grid() + smallCalls() + summary();
  }

  private String grid() {
    List<String> timed =
        Stream.concat(
                Stream.of(
                    Local.CUMULUS.title(),
                    Local.ONE_THREAD.title(),
                    Local.BLOCKED.title(),
                    Local.FRESH.title(),
                    PythonPeers.WARM,
                    PythonPeers.FRESH,
                    Local.CONTIGUOUS.title(),
                    Local.COPY_ONE.title(),
                    Local.COPY_ALL.title(),
                    Local.PREFIX.title()),
                peers.stream())
            .toList();
    StringBuilder text = new StringBuilder("## All cells, nanoseconds an element\n\n");
    row(
        text,
        "dtype",
        "shape",
        "axis",
        "layout",
        String.join(" | ", timed),
        "× NumPy",
        "fresh × NumPy",
        "÷ ceiling",
        "missed");
    text.append("|---|---|---|---").append("|---:".repeat(timed.size() + 3)).append("|---|\n");
    for (Measurement measurement : measurements) {
      Cell cell = measurement.cell();
      row(
          text,
          cell.dtype().name(),
          cell.shapeText(),
          cell.axisText(),
          cell.layout().text(),
          timed.stream()
              .map(title -> number(measurement.nanosPerElement(title)))
              .collect(Collectors.joining(" | ")),
          bold(number(measurement.ratio(PythonPeers.WARM, Local.CUMULUS.title()))),
          number(measurement.ratio(PythonPeers.FRESH, Local.FRESH.title())),
          ceilings(measurement),
          String.join("; ", Target.allMissed(measurement)));
    }
    return text.append('\n').toString();
  }

  private static String ceilings(Measurement measurement) {
    return Target.of(measurement.cell()).stream()
        .filter(target -> !Double.isNaN(target.ceilingRatio(measurement)))
        .map(target -> number(target.ceilingRatio(measurement)) + " " + target.comparison())
        .collect(Collectors.joining("; "));
  }

  private String smallCalls() {
    List<Measurement> small = measurements.stream().filter(GridTable::isSmall).toList();
    if (small.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Small calls\n\n");
    row(
        text,
        "dtype",
        "shape",
        "axis",
        "primitive, ns a call",
        "NDArray, fresh, ns",
        "NDArray, warm, ns",
        "NumPy, fresh, ns",
        "NumPy, warm, ns",
        "bytes beyond the result: primitive",
        "NDArray, fresh");
    text.append("|---|---|---").append("|---:".repeat(7)).append("|\n");
    for (Measurement measurement : small) {
      row(
          text,
          measurement.cell().dtype().name(),
          measurement.cell().shapeText(),
          measurement.cell().axisText(),
          number(measurement.nanos(Local.PRIMITIVE.title())),
          number(measurement.nanos(Local.FRESH.title())),
          number(measurement.nanos(Local.CUMULUS.title())),
          number(measurement.nanos(PythonPeers.FRESH)),
          number(measurement.nanos(PythonPeers.WARM)),
          number(measurement.bytesBeyondResult(Local.PRIMITIVE.title())),
          number(measurement.bytesBeyondResult(Local.FRESH.title())));
    }
    return text.append('\n').toString();
  }

  private static boolean isSmall(Measurement measurement) {
    return measurement.cell().size() <= 1000;
  }

  private String summary() {
    double[] ratios = ratios(PythonPeers.WARM, Local.CUMULUS);
    double[] fresh = ratios(PythonPeers.FRESH, Local.FRESH);
    long met = measurements.stream().filter(each -> Target.allMissed(each).isEmpty()).count();
    StringBuilder text = new StringBuilder("## Against the targets\n\n");
    text.append(
        "Cells that reach all their targets: %d of %d.\n".formatted(met, measurements.size()));
    if (ratios.length > 0) {
      text.append(
          "Times faster than NumPy, warm result: %s (geometric mean), %s (least).\n"
              .formatted(number(geometricMean(ratios)), number(least(ratios))));
      text.append(
          "Times faster than NumPy, fresh result: %s (geometric mean), %s (least).\n"
              .formatted(number(geometricMean(fresh)), number(least(fresh))));
    }
    text.append('\n');
    row(text, "work", "cells", "missing a target", "least × NumPy", "most ÷ ceiling");
    text.append("|---|---:|---:|---:|---:|\n");
    for (Target target : Target.values()) {
      List<Measurement> cells =
          measurements.stream().filter(each -> Target.of(each.cell()).contains(target)).toList();
      if (!cells.isEmpty()) {
        row(
            text,
            target.work(),
            Integer.toString(cells.size()),
            Long.toString(cells.stream().filter(each -> !target.missed(each).isEmpty()).count()),
            number(least(cells.stream().mapToDouble(target::numPyRatio).toArray())),
            number(cells.stream().mapToDouble(target::ceilingRatio).max().orElse(Double.NaN)));
      }
    }
    return text.toString();
  }

  private double[] ratios(String slow, Local fast) {
    return measurements.stream()
        .mapToDouble(each -> each.ratio(slow, fast.title()))
        .filter(ratio -> !Double.isNaN(ratio))
        .toArray();
  }

  private static double geometricMean(double[] ratios) {
    return Math.exp(DoubleStream.of(ratios).map(Math::log).average().orElse(Double.NaN));
  }

  private static double least(double[] ratios) {
    return DoubleStream.of(ratios).min().orElse(Double.NaN);
  }

  private static void row(StringBuilder text, String... columns) {
    text.append("| ").append(String.join(" | ", columns)).append(" |\n");
  }

  private static String bold(String text) {
    return text.isEmpty() ? text : "**" + text + "**";
  }
}
