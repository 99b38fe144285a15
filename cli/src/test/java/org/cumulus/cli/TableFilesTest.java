package org.cumulus.cli;

import static org.cumulus.cli.Tables.prints;
import static org.cumulus.cli.Tables.refuses;
import static org.cumulus.cli.Tables.table;
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

/** Where tables of {@code cumulus table} come from, and where they go. */
class TableFilesTest {
  @TempDir private Path folder;

  /** What has left the command by now. */
  private volatile String seen = "";

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
