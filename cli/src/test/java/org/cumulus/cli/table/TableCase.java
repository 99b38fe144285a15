package org.cumulus.cli.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
  private static final int ID = 0;
  private static final int KEY = 1;
  private static final int TIME = 2;
  private static final int FLAG = 3;
  private static final int VALUE = 4;

  private static final List<FunctionKind> KINDS = List.of(FunctionKind.values());
  private static final List<String> KEYS =
      List.of("k,a", "k,b", "k\tc", "", "a \"b\"", "x\ny", "\u00e9", "\ud834\udd1e", "#1");

  private final Random random;
  private final boolean isJson;
  private final char delimiter;
  private final String lineEnd;
  private final boolean endsWithLine;
  private final boolean hasMark;
  private final boolean hasHeader;
  private final boolean isOneColumn;
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

  /** The row with a cell that is no number; -1 for none. */
  private final int broken;

  private final String text;

  TableCase(Random random) {
    this.random = random;
    isJson = oneIn(3);
    delimiter = List.of(',', ',', '\t', ';', '|').get(random.nextInt(5));
    lineEnd = oneIn(2) ? "\n" : isJson || oneIn(2) ? "\r\n" : "\r";
    endsWithLine = oneIn(2);
    hasMark = oneIn(4);
    hasHeader = isJson || !oneIn(6);
    isOneColumn = !isJson && oneIn(8);
    isToldFormat = oneIn(2);
    isGrouped = !isOneColumn && oneIn(2);
    order = oneIn(2) ? -1 : isOneColumn ? VALUE : List.of(KEY, TIME, VALUE).get(random.nextInt(3));
    isDescending = oneIn(2);
    isRange = order >= 0 && oneIn(2);
    isExclusive = oneIn(2);
    isReset = !isOneColumn && !isRange && oneIn(4);
    isFloat = oneIn(4);
    List<NullPolicy> policies = List.of(NullPolicy.values());
    nulls = policies.get(random.nextInt(policies.size()));
    int size = List.of(0, 1, 2, 3, 17, 40, 200).get(random.nextInt(7));
    size = !hasHeader && size == 0 ? 1 : size;
    addRows(size);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      functions.add(function(i));
    }
    broken = readsNumbers() && size > 0 && oneIn(15) ? random.nextInt(size) : -1;
    if (broken >= 0) {
      rows.get(broken)[VALUE] = "1x";
    }
    for (int i = 0; i < size; i++) {
      lines.add(isJson ? json(rows.get(i)) : delimited(rows.get(i), i));
    }
    String all = String.join(lineEnd, lines) + (endsWithLine && size > 0 ? lineEnd : "");
    text = (hasMark ? "\uFEFF" : "") + header("") + all;
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
    if (isJson && size > 0 && rows.stream().allMatch(row -> row[VALUE] == null)) {
      rows.getLast()[VALUE] = "1"; // A member that no row has is refused.
    }
    if (!isJson) {
      rows.forEach(row -> row[KEY] = "".equals(row[KEY]) ? null : row[KEY]);
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
        (kind == FunctionKind.SHARE && isReset) || (kind == FunctionKind.LAG && isOneColumn);
    if (isUnfit) {
      kind = FunctionKind.SUM;
    }
    double parameter =
        kind == FunctionKind.EMA ? 0.25 : kind == FunctionKind.LAG ? 1 + random.nextInt(3) : 1;
    String column = kind == FunctionKind.ROW_NUMBER ? null : name(VALUE);
    return new FunctionSpec(kind, column, parameter, "new " + i);
  }

  private String name(int column) {
    return hasHeader
        ? List.of("id", "the key", "time", "flag", "value").get(column)
        : "" + (isOneColumn ? 1 : column + 1);
  }

  /** The header with more names behind its own. */
  private String header(String more) {
    if (isJson || !hasHeader) {
      return "";
    }
    String names =
        isOneColumn
            ? "value"
            : String.join("" + delimiter, "id", "\"the key\"", "time", "flag", "value");
    return names + more + lineEnd;
  }

  private String delimited(@Nullable String[] row, int index) {
    if (isOneColumn) {
      String value = row[VALUE];
      // Lines without anything at the end are no rows, nor is one in front of all a header.
      boolean mayBeBlank = index > 0 && index < rows.size() - 1 && rest(index);
      return value == null ? mayBeBlank && oneIn(2) ? "" : "\"\"" : value;
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      String cell = row[i] == null ? "" : row[i];
      boolean needsQuotes = i == KEY && row[i] != null;
      boolean isQuoted = needsQuotes || (i != VALUE && oneIn(5));
      String written = cell.replace("\n", lineEnd).replace("\"", "\"\"");
      cells.add(isQuoted ? "\"" + written + "\"" : written);
    }
    return String.join("" + delimiter, cells);
  }

  /** Whether a row with a value follows. */
  private boolean rest(int index) {
    return rows.subList(index + 1, rows.size()).stream().anyMatch(row -> row[VALUE] != null);
  }

  private String json(@Nullable String[] row) {
    List<String> cells = new ArrayList<>();
    cells.add("\"id\":" + row[ID]);
    cells.add("\"the\\u0020key\": " + (row[KEY] == null ? "null" : jsonText(row[KEY])));
    cells.add("\"time\" :" + row[TIME]);
    cells.add("\"flag\":" + row[FLAG]);
    if (row[VALUE] != null) {
      cells.add("\"value\":" + jsonNumber(row[VALUE]));
    }
    return "{" + String.join(", ", cells) + "}";
  }

  private String jsonText(String text) {
    String escaped = text.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "\"" + (oneIn(2) ? escaped.replace("\u00e9", "\\u00e9") : escaped) + "\"";
  }

  private static String jsonNumber(String text) {
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' ? text : "\"" + text + "\"";
  }

  /** What the engine makes of it; of a failure the message. */
  String actual(Path folder) throws IOException {
    List<String> by =
        order < 0
            ? List.of()
            : List.of(
                name(order)
                    + (order == KEY ? ":text" : "")
                    + (isDescending ? ":desc" : "")
                    + (isRange || isOneColumn ? "" : "," + name(ID)));
    TableRequest request =
        new TableRequest(
            functions,
            isGrouped ? List.of(name(KEY)) : List.of(),
            by,
            isRange,
            isExclusive,
            nulls,
            List.of(),
            isReset ? name(FLAG) : null,
            NumberReader.usual(),
            isFloat,
            oneIn(10) ? 1 : oneIn(2) ? 40_000 : 1 << 20);
    byte[] bytes = compressed(text.getBytes(StandardCharsets.UTF_8));
    int longest = oneIn(2) ? 7 : 1 << 20;
    Header.Names names = hasHeader ? Header.Names.FOUND_OUT : Header.Names.NOT_THERE;
    boolean isTold = isToldFormat || lines.isEmpty();
    TableInput input =
        new TableInput(
            () -> Compression.unpacked(new PiecemealStream(bytes, random, longest)),
            isTold ? isJson ? TableFormat.JSONL : TableFormat.CSV : null,
            new Header.Style(
                hasHeader && !isOneColumn ? null : (byte) delimiter,
                true,
                names,
                delimiter == ';' && oneIn(2)),
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
            VALUE,
            isGrouped ? KEY : -1,
            comparator,
            isReset ? FLAG : -1);
    StringBuilder all = new StringBuilder(hasMark ? "\uFEFF" : "");
    StringBuilder names = new StringBuilder();
    functions.forEach(each -> names.append(delimiter).append(each.name()));
    all.append(header(names.toString()));
    // What a row that was the last gets: the line end of the header or, if there is none, the
    // usual.
    String added = !isJson && (hasHeader || lineEnd.equals("\r")) ? lineEnd : "\n";
    for (int i = 0; i < sorted.size(); i++) {
      String line = lines.get(places.get(i));
      all.append(isJson ? line.substring(0, line.length() - 1) : line);
      for (FunctionSpec function : functions) {
        String cell = oracle.cell(i, function);
        if (isJson) {
          String value = cell == null ? "null" : jsonNumber(cell);
          all.append(",\"").append(function.name()).append("\":").append(value);
        } else {
          all.append(delimiter).append(cell == null ? "" : cell);
        }
      }
      boolean hasEnd = endsWithLine || places.get(i) < rows.size() - 1;
      boolean isLast = i == sorted.size() - 1;
      all.append(isJson ? "}" : "").append(hasEnd ? lineEnd : isLast ? "" : added);
    }
    return all.toString();
  }

  /** Why the table is refused; null if it is not. */
  private @Nullable String refusal() {
    long line = header("").isEmpty() ? 1 : 2;
    for (int i = 0; i < rows.size(); i++) {
      String value = rows.get(i)[VALUE];
      if (readsNumbers() && value == null && nulls == NullPolicy.REFUSE) {
        return "line %d: column '%s' has no value, which --nulls refuse does not allow"
            .formatted(line, name(VALUE));
      }
      if (i == broken) {
        return ("line %d: column '%s': '1x' is not a number (--null TEXT names a text that stands"
                + " for a missing one)")
            .formatted(line, name(VALUE));
      }
      char feed = lineEnd.charAt(lineEnd.length() - 1);
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
    Comparator<String> numbers = (a, b) -> compare(TableOracle.number(a), TableOracle.number(b));
    int column = Math.max(order, 0);
    return Comparator.comparing(
        row -> row[column], Comparator.nullsFirst(order == KEY ? texts : numbers));
  }

  private static int compare(Object a, Object b) {
    double x = ((Number) a).doubleValue();
    double y = ((Number) b).doubleValue();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return Double.compare(x, y);
    }
    return exact(a).compareTo(exact(b));
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double real ? new BigDecimal(real) : (BigDecimal) number;
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
