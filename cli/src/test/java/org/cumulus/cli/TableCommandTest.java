package org.cumulus.cli;

import static org.cumulus.cli.Tables.fails;
import static org.cumulus.cli.Tables.prints;
import static org.cumulus.cli.Tables.refuses;
import static org.cumulus.cli.Tables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code cumulus table} computes, and what it refuses. */
class TableCommandTest {
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
        "line 3: column 't': 'x' is not a number, and others are: expected --order-by 't:text', or"
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
    refuses(
        "standard input: two columns are called 'v': rename one of them", "v,v\n", "--sum", "v");
    refuses(
        "standard input: there is already a column 'V': give the new one another name with --as",
        "v\n",
        "--sum",
        "v",
        "--as",
        "V");
    refuses(
        "standard input: two new columns are called 'running_sum_v': give one of them another"
            + " name with --as",
        "v\n",
        "--sum",
        "v",
        "--sum",
        "v");
    refuses(
        "expected a function, such as --sum COLUMN or --row-number (try: cumulus table --help)",
        "v\n");
    refuses(
        "--as names the function before it: expected a function first",
        "v\n",
        "--as",
        "x",
        "--sum",
        "v");
    refuses("--range needs --order-by", "v\n", "--sum", "v", "--range");
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
        "line 2: column 'f': 'maybe' is not a flag, expected true or false (or --reset-when"
            + " f=VALUE)",
        "f,v\nmaybe,5\n",
        "--sum",
        "v",
        "--reset-when",
        "f");
  }
}
