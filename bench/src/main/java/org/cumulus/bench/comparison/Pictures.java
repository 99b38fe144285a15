package org.cumulus.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.charts.BarChart;
import org.cumulus.bench.charts.Bars;
import org.cumulus.bench.charts.Growth;
import org.cumulus.bench.charts.GrowthChart;
import org.cumulus.bench.charts.Theme;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.contestants.PythonPeers;
import org.cumulus.bench.tables.Measurement;

/** The pictures of a comparison: two files each, of which Markdown shows the one that suits. */
final class Pictures {
  private final Path folder;

  /** Pictures that go to a folder, which is made if need be. */
  Pictures(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Draws a set of cells.
   *
   * @return the Markdown that shows it, for a page beside the folder; nothing if there is nothing
   *     to be seen
   */
  String draw(CellSet set, List<Measurement> measurements) throws IOException {
    return set == CellSet.GROWTH ? growth(set, measurements) : bars(set, measurements);
  }

  private String bars(CellSet set, List<Measurement> measurements) throws IOException {
    List<Bars> bars =
        measurements.stream()
            .map(Standing::of)
            .flatMap(Optional::stream)
            .map(Pictures::of)
            .toList();
    if (bars.isEmpty()) {
      return "";
    }
    BarChart chart = new BarChart(set.title(), bars);
    return write(set, chart::svg);
  }

  private static Bars of(Standing standing) {
    return new Bars(
        CellText.name(standing.measurement().cell()),
        CellText.detail(standing.measurement().cell()),
        standing.ours(),
        standing.peerText(),
        standing.theirs(),
        standing.ratio(),
        standing.copy());
  }

  private String growth(CellSet set, List<Measurement> measurements) throws IOException {
    if (measurements.size() < 2) {
      return "";
    }
    List<Growth> lines = new ArrayList<>();
    String ours = Local.CUMULUS.title();
    lines.add(line(ours, measurements, each -> each.nanosPerElement(ours)));
    for (String peer : Standing.peers(measurements.getFirst())) {
      if (!peer.equals(PythonPeers.FRESH)) {
        lines.add(line(peer, measurements, each -> each.nanosPerElement(peer)));
      }
    }
    lines.add(line("copy", measurements, Standing::copy));
    GrowthChart chart = new GrowthChart(set.title(), lines);
    return write(set, chart::svg);
  }

  private static Growth line(
      String title, List<Measurement> measurements, ToDoubleFunction<Measurement> nanos) {
    List<Measurement> those =
        measurements.stream().filter(each -> !Double.isNaN(nanos.applyAsDouble(each))).toList();
    return new Growth(
        title,
        those.stream().map(each -> each.cell().size()).toList(),
        those.stream().map(nanos::applyAsDouble).toList());
  }

  private String write(CellSet set, Function<Theme, String> svg) throws IOException {
    for (Theme theme : Theme.values()) {
      Files.writeString(folder.resolve(fileName(set, theme)), svg.apply(theme));
    }
    String base = folder.getFileName() + "/";
    return """
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset="%s">
      <img src="%s" alt="%s: nanoseconds an element">
    </picture>

    """
        .formatted(
            base + fileName(set, Theme.DARK), base + fileName(set, Theme.LIGHT), set.title());
  }

  private static String fileName(CellSet set, Theme theme) {
    return set.text() + "-" + theme.fileName() + ".svg";
  }
}
