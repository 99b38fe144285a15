package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs of which others' readers lose rows, change cells, or add up the wrong ones. Each gives the
 * right table, or one line that says why not.
 */
class TableInputsTest {
  @TempDir private Path folder;

  /** An input, a request whose words are apart by blanks, and the table that it gives. */
  private static Arguments gives(String in, String request, String out) {
    return Arguments.of(in, request, Run.prints(out));
  }

  private static Arguments fails(String in, String request, String problem) {
    return Arguments.of(in, request, Run.fails("standard input: " + problem));
  }

  /** As rows leave as they come, those before the wrong one have left. */
  private static Arguments failsAfter(String in, String request, String out, String problem) {
    Run run = new Run(1, out, "cumulus: standard input: " + problem + "\n");
    return Arguments.of(in, request, run);
  }

  private static Arguments refuses(String in, String request, String problem) {
    return Arguments.of(in, request, Run.refuses("standard input: " + problem));
  }

  private static final String NO_NUMBER =
      " is not a number (--null TEXT names a text that stands for a missing one)";

  static Stream<Arguments> wrongWidths() {
    return Stream.of(
        fails("id,v\n1,10\n2,1,000\n", "--sum v", "line 3: 3 cells, expected 2 as in the header"),
        fails(
            "a,id,v\nx,1,10\ny,2,1,000\n",
            "--sum id",
            "line 3: 4 cells, expected 3 as in the header"),
        fails(
            "\"x\",\"y\"\n\"1\",10,100\n\"2\",20,200\n",
            "--sum y",
            "line 2: 3 cells, expected 2 as in the header; row names as R writes them need a column"
                + " name (col.names = NA)"),
        fails("a,b\n1\n", "--sum a", "line 2: 1 cell, expected 2 as in the header"),
        fails("a,b\n1,2\n\n3,4\n", "--sum a", "line 3: a blank line, expected 2 cells"),
        gives("a,b\n1,2\n\n\n", "--sum a", "a,b,running_sum_a\n1,2,1\n\n\n"),
        gives("a,b\n1,2\n", "--sum a --sum b", "a,b,running_sum_a,running_sum_b\n1,2,1,2\n"));
  }

  static Stream<Arguments> hashes() {
    return Stream.of(
        gives(
            "tag,v\n\"#1\",10\nx,30\n", "--sum v", "tag,v,running_sum_v\n\"#1\",10,10\nx,30,40\n"),
        gives("tag,v\n#1,10\nx,30\n", "--sum v", "tag,v,running_sum_v\n#1,10,10\nx,30,40\n"),
        gives(
            "#chrom\tstart\n1\t5\n2\t6\n",
            "--sum start",
            "#chrom\tstart\trunning_sum_start\n1\t5\t5\n2\t6\t11\n"),
        refuses("# rain\nv\n1\n", "--sum v", "no column 'v', expected one of: # rain"));
  }

