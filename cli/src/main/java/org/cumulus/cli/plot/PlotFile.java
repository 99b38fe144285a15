package org.cumulus.cli.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.cumulus.cli.files.Output;

/**
 * The file that a plot goes to, whole or not at all. The ending of its name, {@code .png} or {@code
 * .svg}, tells what kind of picture it will be.
 */
public final class PlotFile {
  private final Path path;
  private final PlotFormat format;

  /**
   * Checks, before anything is computed, that the name will do.
   *
   * @throws IllegalArgumentException if it will not, with the reason
   */
  public PlotFile(Path path) {
    this.path = path;
    format = format(path);
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException(path + ": a directory, expected the name of a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(path + ": no such directory: " + folder);
    }
  }

  private static PlotFormat format(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return PlotFormat.PNG;
    }
    if (name.endsWith(".svg")) {
      return PlotFormat.SVG;
    }
    throw new IllegalArgumentException(
        path + ": expected the name of a plot to end in .png or .svg");
  }

  /** The file's name. */
  public Path path() {
    return path;
  }

  /**
   * Draws a plot: first under another name, which then takes the place of the file's.
   *
   * @throws IOException if the file cannot be written, or the system lacks what drawing text needs
   */
  public void write(Plot plot) throws IOException {
    List<Curve> totals = plot.curvesOfTotals();
    List<Curve> elements = plot.curvesOfElements();
    Output.write(path, out -> draw(() -> new Chart(plot, totals, elements), out));
  }

  /** Draws a plot of a table, likewise. */
  public void write(TablePlot plot) throws IOException {
    Output.write(path, out -> draw(() -> new TableChart(plot), out));
  }

  private void draw(Supplier<Painting> painting, OutputStream out) throws IOException {
    System.setProperty("java.awt.headless", "true");
    try {
      Picture.write(painting.get(), format, out);
    } catch (LinkageError | InternalError noFonts) {
      // AWT finds fonts by a library of the system, and fails as a whole where that is missing.
      throw new IOException(
          "this system has no fonts to draw text with: install fontconfig and a font such as"
              + " DejaVu",
          noFonts);
    }
  }
}
