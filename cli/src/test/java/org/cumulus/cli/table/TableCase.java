package org.cumulus.cli.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.cumulus.cli.output.Compression;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;

/** A random table, a way to write it, and a request. */
final class TableCase {
  private static final List<FunctionKind> KINDS = List.of(FunctionKind.values());
  private static final List<String> KEYS =
      List.of("k,a", "k,b", "k\tc", "", "a \"b\"", "x\ny", "\u00e9", "\ud834\udd1e", "#1");

  private final Random random;
  private final TableText written;
  private final boolean isToldFormat;
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<FunctionSpec> functions = new ArrayList<>();
  private final boolean isGrouped;
  private final int order;
  private final boolean isDescending;
  private final boolean isRange;
  private final boolean isExclusive;
  private final boolean isReset;
  private final boolean isFloat;
  private final NullPolicy nulls;

  /** The row that has a cell which is not a number; -1 if there is none. */
  private final int broken;

  private final String text;

  TableCase(Random random) {
    this.random = random;
    written = new TableText(random);
    isToldFormat = oneIn(2);
    isGrouped = !written.isOneColumn && oneIn(2);
    order =
        oneIn(2)
            ? -1
            : written.isOneColumn
                ? TableText.VALUE
                : List.of(TableText.KEY, TableText.TIME, TableText.VALUE).get(random.nextInt(3));
    isDescending = oneIn(2);
    isRange = order >= 0 && oneIn(2);
    isExclusive = oneIn(2);
    isReset = !written.isOneColumn && !isRange && oneIn(4);
    isFloat = oneIn(4);
    List<NullPolicy> policies = List.of(NullPolicy.values());
    nulls = policies.get(random.nextInt(policies.size()));
    int size = List.of(0, 1, 2, 3, 17, 40, 200).get(random.nextInt(7));
    size = !written.hasHeader && size == 0 ? 1 : size;
    addRows(size);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      functions.add(function(i));
    }
    broken = readsNumbers() && size > 0 && oneIn(15) ? random.nextInt(size) : -1;
    if (broken >= 0) {
      rows.get(broken)[TableText.VALUE] = "1x";
    }
    for (int i = 0; i < size; i++) {
      lines.add(written.line(rows, i));
    }
    text = written.whole(lines);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private void addRows(int size) {
    int kinds = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      rows.add(
          new @Nullable String[] {
            "" + i,
            oneIn(6) ? null : KEYS.get(random.nextInt(KEYS.size())),
            oneIn(8) ? null : "" + (random.nextInt(8) - 3),
            oneIn(5) ? "true" : "false",
            oneIn(nulls == NullPolicy.REFUSE ? 60 : 6) ? null : number(kinds)
          });
    }
    if (written.isJson && size > 0 && rows.stream().allMatch(row -> row[TableText.VALUE] == null)) {
      rows.getLast()[TableText.VALUE] = "1"; // A member that no row has is refused.
    }
    if (!written.isJson) {
      rows.forEach(
          row -> row[TableText.KEY] = "".equals(row[TableText.KEY]) ? null : row[TableText.KEY]);
    }
  }

  private String number(int kinds) {
    int kind = kinds < 4 ? kinds : random.nextInt(4);
    String sign = oneIn(2) ? "-" : "";
    if (oneIn(12) && kinds == 5) {
      return List.of("inf", "-inf", "nan").get(random.nextInt(3));
    }
    return switch (kind) {
      case 0 -> sign + random.nextInt(100);
      case 1 -> sign + random.nextLong(Long.MAX_VALUE);
      case 2 ->
          sign + random.nextInt(50) + "." + random.nextInt(10) + "05".substring(random.nextInt(2));
      default ->
          sign
              + (1 + random.nextInt(9))
              + "."
              + random.nextInt(99)
              + "e"
              + (random.nextInt(30) - 15);
    };
  }

  private FunctionSpec function(int i) {
    FunctionKind kind = KINDS.get(random.nextInt(KINDS.size()));
    boolean isUnfit =
        (kind == FunctionKind.SHARE && isReset)
            || (kind == FunctionKind.LAG && written.isOneColumn);
    if (isUnfit) {
      kind = FunctionKind.SUM;
    }
    double parameter =
        kind == FunctionKind.EMA ? 0.25 : kind == FunctionKind.LAG ? 1 + random.nextInt(3) : 1;
    String column = kind == FunctionKind.ROW_NUMBER ? null : written.name(TableText.VALUE);
    return new FunctionSpec(kind, column, parameter, "new " + i);
  }

  /** What the engine makes of it; of a failure the message. */
  String actual(Path folder) throws IOException {
    List<String> by =
        order < 0
            ? List.of()
            : List.of(
                written.name(order)
                    + (order == TableText.KEY ? ":text" : "")
                    + (isDescending ? ":desc" : "")
                    + (isRange || written.isOneColumn ? "" : "," + written.name(TableText.ID)));
    TableRequest request =
        new TableRequest(
            functions,
            isGrouped ? List.of(written.name(TableText.KEY)) : List.of(),
            by,
            isRange,
            isExclusive,
            nulls,
            List.of(),
            isReset ? written.name(TableText.FLAG) : null,
            NumberReader.usual(),
            isFloat,
            oneIn(10) ? 1 : oneIn(2) ? 40_000 : 1 << 20);
    byte[] bytes = compressed(text.getBytes(StandardCharsets.UTF_8));
    int longest = oneIn(2) ? 7 : 1 << 20;
    Header.Names names = written.hasHeader ? Header.Names.ASSUMED : Header.Names.ABSENT;
    boolean isTold = isToldFormat || lines.isEmpty();
    TableInput input =
        new TableInput(
            () -> Compression.unpacked(new PiecemealStream(bytes, random, longest)),
            isTold ? written.isJson ? TableFormat.JSONL : TableFormat.CSV : null,
            new Header.Style(
                written.hasHeader && !written.isOneColumn ? null : (byte) written.delimiter,
                true,
                names,
                written.delimiter == ';' && oneIn(2)),
            Map.of(),
            null,
            folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TableRun.run(request, input, out);
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private byte[] compressed(byte[] plain) throws IOException {
    int way = random.nextInt(6);
    if (way > 1) {
      return plain;
    }
    int middle = oneIn(2) ? 0 : random.nextInt(plain.length + 1);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (byte[] part :
        List.of(Arrays.copyOf(plain, middle), Arrays.copyOfRange(plain, middle, plain.length))) {
      if (way == 1) {
        packed.write(Zstd.compress(part));
      } else {
        try (GZIPOutputStream member = new GZIPOutputStream(packed)) {
          member.write(part);
        }
      }
    }
    return packed.toByteArray();
  }

  /** What obvious loops make of it. */
  String expected() {
    String refusal = refusal();
    if (refusal != null) {
      return refusal;
    }
    Comparator<@Nullable String[]> comparator = comparator();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      places.add(i);
    }
    if (order >= 0) {
      Comparator<Integer> byRow = Comparator.comparing(rows::get, comparator);
      places.sort(isDescending ? byRow.reversed() : byRow);
    }
    List<@Nullable String[]> sorted = places.stream().map(rows::get).toList();
    TableOracle oracle =
        new TableOracle(
            sorted,
            isExclusive,
            isRange,
            nulls,
            isFloat,
            TableText.VALUE,
            isGrouped ? TableText.KEY : -1,
            comparator,
            isReset ? TableText.FLAG : -1);
    StringBuilder all = new StringBuilder(written.mark());
    StringBuilder names = new StringBuilder();
    functions.forEach(each -> names.append(written.delimiter).append(each.name()));
    all.append(written.header(names.toString()));
    // What a row that was the last gets: the line end of the header or, if there is none, the
    // usual.
    String added =
        !written.isJson && (written.hasHeader || written.lineEnd.equals("\r"))
            ? written.lineEnd
            : "\n";
    for (int i = 0; i < sorted.size(); i++) {
      String line = lines.get(places.get(i));
      all.append(written.isJson ? line.substring(0, line.length() - 1) : line);
      for (FunctionSpec function : functions) {
        String cell = oracle.cell(i, function);
        if (written.isJson) {
          String value = cell == null ? "null" : TableText.jsonNumber(cell);
          all.append(",\"").append(function.name()).append("\":").append(value);
        } else {
          all.append(written.delimiter).append(cell == null ? "" : cell);
        }
      }
      boolean hasEnd = written.endsWithLine || places.get(i) < rows.size() - 1;
      boolean isLast = i == sorted.size() - 1;
      all.append(written.isJson ? "}" : "").append(hasEnd ? written.lineEnd : isLast ? "" : added);
    }
    return all.toString();
  }

  /** Why the table is refused; null if it is not. */
  private @Nullable String refusal() {
    long line = written.header("").isEmpty() ? 1 : 2;
    for (int i = 0; i < rows.size(); i++) {
      String value = rows.get(i)[TableText.VALUE];
      if (readsNumbers() && value == null && nulls == NullPolicy.REFUSE) {
        return "line %d: column '%s' has no value, which --nulls refuse does not allow"
            .formatted(line, written.name(TableText.VALUE));
      }
      if (i == broken) {
        return ("line %d: column '%s': '1x' is not a number (--null TEXT names a text that stands"
                + " for a missing one)")
            .formatted(line, written.name(TableText.VALUE));
      }
      char feed = written.lineEnd.charAt(written.lineEnd.length() - 1);
      line += 1 + lines.get(i).chars().filter(c -> c == feed).count();
    }
    return null;
  }

  private boolean readsNumbers() {
    return functions.stream().anyMatch(each -> each.kind().isOfNumbers());
  }

  private Comparator<@Nullable String[]> comparator() {
    Comparator<String> texts =
        (a, b) ->
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    Comparator<String> numbers =
        (a, b) -> TableOracle.compare(TableOracle.number(a), TableOracle.number(b));
    int column = Math.max(order, 0);
    return Comparator.comparing(
        row -> row[column], Comparator.nullsFirst(order == TableText.KEY ? texts : numbers));
  }

  @Override
  public String toString() {
    return "%s order=%d%s range=%b exclusive=%b reset=%b float=%b %s, told=%b\n%s"
        .formatted(
            functions,
            order,
            isDescending ? " desc" : "",
            isRange,
            isExclusive,
            isReset,
            isFloat,
            nulls,
            isToldFormat,
            text);
  }
}