  static Stream<Arguments> emptyCells() {
    return Stream.of(
        gives("v\n1\n\"\"\n3\n", "--sum v --nulls keep", "v,running_sum_v\n1,1\n\"\",\n3,4\n"),
        gives("v\n1\n\n3\n", "--sum v --nulls keep", "v,running_sum_v\n1,1\n,\n3,4\n"),
        gives("v\n1\n\n3\n\n\n", "--sum v", "v,running_sum_v\n1,1\n,1\n3,4\n\n\n"),
        gives("v\n1\n \n3\n", "--sum v", "v,running_sum_v\n1,1\n ,1\n3,4\n"),
        failsAfter(
            "v\n1\n\n3\n",
            "--sum v --nulls refuse",
            "v,running_sum_v\n1,1\n",
            "line 3: column 'v' has no value, which --nulls refuse does not allow"));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        gives(
            "k,v\n1,1\n01,2\n1.0,3\n1e0,4\n1,5\n",
            "--sum v --partition-by k",
            "k,v,running_sum_v\n1,1,1\n01,2,2\n1.0,3,3\n1e0,4,4\n1,5,6\n"),
        gives(
            """
            zip,amt,flag,e,ts,v
            01234,1.10,TRUE,1E5,2024-01-01 00:00:00,1
            1234,1.1,true,100000,2024-01-01T00:00:00Z,2
            """,
            "--sum v --partition-by zip --as s",
            """
            zip,amt,flag,e,ts,v,s
            01234,1.10,TRUE,1E5,2024-01-01 00:00:00,1,1
            1234,1.1,true,100000,2024-01-01T00:00:00Z,2,2
            """));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        gives(
            "v\n9007199254740993\n1\n",
            "--sum v",
            "v,running_sum_v\n9007199254740993,9007199254740993\n1,9007199254740994\n"),
        gives(
            "v\n18446744073709551615\n1\n",
            "--sum v",
            """
            v,running_sum_v
            18446744073709551615,18446744073709551615
            1,18446744073709551616
            """),
        gives("1\n2\n3\n", "--sum 1 --no-header", "1,1\n2,3\n3,6\n"),
        refuses(
            "1\n2\n3\n",
            "--sum 1",
            "the first line is all numbers: expected names of columns, or --no-header if it is a"
                + " row (--header if they are names)"),
        gives("2023,2024\n1,2\n", "--sum 2024 --header", "2023,2024,running_sum_2024\n1,2,2\n"),
        gives("of,2024\n1,2\n", "--sum 2024", "of,2024,running_sum_2024\n1,2,2\n"),
        failsAfter(
            "v\n9\n10\nNA\n",
            "--max v",
            "v,running_max_v\n9,9\n",
            "line 4: column 'v': 'NA'" + NO_NUMBER),
        gives("v\n9\n10\nNA\n", "--max v --null NA", "v,running_max_v\n9,9\n10,10\nNA,10\n"),
        fails("k,v\nx,#N/A\n", "--sum v", "line 2: column 'v': '#N/A'" + NO_NUMBER),
        gives("k,v\nx,#N/A\ny,2\n", "--sum v --null #N/A", "k,v,running_sum_v\nx,#N/A,\ny,2,2\n"),
        fails("t\nx\n", "--avg t", "line 2: column 't': 'x'" + NO_NUMBER),
        gives("v\n\n5\n", "--min v --nulls zero --as-float", "v,running_min_v\n,0.0\n5,0.0\n"));
  }

  static Stream<Arguments> delimiters() {
    return Stream.of(
        gives(
            "name\twind, max\tv\na\t1\t2\n",
            "--sum v",
            "name\twind, max\tv\trunning_sum_v\na\t1\t2\t2\n"),
        gives(
            "Datum;Temp, C;Regen\n1.1.2024;1,5;2,5\n2.1.2024;3;4,25\n",
            "--sum Regen --decimal-comma",
            "Datum;Temp, C;Regen;running_sum_Regen\n1.1.2024;1,5;2,5;2,5\n2.1.2024;3;4,25;6,75\n"),
        gives(
            "wind, max, m;v\n1,5;2,5\n",
            "--sum v --decimal-comma",
            "wind, max, m;v;running_sum_v\n1,5;2,5;2,5\n"),
        gives(
            "v\n1.000,5\n2.000\n",
            "--sum v --thousands . --decimal-comma",
            "v;running_sum_v\n1.000,5;1000,5\n2.000;3000,5\n"),
        fails("a;v\n1;2,5\n", "--sum v", "line 2: column 'v': '2,5'" + NO_NUMBER),
        gives("sep=;\na;b\n1;2\n", "--sum b", "sep=;\na;b;running_sum_b\n1;2;2\n"),
        gives("a|b\n1|2\n", "--sum b", "a|b|running_sum_b\n1|2|2\n"),
        gives("a:b\n1:2\n", "--sum b --delimiter :", "a:b:running_sum_b\n1:2:2\n"),
        gives(
            "v\n\"1,000\"\n\"2,500.5\"\n",
            "--sum v --thousands ,",
            "v,running_sum_v\n\"1,000\",1000\n\"2,500.5\",3500.5\n"),
        gives("5\" pipe;v\nx;1\ny;2\n", "--sum v", "5\" pipe;v;running_sum_v\nx;1;1\ny;2;3\n"),
        gives("\"5\"\" pipe;x\",v\nx,1\n", "--sum v", "\"5\"\" pipe;x\",v,running_sum_v\nx,1,1\n"),
        refuses(
            "a,v\n1,2\n",
            "--sum v --no-quotes --as x,y",
            "the new column 'x,y' needs quotes: give it another name with --as"));
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        gives(
            "n,v\n\"C:\\dir\\\",1\n\"a\nb \"\"q\"\"\",2\n",
            "--sum v",
            "n,v,running_sum_v\n\"C:\\dir\\\",1,1\n\"a\nb \"\"q\"\"\",2,3\n"),
        gives("v\n1\n", "--sum v -o -", "v,running_sum_v\n1,1\n"));
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        gives(
            "d,v\n01/02/2024,1\n31/12/2023,2\n",
            "--sum v --order-by d:date(dd/MM/yyyy)",
            "d,v,running_sum_v\n31/12/2023,2,2\n01/02/2024,1,3\n"),
        fails(
            "d,v\n31/12/2023,1\n",
            "--sum v --order-by d",
            "line 2: column 'd': '31/12/2023' looks like a date, and as texts such are not in the"
                + " order of time: expected --order-by 'd:date(PATTERN)', as d.M.yyyy, M/d/yyyy or"
                + " MMM d yyyy, or 'd:text'"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        gives(
            "\"a,b\",c.d,v\n1,2,3\n",
            "--sum a,b --sum c.d",
            "\"a,b\",c.d,v,\"running_sum_a,b\",running_sum_c.d\n1,2,3,1,2\n"),
        gives(
            "\"a,b\",c.d,v\n1,2,3\n",
            "--sum v --partition-by \"a,b\",c.d --order-by a,b",
            "\"a,b\",c.d,v,running_sum_v\n1,2,3,3\n"),
        gives(
            "__cumulus_0,v\n7,3\n",
            "--sum v --order-by __cumulus_0",
            "__cumulus_0,v,running_sum_v\n7,3,3\n"),
        gives("id, v\n1, 2\n2, 3\n", "--sum v", "id, v,running_sum_v\n1, 2,2\n2, 3,5\n"),
        refuses(
            "v\n1\n",
            "--sum v --as A --avg v --as a",
            "two new columns are called 'a': give one of them another name with --as"),
        refuses(
            "id, v\n1,2\n",
            "--sum v --as v",
            "there is already a column 'v': give the new one another name with --as"));
  }

  static Stream<Arguments> json() {
    return Stream.of(
        gives(
            "\uFEFF{\"v\":1}\n{\"v\":2}\n",
            "--sum v --order-by v:desc",
            "\uFEFF{\"v\":2,\"running_sum_v\":2}\n{\"v\":1,\"running_sum_v\":3}\n"),
        gives(" \n{\"v\":1}\n", "--sum v", " \n{\"v\":1,\"running_sum_v\":1}\n"),
        gives(
            "{\"v\":\"2,5\"}\n",
            "--sum v --decimal-comma",
            "{\"v\":\"2,5\",\"running_sum_v\":\"2,5\"}\n"));
  }

  @ParameterizedTest
  @MethodSource({
    "wrongWidths",
    "hashes",
    "emptyCells",
    "groups",
    "numbers",
    "delimiters",
    "cells",
    "orders",
    "names",
    "json"
  })
  void givesTheRightTableOrOneLine(String in, String request, Run expected) {
    assertEquals(expected, Tables.table(in, request.split(" ", -1)));
  }

  @ParameterizedTest
  @MethodSource("namesOfFiles")
  void readsFilesWhateverTheyAreCalled(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "k\tv\nx\t1\n");
    assertEquals(
        Run.prints("k\tv\trunning_sum_v\nx\t1\t1\n"),
        Run.of("table", file.toString(), "--sum", "v"));
  }

  static List<String> namesOfFiles() {
    return List.of("a[1].csv", "a:b.csv", "_x.csv", ".x.csv", "x.tsv", "a b.TAB", "no ending");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void refusesOtherEncodings(String encoding) {
    byte[] bytes = "v\n1\n".getBytes(Charset.forName(encoding));
    assertEquals(
        Run.fails(
            "standard input: line 1: UTF-16 or UTF-32, expected UTF-8: convert it with iconv"
                + " first"),
        Run.piped(bytes, "table", "-", "--sum", "v"));
  }

  static List<String> encodings() {
    return List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE");
  }

  @Test
  void readsManyColumns() {
    int columns = 16_385;
    String header =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = "7,".repeat(columns - 1) + "7";
    Tables.prints(
        header + ",s\n" + row + ",7\n",
        header + "\n" + row + "\n",
        "--sum",
        "c" + (columns - 1),
        "--as",
        "s");
  }

  /** Every cell of such a column would be longer than the one before, without end. */
  @Test
  void refusesProductsOfManyDigits() {
    String problem = "the product has more than 10,000 digits: expected --as-float, for doubles";
    for (String factor : List.of("0.1", "12.5")) {
      Run run = Tables.table("v\n" + (factor + "\n").repeat(10_100), "--product", "v");
      assertEquals(1, run.exitCode(), factor);
      assertTrue(run.err().endsWith(problem + "\n"), run::err);
    }
    String zeros = "0.00\n".repeat(1000);
    Run run = Tables.table("v\n" + zeros, "--product", "v");
    assertEquals("0.00,0." + "0".repeat(34), run.out().lines().reduce("", (_, last) -> last));
  }
}
