package org.cumulus.cli.plot;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Paints a chart as a picture of one format or another. */
final class Picture {
  private Picture() {}

  static void write(Painting chart, PlotFormat format, OutputStream out) throws IOException {
    switch (format) {
      case PNG -> png(chart, out);
      case SVG -> svg(chart, out);
    }
  }

  private static void png(Painting chart, OutputStream out) throws IOException {
    BufferedImage image = new BufferedImage(Chart.WIDTH, Chart.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    chart.paint(canvas);
    canvas.dispose();
    ImageIO.write(image, "png", out);
  }

  private static void svg(Painting chart, OutputStream out) throws IOException {
    VectorGraphics2D canvas = new VectorGraphics2D();
    chart.paint(canvas);
    new SVGProcessor()
        .getDocument(canvas.getCommands(), new PageSize(Chart.WIDTH, Chart.HEIGHT))
        .writeTo(out);
  }
}
