package org.cumulus.bench.comparison;

import static java.util.stream.Collectors.joining;
import static org.cumulus.bench.charts.Figures.number;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.tables.Measurement;

/** A comparison as Markdown. */
final class ComparisonPage {
  /** Who is behind by less may be ahead the next time. */
  private static final double NOISE = 0.95;

  private final Samples samples;
  private final StringBuilder text = new StringBuilder();

  ComparisonPage(Samples samples) {
    this.samples = samples;
  }

  /**
   * All of it.
   *
   * @param head the title, and all that figures depend on
   */
  String markdown(String head, Pictures pictures) throws IOException {
    text.append(head);
    Map<CellSet, List<Standing>> standings = new LinkedHashMap<>();
    for (CellSet group : CellSet.GROUPS) {
      List<Standing> those =
          samples.of(group).stream().map(Standing::of).flatMap(Optional::stream).toList();
      if (!those.isEmpty()) {
        standings.put(group, those);
      }
    }
    text.append(pictures.draw(CellSet.OVERVIEW, samples.of(CellSet.OVERVIEW)));
    summary(standings);
    for (Map.Entry<CellSet, List<Standing>> group : standings.entrySet()) {
      text.append("## ").append(group.getKey().title()).append("\n\n");
      text.append(pictures.draw(group.getKey(), samples.of(group.getKey())));
      group(group.getValue());
    }
    everybody();
    return text.toString();
  }

  private void summary(Map<CellSet, List<Standing>> standings) {
    List<Standing> all = standings.values().stream().flatMap(List::stream).distinct().toList();
    if (all.isEmpty()) {
      return;
    }
    List<Standing> behind = all.stream().filter(Standing::isBehind).toList();
    long clearly = behind.stream().filter(each -> each.ratio() < NOISE).count();
    text.append(
        """
        ## In short

        The best of the others takes **%s times** as long as Cumulus (geometric mean of %d cells). Cumulus is behind \
        it in **%d** cells, by more than 5 %% in %d of them.

        """
            .formatted(number(Standing.geometricMean(all)), all.size(), behind.size(), clearly));
    row("cells", "number", "best peer ÷ Cumulus, geometric mean", "least", "behind");
    text.append("|---|---:|---:|---:|---:|\n");
    standings.forEach(
        (group, those) ->
            row(
                group.title(),
                String.valueOf(those.size()),
                number(Standing.geometricMean(those)),
                number(Standing.least(those)),
                String.valueOf(those.stream().filter(Standing::isBehind).count())));
    text.append('\n');
  }

  private void group(List<Standing> standings) {
    row("dtype", "array", "Cumulus", "best peer", "takes", "÷ Cumulus", "copy");
    text.append("|---|---|---:|---|---:|---:|---:|\n");
    for (Standing each : standings) {
      String ratio = number(each.ratio());
      row(
          CellText.name(each.measurement().cell()),
          CellText.detail(each.measurement().cell()),
          number(each.ours()),
          each.peerText(),
          number(each.theirs()),
          each.isBehind() ? ratio + " (behind)" : "**" + ratio + "**",
          number(each.copy()));
    }
    text.append('\n');
  }

  private void everybody() {
    // Some cells are in two groups.
    List<Measurement> all =
        CellSet.GROUPS.stream().flatMap(group -> samples.of(group).stream()).distinct().toList();
    Set<String> titles = new LinkedHashSet<>();
    titles.add(Local.CUMULUS.title());
    all.forEach(each -> titles.addAll(Standing.peers(each)));
    titles.add(Local.COPY_ONE.title());
    titles.add(Local.COPY_ALL.title());
    text.append("## Everybody, nanoseconds an element\n\n");
    row("dtype", "array", String.join(" | ", titles));
    text.append("|---|---").append("|---:".repeat(titles.size())).append("|\n");
    for (Measurement each : all) {
      row(
          CellText.name(each.cell()),
          CellText.detail(each.cell()),
          titles.stream().map(title -> figure(each, title)).collect(joining(" | ")));
    }
  }

  private static String figure(Measurement measurement, String title) {
    String figure = number(measurement.nanosPerElement(title));
    return measurement.isApproximate(title) ? figure + " ≈" : figure;
  }

  private void row(String... columns) {
    text.append("| ").append(String.join(" | ", columns)).append(" |\n");
  }
}
