package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
  private static final int TOTALS = 0x0072B2;
  private static final int ELEMENTS = 0xD55E00;

  @TempDir private Path folder;

  private BufferedImage png(String... arguments) throws IOException {
    Path file = folder.resolve("plot.png");
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--plot", file.toString()))
            .toArray(String[]::new);
    Run run = Run.of(all);
    assertEquals(0, run.exitCode(), run::toString);
    assertFalse(run.out().isEmpty());
    return ImageIO.read(file.toFile());
  }

  /** In how many of the columns of a picture a colour is to be seen. */
  private static long columnsWith(BufferedImage image, int colour) {
    long columns = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      boolean found = false;
      for (int y = 0; y < image.getHeight(); y++) {
        found |= (image.getRGB(x, y) & 0xFFFFFF) == colour;
      }
      columns += found ? 1 : 0;
    }
    return columns;
  }

  @Test
  void bothCurvesSpanThePicture() throws IOException {
    BufferedImage image = png("cumsum", "examples/precipitation.npy");
    assertEquals(1200, image.getWidth());
    assertTrue(columnsWith(image, TOTALS) > 900, () -> columnsWith(image, TOTALS) + " columns");
    assertTrue(columnsWith(image, ELEMENTS) > 300, () -> columnsWith(image, ELEMENTS) + " columns");
  }

  /** Half of the line is missing, and so is half of the curve. */
  @Test
  void whatIsNoNumberIsAGap() throws IOException {
    Path file = folder.resolve("gap.npy");
    double[] line = new double[10_000];
    java.util.Arrays.fill(line, 2_500, 7_500, Double.NaN);
    Npy.write(file, NDArray.of(line));
    BufferedImage image = png("cumsum", file.toString());
    long elements = columnsWith(image, ELEMENTS);
    assertTrue(elements > 450 && elements < 600, () -> elements + " columns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[nan]",
        "[nan, inf, 1]",
        "10",
        "[True, False]",
        "[[[1]]]",
        "[1e300, -1e308]",
        "[1e308, 1e308]"
      })
  void whateverCanBeSummedCanBeDrawn(String literal) throws IOException {
    assertEquals(900, png("cumsum", literal).getHeight());
  }

  @Test
  void anSvgHasTitleAndLegend() throws IOException {
    Path file = folder.resolve("rain.SVG");
    assertEquals(
        0, Run.of("cumsum", "[[1,2],[3,4]]", "--axis", "1", "--plot", file.toString()).exitCode());
    assertTrue(Files.readString(file).contains("<svg"));
  }

  @Test
  void whatCannotBeDrawnIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path out = folder.resolve("out.npy");
    String plot = folder.resolve("plot.png").toString();
    assertEquals(
        Run.refuses(
            "--plot: a plot shows real numbers, and complex128 has two parts: plot them"
                + " separately"),
        Run.of("cumsum", "[1j]", "-o", out.toString(), "--plot", plot));
    assertEquals(
        Run.refuses("x.jpg: expected the name of a plot to end in .png or .svg"),
        Run.of("cumsum", "1", "-o", out.toString(), "--plot", "x.jpg"));
    String nowhere = folder + "/no/x.png";
    assertEquals(
        Run.refuses(nowhere + ": no such directory: " + folder + "/no"),
        Run.of("cumsum", "1", "-o", out.toString(), "--plot", nowhere));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void thePlotDoesNotReplaceTheInput() throws IOException {
    Path input = Files.writeString(folder.resolve("x.png"), "1 2 3");
    assertEquals(
        Run.refuses(input + ": the input itself, expected another file"),
        Run.of("cumsum", input.toString(), "--plot", input.toString()));
  }
}
