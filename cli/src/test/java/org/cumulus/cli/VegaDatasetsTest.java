package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tables that were not made for tests, and their totals by exact fractions, with which pandas and
 * DuckDB agree: vega.py beside the file made it.
 */
class VegaDatasetsTest {
  private static final int CASES = 54;
  private static final int FUNCTIONS = 5;
  private static final Pattern WORD = Pattern.compile(" ");

  @Test
  void agreesWithFractions() throws IOException {
    String all;
    try (InputStream in =
        Objects.requireNonNull(VegaDatasetsTest.class.getResourceAsStream("table/vega.txt"))) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> cases = List.of(all.split("(?m)^==== ", -1));
    for (String each : cases.subList(1, cases.size())) {
      check(each.lines().toList());
    }
    assertEquals(CASES, cases.size() - 1);
  }

  private static void check(List<String> lines) {
    List<String> request = WORD.splitAsStream(lines.getFirst()).toList();
    List<String> arguments = request.stream().skip(1).map(word -> word.replace('~', ' ')).toList();
    boolean isJson = request.contains("jsonl");
    int end = lines.indexOf("----");
    List<String> rows = lines.subList(isJson ? 1 : 2, end);
    String text = String.join("\n", lines.subList(1, end)) + "\n";
    Run run =
        Run.piped(
            text,
            Stream.concat(Stream.of("table", "-"), arguments.stream()).toArray(String[]::new));
    List<String> names = names(arguments);
    List<String> expected = new ArrayList<>();
    for (String line : lines.subList(end + 1, lines.size())) {
      List<String> cells = List.of(line.split("\\|", -1));
      String row = rows.get(Integer.parseInt(cells.getFirst()));
      List<String> added = cells.subList(1, cells.size());
      expected.add(isJson ? json(row, names, added) : row + delimited(request, added));
    }
    assertEquals("", run.err(), lines.getFirst());
    assertEquals(expected, run.out().lines().skip(isJson ? 0 : 1).toList(), lines.getFirst());
  }

  private static List<String> names(List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < FUNCTIONS; i++) {
      String function = arguments.get(2 + 2 * i).substring(2);
      names.add("running_" + function + "_" + arguments.get(3 + 2 * i));
    }
    return names;
  }

  private static String delimited(List<String> request, List<String> cells) {
    String delimiter = request.contains("tsv") ? "\t" : ",";
    return delimiter + String.join(delimiter, cells);
  }

  private static String json(String row, List<String> names, List<String> cells) {
    StringBuilder all = new StringBuilder(row.substring(0, row.length() - 1));
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).isEmpty() ? "null" : cells.get(i);
      all.append(",\"").append(names.get(i)).append("\":").append(cell);
    }
    return all.append('}').toString();
  }
}
