package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void theThreeExamples() {
    assertEquals(Run.prints("[10]\n"), Run.of("cumsum", "10"));
    assertEquals(Run.prints("[ 2  6 12]\n"), Run.of("cumsum", "[2, 4, 6]"));
    assertEquals(
        Run.prints("[[ 2  6 12]\n [ 1  4  9]]\n"),
        Run.of("cumsum", "[[2,4,6],[1,3,5]]", "--axis", "1"));
  }

  @Test
  void negativeNumbersAreNoOptions() {
    assertEquals(Run.prints("[-5]\n"), Run.of("cumsum", "-5"));
    assertEquals(Run.prints("[-1.5]\n"), Run.of("cumsum", "-1.5", "--axis", "-1"));
    assertEquals(Run.prints("[-5]\n"), Run.of("cumsum", "--axis", "-1", "-5"));
    assertEquals(Run.prints("[-inf]\n"), Run.of("cumsum", "-inf", "--dtype=f4"));
    assertEquals(Run.prints("[-0.-2.j]\n"), Run.of("cumsum", "-2j"));
    assertEquals(Run.prints("[-5]\n"), Run.of("cumsum", "--", "-5"));
  }

  @Test
  void anInitialValueStandsInForAnIdentity() {
    assertEquals(
        Run.prints("[5 5 6]\n"), Run.of("cummax", "[2, 6, 4]", "--exclusive", "--initial", "5"));
    assertEquals(
        Run.refuses("--initial: add: int64 cannot hold the initial value 1.5"),
        Run.of("cumsum", "[2, 6]", "--initial", "1.5"));
  }

  @Test
  void aSingleNumberThatIsNaN() {
    assertEquals(Run.prints("[nan]\n"), Run.of("cumsum", "nan"));
    assertEquals(Run.prints("[0.]\n"), Run.of("cumsum", "nan", "--nan", "skip"));
    assertEquals(Run.prints("[nan]\n"), Run.of("cumsum", "nan", "--nan", "keep"));
    assertEquals(
        Run.fails("NaN at index ()"), Run.of("cumsum", "nan", "--nan", "refuse", "--axis", "0"));
    assertEquals(Run.fails("NaN at index ()"), Run.of("cumprod", "nan", "--nan", "refuse"));
  }

  @Test
  void segmentsAndOverflow() {
    assertEquals(Run.prints("[2 4 8]\n"), Run.of("cumsum", "[2, 4, 6]", "--by", "[7, 8, 7]"));
    assertEquals(Run.prints("[2 6 6]\n"), Run.of("cumsum", "[2, 4, 6]", "--lengths", "2,1"));
    assertEquals(
        Run.prints("[100 127]\n"),
        Run.of("cumsum", "[100, 100]", "--dtype", "i1", "--overflow", "saturate"));
    assertEquals(
        Run.fails("add overflows int8 at index (1,): 200"),
        Run.of("cumsum", "[100, 100]", "--dtype", "i1", "--overflow", "checked"));
    assertEquals(
        Run.prints("[1000.         1000.69314718]\n"), Run.of("logcumsumexp", "[1000, 1000]"));
  }

  @Test
  void aWrongCommandLine() {
    assertEquals(Run.refuses("expected a command (try: cumulus --help)"), Run.of());
    assertEquals(
        Run.refuses("unknown option '--nonsense' (try: cumulus --help)"), Run.of("--nonsense"));
    assertEquals(
        Run.refuses("unexpected argument 'cumsu' (did you mean cumsum, nancumsum, logcumsumexp?)"),
        Run.of("cumsu", "5"));
    assertEquals(
        Run.refuses("missing required parameter: 'INPUT' (try: cumulus cumsum --help)"),
        Run.of("cumsum"));
    assertEquals(
        Run.refuses("unexpected argument '6' (try: cumulus cumsum --help)"),
        Run.of("cumsum", "5", "6"));
    assertEquals(
        Run.refuses("unknown option '--axsi' (did you mean --axis?)"),
        Run.of("cumsum", "--axsi", "1", "5"));
    assertEquals(
        Run.refuses("unknown option '-x' (try: cumulus cumsum --help)"), Run.of("cumsum", "-x"));
    assertEquals(Run.refuses("unexpected argument '@x' (try: cumulus --help)"), Run.of("@x"));
  }

  @Test
  void aWrongAxis() {
    assertEquals(
        Run.refuses(
            "invalid value for option '--axis': '1.5' is not an axis: expected an integer such as"
                + " 0 or -1"),
        Run.of("cumsum", "5", "--axis", "1.5"));
    assertEquals(
        Run.refuses("--axis 1: axis 1 is out of bounds for array of dimension 1"),
        Run.of("cumsum", "5", "--axis", "1"));
    assertEquals(
        Run.refuses("--axis -3: axis -3 is out of bounds for array of dimension 2"),
        Run.of("cumsum", "[[1]]", "--axis", "-3"));
  }

  /** As an unset variable of the shell gives it. */
  @Test
  void anEmptyInput() {
    assertEquals(
        Run.refuses("INPUT is empty: expected a literal, a file or -"), Run.of("cumsum", ""));
  }

  @Test
  void aWrongDtype() {
    assertEquals(
        Run.refuses(
            "invalid value for option '--dtype': data type 'nonsense' not understood; expected one"
                + " such as float64, i4 or complex64"),
        Run.of("cumsum", "5", "--dtype", "nonsense"));
  }

  @Test
  void aDtypeIsSummedIn() {
    assertEquals(Run.prints("[1 3]\n"), Run.of("cumsum", "[1.9, 2.9]", "--dtype", "int"));
    assertEquals(Run.prints("[100 -56]\n"), Run.of("cumsum", "[100, 100]", "-d", "i1"));
  }

  @Test
  void messagesSpeakOfOptions() {
    assertEquals(
        Run.refuses(
            "--exclusive: maximum has no identity for the result to begin with: expected"
                + " --initial X, too"),
        Run.of("cummax", "[2, 6]", "--exclusive"));
    assertEquals(
        Run.refuses(
            "--exclusive and --include-initial contradict each other: an exclusive scan already"
                + " begins with the initial value, and leaves the total out"),
        Run.of("cumsum", "[2, 6]", "--exclusive", "--include-initial"));
    assertEquals(
        Run.refuses("--threads 0: expected 1 or more"), Run.of("cumsum", "[2]", "--threads", "0"));
    assertEquals(
        Run.refuses("invalid value for option '--threads': 'x' is not an integer"),
        Run.of("cumsum", "[2]", "--threads", "x"));
    assertEquals(
        Run.refuses(
            "invalid value for option '--initial': '[1,2]' is an array: expected a single value"),
        Run.of("cumsum", "[2]", "--initial", "[1,2]"));
    assertEquals(
        Run.refuses(
            "--nan skip: recurrence(0.5) has no identity to replace NaN with: expected"
                + " propagate or refuse"),
        Run.of("recurrence", "[2.0]", "-k", "0.5", "--nan", "skip"));
  }

  /** What is always refused is not offered. */
  @Test
  void helpOffersTheOrdersThatThereAre() {
    assertTrue(Run.of("cumsum", "--help").out().contains("exact: every"));
    Run product = Run.of("cumprod", "--help");
    assertTrue(product.out().contains("blocked:") && !product.out().contains("exact:"));
    assertEquals(
        Run.refuses(
            "--order: EXACT is an order of sums, which have an exact value to be rounded, not of"
                + " multiply"),
        Run.of("cumprod", "[2]", "--order", "exact"));
    assertFalse(Run.of("recurrence", "--help").out().contains("--order"));
    assertEquals(Run.prints("[2]\n"), Run.of("recurrence", "[2]", "-k", "1", "--order", "numpy"));
  }

  @Test
  void helpShowsOptionsAsTheyAreWritten() {
    String help = Run.of("cumsum", "--help").out();
    assertTrue(help.contains("--shape=N,... ") && help.contains("--column=NAME|N,... "), help);
    assertTrue(help.contains("--[no-]header"), help);
    assertTrue(help.indexOf("--overflow") < help.indexOf("--order"), help);
    assertTrue(help.indexOf("--order=") < help.indexOf("--threads"), help);
    assertTrue(help.contains("  refuse sums that overflow\n"), help);
    for (String command : new String[] {"cumsum", "diff", "cummax", "recurrence"}) {
      String all = Run.of(command, "--help").out();
      assertFalse(all.lines().anyMatch(line -> line.matches(".*[ A-Z]\\.")), all);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "cumsum --help",
        "nancumsum --help",
        "cumprod --help",
        "nancumprod --help",
        "cummax --help",
        "cummin --help",
        "logcumsumexp --help",
        "recurrence --help",
        "accumulate --help",
        "diff --help",
        "help cumsum",
        "info -h",
        "help info",
        "completion -h"
      })
  void helpFitsTheTerminalAndHasExamples(String commandLine) {
    Run help = Run.of(commandLine.split(" ", -1));
    assertEquals(0, help.exitCode(), help.err());
    assertTrue(help.out().contains("\nExamples:\n  cumulus "), help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "cumsum --version"})
  void theVersion(String commandLine) {
    Run version = Run.of(commandLine.split(" ", -1));
    assertTrue(version.out().matches("cumulus \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"), version.out());
  }
}
