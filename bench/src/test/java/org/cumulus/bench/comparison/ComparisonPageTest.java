package org.cumulus.bench.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.tables.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {
  private static final String LINE = "float64:5000000:axis0:plain:uniform";
  private static final String HALVES = "float16:5000000:axis0:plain:uniform";

  /** In two groups. */
  private static final String CALL = "float64:10:axis0:plain:uniform";

  @TempDir private Path folder;

  private static Measurement measurement(String id, double ours, double numpy, double torch) {
    Cell cell = Cell.parse(id);
    Measurement measurement = new Measurement(cell);
    measurement.add("Cumulus", ours * cell.size());
    measurement.add("NumPy", numpy * cell.size());
    measurement.add("PyTorch", torch * cell.size());
    measurement.add("copy, 1 thread", 0.25 * cell.size());
    measurement.setApproximate("PyTorch");
    return measurement;
  }

  private static Samples samples() {
    Samples samples = new Samples();
    samples.put(measurement(HALVES, 2, 10, 1));
    samples.put(measurement(LINE, 0.5, 2, 3));
    samples.put(measurement(CALL, 10, 20, 30));
    samples.addRun("at noon");
    return samples;
  }

  @Test
  void namesTheBestPeerAndWhoIsBehind() throws IOException {
    String page = new ComparisonPage(samples()).markdown("", new Pictures(folder));
    assertTrue(
        page.contains("| float64 | 5,000,000 | 0.50 | NumPy | 2.00 | **4.00** | 0.25 |"), page);
    assertTrue(
        page.contains("| float16 | 5,000,000 | 2.00 | PyTorch ≈ | 1.00 | 0.50 (behind) | 0.25 |"),
        page);
    // 4, 0.5 and 2: the cell that is in two groups counts once.
    assertTrue(
        page.contains("**1.59 times** as long as Cumulus (geometric mean of 3 cells)"), page);
    assertTrue(page.contains("it in **1** cells, by more than 5 % in 1 of them"), page);
    assertTrue(page.contains("| float64 | 10 | 10.0 | 20.0 | 30.0 ≈ | 0.25 |  |"), page);
  }

  @Test
  void picturesAreWhereThePageLooks() throws IOException {
    Path pictures = folder.resolve("pictures");
    String page = new ComparisonPage(samples()).markdown("", new Pictures(pictures));
    for (String name : new String[] {"lines-light.svg", "lines-dark.svg", "overview-dark.svg"}) {
      assertTrue(page.contains("\"pictures/" + name + "\""), name);
      assertTrue(Files.exists(pictures.resolve(name)), name);
    }
    assertFalse(page.contains("axes-"), "nothing was measured there");
  }

  @Test
  void samplesAreReadAsTheyAreWritten() throws IOException {
    Path file = folder.resolve("samples.tsv");
    samples().write(file);
    Samples read = Samples.read(file);
    assertEquals(samples().runs(), read.runs());
    Measurement expected = samples().of(CellSet.LINES).getFirst();
    Measurement found = read.of(CellSet.LINES).getFirst();
    assertEquals(2, read.of(CellSet.LINES).size());
    assertEquals(expected.cell(), found.cell());
    assertEquals(expected.titles(), found.titles());
    for (String title : expected.titles()) {
      assertArrayEquals(expected.samples(title), found.samples(title));
      assertEquals(expected.isApproximate(title), found.isApproximate(title));
    }
  }

  @Test
  void newSamplesTakeThePlaceOfOldOnes() {
    Samples samples = samples();
    samples.put(measurement(LINE, 0.25, 2, 3));
    assertEquals(2, samples.of(CellSet.LINES).size());
    assertEquals(0.25, samples.of(CellSet.LINES).get(1).nanosPerElement("Cumulus"));
  }
}
