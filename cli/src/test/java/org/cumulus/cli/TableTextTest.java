package org.cumulus.cli;

import static org.cumulus.cli.Tables.fails;
import static org.cumulus.cli.Tables.prints;
import static org.cumulus.cli.Tables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How tables are written that {@code cumulus table} reads. */
class TableTextTest {
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
    prints("a;s\n\"2,5\";2,5\n", "a\n\"2,5\"\n", "--sum", "a", "--as", "s", "--decimal-comma");
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
        "line 3: column 'v': 'NA' is not a number (--null TEXT names a text that stands"
            + " for a missing one)",
        "v\n9\nNA\n",
        "--max",
        "v");
    prints("v,m\n9,9\nNA,9\n10,10\n", "v\n9\nNA\n10\n", "--max", "v", "--as", "m", "--null", "NA");
    fails(
        "line 2: column 'v' has no value, which --nulls refuse does not allow",
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
}
