package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cumulus spark} on tables of text: what is carried comes out as it went in. */
final class CsvTest {
  /** Cells of every kind, and what they are written as; only quotes that are not needed go. */
  private static final String[][] CELLS = {
    {"01234", "01234"},
    {"1.10", "1.10"},
    {"TRUE", "TRUE"},
    {"1E5", "1E5"},
    {"2024-03-05T10:00:00.000Z", "2024-03-05T10:00:00.000Z"},
    {"1970-01-01", "1970-01-01"},
    {"NaN", "NaN"},
    {"NA", "NA"},
    {"null", "null"},
    {"", ""},
    {"\"\"", "\"\""},
    {"  a ", "  a "},
    {"\" a\"", " a"},
    {"#1", "#1"},
    {"\"a,b\"", "\"a,b\""},
    {"\"a\\nb\"", "\"a\\nb\""},
    {"\"a\\r\\nb\"", "\"a\\r\\nb\""},
    {"\"a\\rb\"", "\"a\\rb\""},
    {"\"say \"\"x\"\"\"", "\"say \"\"x\"\"\""},
    {"\"\"\"\"", "\"\"\"\""},
    {"5\"", "\"5\"\"\""},
    {"\"C:\\\\dir\\\\\"", "C:\\\\dir\\\\"},
    {"\\\\N", "\\\\N"},
    {"a\\\\\"b", "\"a\\\\\"\"b\""},
    {"'", "'"},
    {"\u00e4\ud83d\ude00", "\u00e4\ud83d\ude00"},
    {"\"\u2028\"", "\u2028"},
  };

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.translateEscapes());
  }

  private static void run(Object... arguments) throws IOException {
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    SubmittedCommand.run(Arguments.parse(words), Session.spark());
  }

  /** The lines that were written, of all parts and sorted, without the header. */
  private static List<String> written(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path part : files.filter(file -> file.toString().endsWith(".csv")).toList()) {
        String text = Files.readString(part);
        lines.addAll(List.of(text.substring(text.indexOf('\n') + 1).split("\n(?=\\d+,)")));
      }
    }
    lines.removeIf(String::isEmpty);
    return lines.stream().map(String::strip).sorted().toList();
  }

  @Test
  void carried() throws IOException {
    StringBuilder text = new StringBuilder("id,c,v\\r\\n");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < CELLS.length; i++) {
      int id = 10 + i;
      text.append(id + "," + CELLS[i][0] + ",1\\r\\n");
      expected.add((id + "," + CELLS[i][1] + ",1," + (i + 1)).translateEscapes());
    }
    Path out = folder.resolve("out.csv");
    run(file("in.csv", text.toString()), "--sum", "v", "--order-by", "id", "-o", out);
    assertEquals(expected, written(out));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "id,v\\n1,10\\n2,1,000\\n; line 3: 3 cells, and the header has 2",
        "id,v\\n1,10\\n2\\n; line 3: 1 cell, and the header has 2",
        "\"x\",\"y\"\\n\"1\",10,100\\n; line 2: 3 cells, and the header has 2",
        "id,v\\n1,\"a\\n2,b\\n; line 2: a quote that is never closed",
        "id,v\\n1,\"a\\n\\nb\" c\\n; line 4: a closing quote is followed by neither",
        "id,v,V\\n; two columns have the name V",
        "id,v\\n"
            + "1,2\\n"
            + "2,NA\\n"
            + "; column v has the text 'NA', which is not a number; if it stands for a missing"
            + " value,",
        "id,v\\n1,2\\n2,1e999\\n; '1e999', which is not a number",
        "id,v\\n1,2\\n2,~1,000~\\n; 3 cells",
        "id,v\\n1,2\\n2,\"1,000\"\\n; '1,000', which is not a number",
        "id,v\\n1,2\\nNA,3\\n; column id has numbers or dates and other texts, such as 'NA'",
        "id,v\\n05/03/2024,2\\n; '05/03/2024', whose order is not clear",
        "id,v\\n5.3.24,2\\n; '5.3.24', whose order is not clear",
        "id,v\\n2024-3-5,2\\n; '2024-3-5', whose order is not clear",
        "id,v\\n5 Mar 2024,2\\n; '5 Mar 2024', whose order is not clear",
        "id,v\\n\"Mar 5, 2024\",2\\n; 'Mar 5, 2024', whose order is not clear",
        "id,v\\n9:05,2\\n10:05,3\\n; '10:05', whose order is not clear",
        "id,v\\n\"1,000\",2\\n; '1,000', whose order is not clear",
        "id,v\\n2024-02-30,2\\n; '2024-02-30', whose order is not clear",
        "id,v\\n2024-02-03T10:00Z,2\\n; '2024-02-03T10:00Z', whose order is not clear",
        "id,v\\n2024-02-03,2\\n2024-02-03 10:00:00Z,2\\n; column id has numbers or dates and other",
        "~~; is empty",
        "a,b\\n1,2\\n; there is no column v; the columns are a, b",
      })
  void refused(String text, String message) throws IOException {
    String[] arguments = {
      file("in.csv", text).toString(), "--sum", "v", "--order-by", "id", "-o", folder + "/out.csv"
    };
    Exception e = assertThrows(Exception.class, () -> run((Object[]) arguments));
    assertTrue(SubmittedCommand.reason(e).contains(message), SubmittedCommand.reason(e));
    try (Stream<Path> left =
        Files.exists(folder.resolve("out.csv"))
            ? Files.list(folder.resolve("out.csv"))
            : Stream.of()) {
      assertEquals(List.of(), left.filter(file -> file.toString().endsWith(".csv")).toList());
    }
  }

  @Test
  void groupsAsTheyAreSpelled() throws IOException {
    Path in = file("in.csv", "zip,v,t\\n01234,1,1\\n1234,2,2\\n01234,4,3\\n");
    Path out = folder.resolve("out.csv");
    run(in, "--sum", "v", "--partition-by", "zip", "--order-by", "t", "-o", out);
    assertEquals(List.of("01234,1,1,1", "01234,4,3,5", "1234,2,2,2"), written(out));
  }

  /** What orders and what is compared are numbers, dates and times, not their texts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "9 10 NA; t; --null NA; 10",
        "9 10 -1; t; --row-number; 10",
        "9 10.0 +2; t; --row-number; 10.0",
        "9 123456789012345678901234567890 5; t; --row-number; 123456789012345678901234567890",
        "2024-03-05 2024-03-04 2024-03-06; t; --row-number; 2024-03-06",
        "2024-03-05T10:00 2024-03-05T09:00:01 2024-03-05; t; --row-number; 2024-03-05T10:00",
        "2024-03-05T10:00:00+02:00 2024-03-05T09:00:00Z; t; --row-number; 2024-03-05T09:00:00Z",
        "05/03/2024 04/12/2023 06/01/2024; t:date(dd/MM/yyyy); --row-number; 05/03/2024",
        "05/03/2024 04/12/2023 06/01/2024; t:date(MM/dd/yyyy); --row-number; 06/01/2024",
        "9 10 1; t:text; --row-number; 9",
        "9 10 1; t:desc; --row-number; 1",
        "05/03/2024 06/01/2024; t:date(dd/MM/yyyy):desc; --row-number; 06/01/2024",
        "A1 A10 A2; t; --row-number; A2",
      })
  void last(String texts, String order, String option, String expected) throws IOException {
    StringBuilder rows = new StringBuilder("n,t\\n");
    for (String text : texts.split(" ", -1)) {
      rows.append("1,").append(text).append("\\n");
    }
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                file("in.csv", rows.toString()), "--sum", "n", "--as", "s", "--order-by", order));
    arguments.addAll(List.of(option.split(" ", -1)));
    Path out = folder.resolve("out");
    arguments.addAll(List.of("-o", out));
    run(arguments.toArray());
    assertEquals(
        expected,
        Session.spark()
            .read()
            .parquet(out.toString())
            .orderBy(col("s").desc())
            .first()
            .getString(1));
  }

  @Test
  void numbersOfTexts() throws IOException {
    Path in = file("in.csv", "t,a,b\\n1,9,NA\\n2,10, 2.5 \\n3,,-\\n");
    Path out = folder.resolve("out.csv");
    run(
        in,
        "--max",
        "a",
        "--min",
        "b",
        "--count",
        "b",
        "--sum",
        "b",
        "--null",
        "NA",
        "--null",
        "-",
        "--order-by",
        "t",
        "-o",
        out);
    assertEquals(
        List.of("1,9,NA,9,,0,", "2,10, 2.5 ,10,2.5,1,2.5", "3,,-,10,2.5,1,2.5"), written(out));
  }

  /** A blank line is a cell of nothing where there is one column, and no row elsewhere. */
  @Test
  void blankLines() throws IOException {
    Path out = folder.resolve("out");
    run(file("one.csv", "v\\n1\\n\\n3\\n\\n\\n"), "--row-number", "--order-by", "v", "-o", out);
    assertEquals(3, Session.spark().read().parquet(out.toString()).count());
    Path two = folder.resolve("two");
    run(file("two.csv", "v,w\\n1,2\\n\\n3,4\\n\\n"), "--row-number", "--order-by", "v", "-o", two);
    assertEquals(2, Session.spark().read().parquet(two.toString()).count());
  }

  @ParameterizedTest
  @CsvSource({
    "a[1].csv",
    "a:b.csv",
    "_a.csv",
    ".a.csv",
    "a b%20.csv",
    "{a}*?.csv",
    "\u00e4.csv",
    "a\\b.csv"
  })
  void paths(String name) throws IOException {
    Path out = folder.resolve("out" + name);
    run(file(name, "id,v\\n1,2\\n"), "--sum", "v", "--order-by", "id", "-o", out);
    assertEquals(List.of("1,2,2"), written(out));
    if (!name.startsWith("_") && !name.startsWith(".")) {
      Path table = folder.resolve(name + "p");
      run(out, "--sum", "v", "--as", "w", "--order-by", "id", "-o", table);
      Path back = folder.resolve("back.csv");
      run(table, "--sum", "w", "--order-by", "id", "-o", back);
      assertEquals(List.of("1,2,2,2,2"), written(back));
    }
  }

  /** Tabs, a mark of the encoding, a folder, and gzip. */
  @Test
  void files() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts.tsv"));
    Files.writeString(parts.resolve("a"), "\ufeffid\tv\n1\t2,5\n");
    Files.writeString(parts.resolve("b"), "id\tv\n2\tx\n");
    Files.writeString(parts.resolve("_SUCCESS"), "");
    Path out = folder.resolve("out.tsv.gz");
    run(parts, "--row-number", "--order-by", "id", "-o", out);
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(out)) {
      for (Path part : files.filter(file -> file.toString().endsWith(".gz")).sorted().toList()) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(part))) {
          text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertEquals("1\t2,5\t1\n2\tx\t2\n", text.toString().replace("id\tv\trow_number\n", ""));
    Files.writeString(parts.resolve("c"), "id\tw\n3\t1\n");
    Exception e =
        assertThrows(Exception.class, () -> run(parts, "--row-number", "--order-by", "id"));
    assertTrue(
        SubmittedCommand.reason(e).contains("other columns than the first file"),
        SubmittedCommand.reason(e));
    Path gzip = folder.resolve("in.csv.gz");
    try (GZIPOutputStream to = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      to.write("id,v\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Path back = folder.resolve("back.csv");
    run(gzip, "--sum", "v", "--order-by", "id", "-o", back);
    assertEquals(List.of("1,2,2"), written(back));
  }

  @Test
  void noUtf8() throws IOException {
    Path in = Files.write(folder.resolve("in.csv"), new byte[] {'a', '\n', (byte) 0xE4, '\n'});
    Exception e = assertThrows(Exception.class, () -> run(in, "--row-number", "--order-by", "a"));
    assertTrue(SubmittedCommand.reason(e).contains("not UTF-8"), SubmittedCommand.reason(e));
  }

  /** Names that mean something to Spark, or to the command line. */
  @Test
  void names() throws IOException {
    String header = "a.b,\"wind, max\",x:desc,__cumulus_0,\"q\"\"t\",`\n";
    Path in = file("in.csv", header + "2,1,7,6,5,4\n1,3,8,6,5,4\n");
    Path out = folder.resolve("out.csv");
    run(
        in,
        "--sum",
        "a.b",
        "--max",
        "wind, max",
        "--sum",
        "x:desc",
        "--as",
        "__cumulus_1",
        "--sum",
        "`",
        "--order-by",
        "\"wind, max\":desc,x:desc",
        "--partition-by",
        "__cumulus_0,\"q\"\"t\"",
        "-o",
        out);
    assertEquals(List.of("1,3,8,6,5,4,1,3,8,4", "2,1,7,6,5,4,3,3,15,8"), written(out));
  }

  /** One line of an error, and the exit status. */
  @Test
  void status() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        SubmittedCommand.run(
            new String[] {folder + "/none.csv", "--sum", "v", "--order-by"},
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertEquals(2, status);
    assertEquals(
        "cumulus: --order-by needs a value (see --help)\n",
        errors.toString(StandardCharsets.UTF_8));
  }
}
