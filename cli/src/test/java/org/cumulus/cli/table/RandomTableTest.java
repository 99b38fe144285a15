package org.cumulus.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables, requests and ways to write them, beside obvious loops. */
class RandomTableTest {
  private static final int ID = 0;
  private static final int KEY = 1;
  private static final int TIME = 2;
  private static final int FLAG = 3;
  private static final int VALUE = 4;

  private static final List<FunctionKind> KINDS = List.of(FunctionKind.values());
  private static final List<NullPolicy> POLICIES =
      List.of(NullPolicy.SKIP, NullPolicy.KEEP, NullPolicy.ZERO, NullPolicy.PROPAGATE);

  @TempDir private Path folder;

  @Test
  void agreesWithObviousLoops() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Case test = new Case(new Random(seed));
      int number = seed;
      assertEquals(
          test.expected(), test.actual(), () -> "seed " + number + ": " + test + "\n" + test.text);
    }
  }

  /** A table, a request, and a way to write it. */
  private final class Case {
    final Random random;
    final boolean isJson;
    final String lineEnd;
    final boolean endsWithLine;
    final List<@Nullable String[]> rows = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    final List<FunctionSpec> functions = new ArrayList<>();
    final boolean isGrouped;
    final boolean isOrdered;
    final boolean isDescending;
    final boolean isRange;
    final boolean isExclusive;
    final boolean isReset;
    final NullPolicy nulls;
    final String text;

    Case(Random random) {
      this.random = random;
      isJson = random.nextInt(3) == 0;
      lineEnd = random.nextBoolean() ? "\n" : "\r\n";
      endsWithLine = random.nextBoolean();
      isGrouped = random.nextBoolean();
      isOrdered = random.nextBoolean();
      isDescending = random.nextBoolean();
      isRange = isOrdered && random.nextBoolean();
      isExclusive = random.nextBoolean();
      isReset = !isRange && random.nextInt(4) == 0;
      nulls = POLICIES.get(random.nextInt(POLICIES.size()));
      int kinds = random.nextInt(6);
      int size = List.of(1, 2, 3, 17, 40).get(random.nextInt(5));
      for (int i = 0; i < size; i++) {
        rows.add(
            new @Nullable String[] {
              "" + i,
              random.nextInt(6) == 0 ? null : "k," + (char) ('a' + random.nextInt(3)),
              random.nextInt(8) == 0 ? null : "" + (random.nextInt(8) - 3),
              random.nextInt(5) == 0 ? "true" : "false",
              random.nextInt(6) == 0 ? null : number(kinds)
            });
        lines.add(isJson ? json(rows.getLast()) : csv(rows.getLast()));
      }
      if (isJson && rows.stream().allMatch(row -> row[VALUE] == null)) {
        rows.getLast()[VALUE] = "1";
        lines.set(size - 1, json(rows.getLast()));
      }
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        functions.add(function(i));
      }
      String all = String.join(lineEnd, lines) + (endsWithLine ? lineEnd : "");
      text = isJson ? all : "id,\"the key\",time,flag,value" + lineEnd + all;
    }

    private FunctionSpec function(int i) {
      FunctionKind kind = KINDS.get(random.nextInt(KINDS.size()));
      if (kind == FunctionKind.SHARE && isReset) {
        kind = FunctionKind.SUM;
      }
      double parameter =
          kind == FunctionKind.EMA ? 0.25 : kind == FunctionKind.LAG ? 1 + random.nextInt(3) : 1;
      String column = kind == FunctionKind.ROW_NUMBER ? null : "value";
      return new FunctionSpec(kind, column, parameter, "new " + i);
    }

    private String number(int kinds) {
      int kind = kinds < 4 ? kinds : random.nextInt(4);
      String sign = random.nextBoolean() ? "-" : "";
      if (random.nextInt(12) == 0 && kinds == 5) {
        return List.of("inf", "-inf", "nan").get(random.nextInt(3));
      }
      return switch (kind) {
        case 0 -> sign + random.nextInt(100);
        case 1 -> sign + random.nextLong(Long.MAX_VALUE);
        case 2 ->
            sign
                + random.nextInt(50)
                + "."
                + random.nextInt(10)
                + "05".substring(random.nextInt(2));
        default ->
            sign
                + (1 + random.nextInt(9))
                + "."
                + random.nextInt(99)
                + "e"
                + (random.nextInt(30) - 15);
      };
    }

    private String csv(@Nullable String[] row) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        String cell = row[i] == null ? "" : row[i];
        boolean needsQuotes = i == KEY && row[i] != null;
        boolean isQuoted = needsQuotes || (i != VALUE && random.nextInt(5) == 0);
        cells.add(isQuoted ? "\"" + cell + "\"" : cell);
      }
      return String.join(",", cells);
    }

    private String json(@Nullable String[] row) {
      List<String> cells = new ArrayList<>();
      cells.add("\"id\":" + row[ID]);
      cells.add("\"the key\": " + (row[KEY] == null ? "null" : "\"" + row[KEY] + "\""));
      cells.add("\"time\" :" + row[TIME]);
      cells.add("\"flag\":" + row[FLAG]);
      if (row[VALUE] != null) {
        boolean isWord = row[VALUE].endsWith("f") || row[VALUE].equals("nan");
        cells.add("\"value\":" + (isWord ? "\"" + row[VALUE] + "\"" : row[VALUE]));
      }
      return "{" + String.join(", ", cells) + "}";
    }

    String actual() throws IOException {
      List<String> order =
          isOrdered
              ? List.of("time" + (isDescending ? ":desc" : "") + (isRange ? "" : ",id"))
              : List.of();
      TableRequest request =
          new TableRequest(
              functions,
              isGrouped ? List.of("the key") : List.of(),
              order,
              isRange,
              isExclusive,
              nulls,
              List.of(),
              isReset ? "flag" : null,
              NumberReader.usual(),
              false,
              random.nextInt(10) == 0 ? 1 : random.nextBoolean() ? 40_000 : 1 << 20);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int longest = random.nextBoolean() ? 7 : 1 << 20;
      TableInput input =
          new TableInput(
              () -> new PiecemealStream(bytes, random, longest),
              null,
              new Header.Style(null, true, true),
              Map.of(),
              null,
              folder);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TableRun.run(request, input, out);
      return out.toString(StandardCharsets.UTF_8);
    }

    String expected() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        order.add(i);
      }
      if (isOrdered) {
        Comparator<Integer> byTime =
            Comparator.comparing(
                i -> rows.get(i)[TIME] == null ? null : Integer.valueOf(rows.get(i)[TIME]),
                Comparator.nullsFirst(Comparator.<Integer>naturalOrder()));
        order.sort(isDescending ? byTime.reversed() : byTime);
      }
      List<@Nullable String[]> sorted = order.stream().map(rows::get).toList();
      TableOracle oracle =
          new TableOracle(
              sorted,
              isExclusive,
              isRange,
              nulls,
              VALUE,
              isGrouped ? KEY : -1,
              TIME,
              isReset ? FLAG : -1);
      StringBuilder all = new StringBuilder();
      if (!isJson) {
        all.append("id,\"the key\",time,flag,value");
        functions.forEach(each -> all.append(',').append(each.name()));
        all.append(lineEnd);
      }
      for (int i = 0; i < sorted.size(); i++) {
        String line = lines.get(order.get(i));
        all.append(isJson ? line.substring(0, line.length() - 1) : line);
        for (FunctionSpec function : functions) {
          all.append(
              isJson
                  ? json(function, oracle.cell(i, function))
                  : "," + csv(oracle.cell(i, function)));
        }
        boolean isLast = i == sorted.size() - 1;
        boolean hasEnd = endsWithLine || order.get(i) < rows.size() - 1;
        all.append(isJson ? "}" : "")
            .append(hasEnd ? lineEnd : isLast ? "" : isJson ? "\n" : lineEnd);
      }
      return all.toString();
    }

    private String csv(@Nullable String cell) {
      return cell == null ? "" : cell;
    }

    private String json(FunctionSpec function, @Nullable String cell) {
      boolean isWord = cell != null && (cell.endsWith("f") || cell.equals("nan"));
      return ",\"" + function.name() + "\":" + (isWord ? "\"" + cell + "\"" : cell);
    }

    @Override
    public String toString() {
      return "%s order=%b range=%b exclusive=%b reset=%b %s"
          .formatted(functions, isOrdered, isRange, isExclusive, isReset, nulls);
    }
  }
}
