package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.MissingCells;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.cells.TextTable;
import org.cumulus.cli.text.TextFormat;
import org.cumulus.cli.text.TextKind;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cumulative rainfall of Seattle, year by year, from the files in {@code examples/}. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final List<String> RAIN = List.of("precipitation");

  private static NDArray rain(String csv) throws IOException {
    return TextTable.read(
        new BufferedReader(new StringReader(csv)),
        TextKind.CSV,
        new TextRequest(null, RAIN, TextFormat.UNKNOWN, MissingCells.REFUSED));
  }

  /** The last column is what examples/precipitation.py printed: NumPy's sum, to the bit. */
  @ParameterizedTest
  @CsvSource({
    "2012, 366, 1225.9999999999989",
    "2013, 365,  827.9999999999995",
    "2014, 365, 1232.799999999999",
    "2015, 365, 1139.1999999999996"
  })
  void theRainOfAYear(String year, int days, double total) throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLES.resolve("seattle-weather.csv"));
    String header = lines.getFirst() + "\n";
    List<String> ofYear = lines.stream().filter(line -> line.startsWith(year + "-")).toList();
    double[] sums =
        (double[]) Cumulus.cumsum(rain(header + String.join("\n", ofYear))).toFlatArray();
    assertEquals(days, sums.length);
    assertEquals(total, sums[days - 1]);
  }

  @Test
  void theArrayIsTheColumn() throws IOException {
    double[] column =
        (double[]) rain(Files.readString(EXAMPLES.resolve("seattle-weather.csv"))).toFlatArray();
    double[] array = (double[]) Npy.read(EXAMPLES.resolve("precipitation.npy")).toFlatArray();
    assertEquals(1461, array.length);
    assertArrayEquals(array, column, 0);
  }
}
