package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCommandTest {
  @TempDir private Path folder;

  /** What has left the command by now. */
  private volatile String seen = "";

  private static Run table(String in, String... arguments) {
    return Run.piped(
        in, Stream.concat(Stream.of("table", "-"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static void prints(String out, String in, String... arguments) {
    assertEquals(Run.prints(out), table(in, arguments));
  }

  private static void fails(String problem, String in, String... arguments) {
    Run run = table(in, arguments);
    assertEquals(1, run.exitCode(), run::toString);
    assertEquals("cumulus: standard input: " + problem + "\n", run.err());
  }

  private static void refuses(String problem, String in, String... arguments) {
    assertEquals(Run.refuses(problem), table(in, arguments));
  }

  @Test
  void decimalsAreAddedAsTheyAreWritten() {
    prints(
        "v,running_sum_v\n0.1,0.1\n0.2,0.3\n12.50,12.80\n", "v\n0.1\n0.2\n12.50\n", "--sum", "v");
    prints(
        """
        v,s
        9223372036854775807,9223372036854775807
        1,9223372036854775808
        -2,9223372036854775806
        """,
        "v\n9223372036854775807\n1\n-2\n",
        "--sum",
        "v",
        "--as",
        "s");
    prints(
        "v,s\n1e16,1e+16\n1,1e+16\n-1e16,1.0\n", "v\n1e16\n1\n-1e16\n", "--sum", "v", "--as", "s");
    prints(
        "v,s\n.5,0.5\n+3.,3.5\n-0.005,3.495\n", "v\n.5\n+3.\n-0.005\n", "--sum", "v", "--as", "s");
    prints(
        "v,s\n0.1,0.1\n0.2,0.30000000000000004\n",
        "v\n0.1\n0.2\n",
        "--sum",
        "v",
        "--as",
        "s",
        "--as-float");
  }

  @Test
  void rowsComeBackAsTheyCame() {
    prints(
        "\uFEFF\"a \"\"x\"\"\",b,\"n,1\",l\r\n"
            + "\"line\n"
            + "break\",01,1,\r\n"
            + "\"C:\\dir\\\",1.0,1,\n"
            + " 'x',TRUE,1,",
        "\uFEFF\"a \"\"x\"\"\",b\r\n\"line\nbreak\",01\r\n\"C:\\dir\\\",1.0\n 'x',TRUE",
        "--count",
        "--as",
        "n,1",
        "--partition-by",
        "b",
        "--lag",
        "b",
        "--as",
        "l");
  }

  @Test
  void readsWhatOthersWrite() {
    prints("a;b;s\n1;2,5;1\n", "a;b\n1;2,5\n", "--sum", "a", "--as", "s");
    prints("a;b;s\n1;2,5;2,5\n", "a;b\n1;2,5\n", "--sum", "b", "--as", "s", "--decimal-comma");
    prints("a,s\n\"2,5\",\"2,5\"\n", "a\n\"2,5\"\n", "--sum", "a", "--as", "s", "--decimal-comma");
    prints("sep=;\na;b;s\n1;2;2\n", "sep=;\na;b\n1;2\n", "--sum", "b", "--as", "s");
    prints("a\tb, c\ts\nx\t1\t1\n", "a\tb, c\nx\t1\n", "--sum", "b, c", "--as", "s");
    prints("a|b|s\n1|2|2\n", "a|b\n1|2\n", "--sum", "b", "--as", "s");
    prints("a,b,s\r1,2,2\r3,4,6\r", "a,b\r1,2\r3,4\r", "--sum", "b", "--as", "s");
    prints(
        "v,s\n\"1,000\",1000\n", "v\n\"1,000\"\n", "--sum", "v", "--as", "s", "--thousands", ",");
    prints("1,2,2\n3,4,6\n", "1,2\n3,4\n", "--sum", "2", "--no-header");
    prints(
        "#chrom\tstart\ts\n\"#1\"\t10\t10\n",
        "#chrom\tstart\n\"#1\"\t10\n",
        "--sum",
        "start",
        "--as",
        "s");
  }

  @Test
  void refusesRowsThatAreNone() {
    fails("line 3: 3 cells, expected 2 as in the header", "id,v\n1,10\n2,1,000\n", "--sum", "v");
    fails("line 4: 1 cell, expected 2 as in the header", "id,v\n\"a\nb\",10\n2\n", "--sum", "v");
    fails(
        "line 2: 3 cells, expected 2 as in the header; row names as R writes them need a column"
            + " name (col.names = NA)",
        "\"x\",\"y\"\n\"1\",10,100\n",
        "--sum",
        "y");
    fails("line 3: a blank line, expected 2 cells", "a,b\n1,2\n\n3,4\n", "--sum", "b");
    fails("line 2: a quote that nothing ends", "a,b\n1,\"2\n3,4\n", "--sum", "b");
    fails(
        "line 2: text behind a cell in quotes: a quote within a cell is written twice",
        "a,b\n1,\"2\" x\n",
        "--sum",
        "b");
    fails("line 1: nothing there, expected a line with the names of the columns", "", "--count");
    assertTrue(table("a\0b\0", "--count").err().contains("UTF-16"), "zeros are none of UTF-8");
  }

  @Test
  void blankLinesAtTheEndAreNothing() {
    prints("a,b,n\n1,2,1\n\n\n", "a,b\n1,2\n\n\n", "--count", "--as", "n");
    prints("v,s\n1,1\n,1\n3,4\n\n", "v\n1\n\n3\n\n", "--sum", "v", "--as", "s");
    prints("v,s\n1,1\n\"\",1\n3,4\n", "v\n1\n\"\"\n3\n", "--sum", "v", "--as", "s");
  }

  @Test
  void refusesWhatIsNoNumber() {
    fails(
        "line 3: column 'v': 'NA' is no number, expected one or an empty cell (--null TEXT says"
            + " what else is missing)",
        "v\n9\nNA\n",
        "--max",
        "v");
    prints("v,m\n9,9\nNA,9\n10,10\n", "v\n9\nNA\n10\n", "--max", "v", "--as", "m", "--null", "NA");
    fails(
        "line 2: column 'v' has no number, and --nulls refuse wants one",
        "v,w\n,1\n",
        "--sum",
        "v",
        "--nulls",
        "refuse");
    for (String cell : List.of("1,5", "0x10", "1_000", "12a", "1e", "--5", "1d", "١")) {
      assertEquals(1, table("v\n\"" + cell + "\"\n", "--sum", "v").exitCode(), cell);
    }
    prints(
        "v,s\n-Infinity,-inf\n+1E2,-inf\nNaN,nan\n",
        "v\n-Infinity\n+1E2\nNaN\n",
        "--sum",
        "v",
        "--as",
        "s");
  }

  @Test
  void groupsByText() {
    prints(
        "zip,n\n01234,1\n1234,1\n\"01234\",2\n,1\n\"\",2\n",
        "zip\n01234\n1234\n\"01234\"\n\n\"\"\n",
        "--count",
        "--as",
        "n",
        "--partition-by",
        "zip");
    prints(
        "a,b,n\nx,yz,1\nxy,z,1\n",
        "a,b\nx,yz\nxy,z\n",
        "--count",
        "--as",
        "n",
        "--partition-by",
        "a,b");
  }

  @Test
  void ordersByWhatCellsAre() {
    prints(
        "t,s\n9,9\n10,19\n1e2,119.0\n",
        "t\n10\n1e2\n9\n",
        "--sum",
        "t",
        "--as",
        "s",
        "--order-by",
        "t");
    prints(
        "d,v,s\n3.1.2024,1,1\n2.2.2024,5,6\n",
        "d,v\n2.2.2024,5\n3.1.2024,1\n",
        "--sum",
        "v",
        "--as",
        "s",
        "--order-by",
        "d:date(d.M.yyyy)");
    prints(
        "d,n\nJan 1 2000,1\nFeb 1 2000,2\n",
        "d\nFeb 1 2000\nJan 1 2000\n",
        "--count",
        "--as",
        "n",
        "--order-by",
        "d:date(MMM d yyyy)");
    for (String date : List.of("1/2/2024", "Jan 1 2000", "2024-1-5", "9:30", "1 March 2000")) {
      Run run = table("d\n" + date + "\n", "--count", "--order-by", "d");
      assertTrue(run.err().contains("looks like a date"), run::toString);
    }
    fails(
        "line 3: column 't': 'x' is no number, and others are: expected --order-by 't:text', or"
            + " --null TEXT for what is missing",
        "t\n1\nx\n",
        "--count",
        "--order-by",
        "t");
    prints("t,n\n10,1\n9,2\n", "t\n9\n10\n", "--count", "--as", "n", "--order-by", "t:text");
  }

  @Test
  void refusesWrongCommandLines() {
    refuses("standard input: no column 'w', expected one of: v, x", "v,x\n", "--sum", "w");
    refuses("standard input: two columns are called 'v', expected one", "v,v\n", "--sum", "v");
    refuses(
        "standard input: a column 'V' is there already: give the new one another name, by --as",
        "v\n",
        "--sum",
        "v",
        "--as",
        "V");
    refuses(
        "standard input: two new columns are called 'running_sum_v': give one another name, by"
            + " --as",
        "v\n",
        "--sum",
        "v",
        "--sum",
        "v");
    refuses(
        "expected a function, such as --sum COLUMN or --row-number (try: cumulus table --help)",
        "v\n");
    refuses(
        "--as names the function before it, and there is none", "v\n", "--as", "x", "--sum", "v");
    refuses(
        "--range is for rows equal in an order: expected --order-by, too",
        "v\n",
        "--sum",
        "v",
        "--range");
    refuses(
        "--ema v: expected COLUMN:A with A from 0 to 1, such as price:0.2", "v\n", "--ema", "v");
    refuses("--lag v:0: expected from 1 to 1000000 rows", "v\n", "--lag", "v:0");
    assertEquals(
        Run.refuses(
            "expected an INPUT before the functions: a file, or - (try: cumulus table --help)"),
        Run.of("table", "--sum", "v"));
  }

  @Test
  void countTakesAColumnOrNone() {
    prints("v,w,a,b\n1,,1,0\n", "v,w\n1,\n", "--count", "--as", "a", "--count", "w", "--as", "b");
    Run run = Run.of("table", "--count", "t.csv");
    assertEquals(2, run.exitCode());
  }

  @Test
  void startsAnew() {
    prints(
        "m,v,s\n1,5,5\n2,6,11\n1,7,7\n",
        "m,v\n1,5\n2,6\n1,7\n",
        "--sum",
        "v",
        "--as",
        "s",
        "--reset-when",
        "m=1");
    prints(
        "f,v,s\nno,5,5\nYes,6,6\n",
        "f,v\nno,5\nYes,6\n",
        "--sum",
        "v",
        "--as",
        "s",
        "--reset-when",
        "f");
    fails(
        "line 2: column 'f': 'maybe' is no flag, expected true or false (or --reset-when f=VALUE)",
        "f,v\nmaybe,5\n",
        "--sum",
        "v",
        "--reset-when",
        "f");
  }

  @Test
  void jsonKeepsItsText() {
    prints(
        """
        { "v" : 0.10 , "k":"\\u00e9" ,"s":0.10}

        {"k":"é","v":"2","s":2.10} \n{"v":1,"s":1}
        """,
        "{ \"v\" : 0.10 , \"k\":\"\\u00e9\" }\n\n{\"k\":\"é\",\"v\":\"2\"} \n{\"v\":1}\n",
        "--sum",
        "v",
        "--as",
        "s",
        "--partition-by",
        "k");
    prints("{\"n\":1}\n", "{}\n", "--count", "--as", "n");
    prints("{\"v\":\"nan\",\"s\":\"nan\"}\n", "{\"v\":\"nan\"}\n", "--sum", "v", "--as", "s");
    prints(
        "{\"v\":[1],\"l\":null}\n{\"v\":2,\"l\":[1]}\n",
        "{\"v\":[1]}\n{\"v\":2}\n",
        "--lag",
        "v",
        "--as",
        "l");
    fails("line 2: a member 'v' twice", "{\"v\":1}\n{\"v\":1,\"v\":2}\n", "--sum", "v");
    fails(
        "line 1: a member 's' already: give the new one another name, by --as",
        "{\"v\":1,\"s\":1}\n",
        "--sum",
        "v",
        "--as",
        "s");
    fails("no row has a member 'w'", "{\"v\":1}\n", "--sum", "w");
    fails(
        "line 1: something behind the object, expected one object in each line",
        "{\"v\":1} {\"v\":2}\n",
        "--sum",
        "v");
    assertEquals(1, table("{\"v\":1\n}", "--sum", "v").exitCode());
    assertEquals(1, table("{\"v\":true}", "--sum", "v").exitCode());
  }

  @Test
  void filesAreWholeOrNotThere() throws IOException {
    Path in = Files.writeString(folder.resolve("t.csv"), "v\n1\n2\n");
    Path out = folder.resolve("out.csv");
    assertEquals(
        Run.prints(""), Run.of("table", in.toString(), "--sum", "v", "-o", out.toString()));
    assertEquals("v,running_sum_v\n1,1\n2,3\n", Files.readString(out));
    Path bad = Files.writeString(folder.resolve("bad.csv"), "v\n1\nx\n");
    Run run = Run.of("table", bad.toString(), "--sum", "v", "-o", out.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("cumulus: " + bad + ": line 3"), run.err());
    assertEquals("v,running_sum_v\n1,1\n2,3\n", Files.readString(out));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(3, left.count());
    }
    assertEquals(2, Run.of("table", in.toString(), "--sum", "v", "-o", in.toString()).exitCode());
    assertEquals(
        2, Run.of("table", in.toString(), "--sum", "v", "-o", folder + "/o.jsonl").exitCode());
    assertEquals(
        Run.fails(folder + "/none.csv: no such file"),
        Run.of("table", folder + "/none.csv", "--sum", "v"));
  }

  @Test
  void compressedFiles() throws IOException {
    String text = "v\n" + "1\n".repeat(100_000);
    Path in = Files.writeString(folder.resolve("t.csv"), text);
    Path plain = folder.resolve("plain.csv");
    assertEquals(
        0, Run.of("table", in.toString(), "--sum", "v", "-o", plain.toString()).exitCode());
    for (String ending : List.of(".gz", ".zst")) {
      Path packed = folder.resolve("packed.csv" + ending);
      Path again = folder.resolve("again.csv" + ending);
      assertEquals(
          Run.prints(""), Run.of("table", in.toString(), "--sum", "v", "-o", packed.toString()));
      assertTrue(Files.size(packed) < Files.size(plain) / 3);
      Run run = Run.of("table", packed.toString(), "--row-number", "-o", again.toString());
      assertEquals(Run.prints(""), run);
      String last =
          Run.of("table", again.toString(), "--count").out().lines().reduce((_, b) -> b).orElse("");
      assertEquals("1,100000,100000,100000", last);
      byte[] cut = Files.readAllBytes(packed);
      Run broken = Run.piped(Arrays.copyOf(cut, cut.length / 2), "table", "-", "--row-number");
      assertEquals(1, broken.exitCode());
    }
    try (InputStream one =
        new GZIPInputStream(Files.newInputStream(folder.resolve("packed.csv.gz")))) {
      assertArrayEquals(Files.readAllBytes(plain), one.readAllBytes());
    }
  }

  @Test
  void rowsLeaveWhenTheInputPauses() throws Exception {
    PipedOutputStream typed = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(typed);
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            seen = toString(StandardCharsets.UTF_8);
          }
        };
    Thread run =
        Thread.ofPlatform()
            .start(
                () -> {
                  int _ =
                      Main.run(
                          in, out, new PrintWriter(new StringWriter()), "table", "-", "--sum", "v");
                });
    typed.write("v\n1\n".getBytes(StandardCharsets.UTF_8));
    awaitSeen("v,running_sum_v\n1,1\n");
    typed.write("2\n3".getBytes(StandardCharsets.UTF_8));
    awaitSeen("v,running_sum_v\n1,1\n2,3\n");
    typed.close();
    run.join();
    assertEquals("v,running_sum_v\n1,1\n2,3\n3,6", seen);
  }

  private void awaitSeen(String expected) throws InterruptedException {
    for (int i = 0; i < 500 && !seen.equals(expected); i++) {
      Thread.sleep(10);
    }
    assertEquals(expected, seen);
  }

  @Test
  void drawsGroupsOverDates() throws IOException {
    Path plot = folder.resolve("p.svg");
    Run run =
        table(
            "d,k,v\n2024-01-31,a,1\n2025-02-28,b,2\n2024-06-01 12:30:00Z,a,3\n",
            "--sum",
            "v",
            "--order-by",
            "d",
            "--partition-by",
            "k",
            "--plot",
            plot.toString());
    assertEquals(0, run.exitCode(), run::err);
    String drawn = Files.readString(plot);
    assertTrue(drawn.contains("rgb(0,114,178)") && drawn.contains("rgb(213,94,0)"), drawn);
    refuses(
        "x.gif: expected the name of a plot to end in .png or .svg",
        "v\n",
        "--sum",
        "v",
        "--plot",
        "x.gif");
  }

  @Test
  void shareReadsAPipeTwice() {
    prints("v,s\n1,0.25\n3,1.0\n", "v\n1\n3\n", "--share", "v", "--as", "s");
  }
}
